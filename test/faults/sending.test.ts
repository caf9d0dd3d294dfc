import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { connect } from '../../src/channels/telegram/client.ts';
import { startBotApi } from '../support/telegram/server.ts';
import { groupWithList, listIn, openVillage, tickOf } from '../telegram/village.ts';

const SOON = { timeout: 5000, interval: 20 };

describe('a call of which nobody knows whether it was carried out', () => {
  test('of a message: it comes at least once, at most once more, and before what follows it', async () => {
    const village = await openVillage();
    const { server, maria, calm } = village;
    await calm(maria.start());
    const before = (await maria.talk.botMessages()).length;
    await server.fault({ kind: 'cut', executed: true }, { method: 'sendMessage' });
    await maria.say('/lingua francese');
    await maria.say('/lingua inglese');
    await vi.waitFor(async () => expect((await maria.talk.last())?.text).toMatch(/English/), SOON);
    await calm(Promise.resolve());
    const told = (await maria.talk.botMessages()).slice(before).map(({ text }) => text);
    expect(told).toEqual([told[0], told[0], expect.stringMatching(/English/)]);
  });

  test('of a list: it is shown once, as it is now', async () => {
    const village = await openVillage();
    const { server, luca } = village;
    const { group, list } = await groupWithList(village);
    const count = (await group.botMessages()).length;
    await server.fault({ kind: 'cut', executed: true }, { method: 'editMessageText' });
    await group.press(luca, list, tickOf(list, 1));
    await vi.waitFor(async () => expect(await server.calls({ method: 'editMessageText' })).toHaveLength(2), SOON);
    await sleep(200);
    expect((await group.botMessages()).length).toBe(count);
    expect((await listIn(group)).text).toMatch(/fatto da Luca/);
  });
});

test('a call that Telegram leaves open is given up in its time', async () => {
  const server = await startBotApi();
  try {
    await server.fault({ kind: 'slow', milliseconds: 20_000 });
    const began = performance.now();
    const failure = await connect({ token: server.token, apiRoot: server.root }, 1)
      .getMe()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'TelegramError', code: null });
    expect(performance.now() - began).toBeLessThan(2000);
  } finally {
    await server.close();
  }
});

test('what one chat makes fail holds up nothing else there and nothing elsewhere', async () => {
  const village = await openVillage();
  const { server, maria, luca, calm, lines } = village;
  const { group } = await groupWithList(village);
  await calm(luca.start());
  const before = (await group.botMessages()).length;
  await server.fault({ kind: 'retry-after', seconds: 14_000 }, { chat: luca.id });
  for (const description of ["Bad Request: can't parse entities: unclosed", 'Bad Request: something that nobody knows'])
    await server.fault({ kind: 'refuse', code: 400, description }, { chat: group.id, method: 'sendMessage' });
  await luca.say('/aiuto');
  for (let time = 0; time < 3; time++) await group.say(maria, '/diario@campanile_bot');
  await calm(maria.say('/aiuto'));
  expect((await group.botMessages()).length).toBe(before + 1);
  expect(await maria.talk.last()).toBeDefined();
  expect(lines.filter((line) => line.includes('left out'))).toHaveLength(2);
  expect((await server.calls({ chat: luca.id })).filter(({ status }) => status === 429)).toHaveLength(1);
});

test('a token that is revoked while people write loses nothing of what they said or were to be told', async () => {
  const village = await openVillage();
  const { server, maria, restart, lines } = village;
  const refused = { kind: 'refuse', code: 401, description: 'Unauthorized' } as const;
  await server.fault(refused, { method: 'sendMessage', times: 2 });
  await maria.say('chi mette i soldi?');
  await vi.waitFor(() => expect(lines.join()).toMatch(/could not be sent/), SOON);
  await server.clearFaults();
  await restart();
  await vi.waitFor(async () => expect((await maria.talk.last())?.text).toMatch(/Dalla guida/), SOON);
  expect(lines.join()).not.toContain(server.token);
});

test('the same update again, after its confirmation was lost, changes nothing and is not answered again', async () => {
  const village = await openVillage();
  const { server, maria, luca, calm, restart, stateOf } = village;
  const { group, list } = await groupWithList(village);
  await calm(group.press(luca, list, tickOf(list, 1)));
  await calm(maria.say('chi mette i soldi?'));
  const seen = async () => [await group.messages(), await maria.talk.messages(), await stateOf(group)];
  const before = await seen();
  await restart();
  await calm(server.rewind(0));
  expect(await seen()).toEqual(before);
});
