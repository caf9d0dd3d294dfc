import { expect, onTestFinished, test, vi } from 'vitest';
import { ownDataFolder } from '../support/run.ts';
import { startApp } from '../support/telegram/app-process.ts';
import { walkToFirstTick } from '../support/telegram/first-tick.ts';
import { startBotApi } from '../support/telegram/server.ts';
import { listIn, openVillage, tickOf } from '../telegram/village.ts';

const HOUR = 3_600_000;

test('away for longer than Telegram keeps what people write, it comes back to every group where it was', async () => {
  const server = await startBotApi();
  onTestFinished(() => server.close());
  const settings = { ...ownDataFolder(), TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root };
  const first = startApp(settings);
  onTestFinished(async () => void (await first.end()));
  await first.ready;
  const { group } = await walkToFirstTick(server);
  await first.end();

  const anna = await server.user({ firstName: 'Anna', languageCode: 'it' });
  await group.add(anna, anna);
  const list = await listIn(group);
  await group.press(anna, list, tickOf(list, 2));
  await server.advance(25 * HOUR);
  await group.press(anna, list, tickOf(list, 3));
  expect((await server.status()).expired).toBeGreaterThan(0);
  const second = startApp(settings);
  onTestFinished(async () => void (await second.end()));
  await vi.waitFor(async () => expect((await listIn(group)).text).toMatch(/^3\. .*fatto da Anna/m), 8000);
  const { text, message_id } = await listIn(group);
  expect([message_id, text]).toEqual([list.message_id, expect.stringMatching(/^1\. .*fatto da Luca/m)]);
  // What Telegram lost is to do, and can be told again.
  expect(text).toMatch(/^2\. .*: da fare/m);
});

test('after a night away every question is answered, in order, and where it was asked it is said once that the answer comes late', async () => {
  const { server, maria, luca, newGroup, calm } = await openVillage();
  const group = await newGroup({ bot: 'member' });
  const date = Math.floor((Date.now() - 10 * HOUR) / 1000);
  for (const text of ['dove troviamo i soldi?', 'quanti soci servono?', 'come coinvolgiamo il paese?']) {
    await maria.say(text, { date });
    await group.say(luca, `@campanile_bot ${text}`, { date });
  }
  await calm(server.settled());
  await calm(maria.say('dove troviamo i soldi?'));
  for (const [talk, late] of [
    [maria.talk, 'Scusa il ritardo: quello che hai scritto mi è arrivato solo adesso.'],
    [group, 'Scusate il ritardo: quello che avete scritto mi è arrivato solo adesso.'],
  ] as const) {
    const texts = (await talk.botMessages()).map(({ text = '' }) => text);
    const questions = talk === group ? 3 : 4;
    expect(
      texts.filter((text) => text.includes('Dalla guida:')),
      texts.join('\n\n'),
    ).toHaveLength(questions);
    expect(texts.indexOf(late)).toBe(1);
    expect(texts.lastIndexOf(late)).toBe(1);
  }
});
