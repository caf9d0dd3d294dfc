import { describe, expect, test } from 'vitest';
import type { Fault } from '../../support/telegram/faults.ts';
import { openChannel, openServer } from './at-server.ts';
import { delivery } from './deliveries.ts';

const inTheVillage = async () => {
  const server = await openServer();
  const maria = await server.user({ firstName: 'Maria' });
  const group = await server.group({ title: 'Pro Loco', members: [maria] });
  const { channel, lines } = openChannel(server, server.token);
  const send = (where: { readonly id: number }) => channel.send(delivery('post', where, 'Ecco'), null);
  return { server, maria, group, send, channel, lines };
};

describe('what Telegram answers to a message', () => {
  test('too many: that chat waits as long as Telegram says, no other does', async () => {
    const { server, maria, group, send } = await inTheVillage();
    await server.hold(137, group);
    expect(await send(group)).toEqual({ kind: 'wait', milliseconds: 137_000, everyone: false });
    expect(await send(maria)).toMatchObject({ kind: 'shown' });
  });

  test.each([
    ['blocked the bot', 'block'],
    ['deleted the account', 'deactivate'],
  ] as const)('who %s is gone', async (_, act) => {
    const { maria, send } = await inTheVillage();
    await maria[act]();
    expect(await send(maria)).toMatchObject({ kind: 'gone' });
  });

  test('a group that threw the bot out is gone, also one it never was in, and a person who never wrote to it', async () => {
    const { server, maria, group, send } = await inTheVillage();
    await group.setBotStatus(maria, 'kicked');
    const other = await server.group({ title: 'Foyer', members: [maria], bot: 'left' });
    const shy = await server.user({ firstName: 'Anna', started: false });
    for (const where of [group, other, shy, { id: -99 }]) expect(await send(where)).toMatchObject({ kind: 'gone' });
  });

  test('a group that became a supergroup goes on there', async () => {
    const { group, send } = await inTheVillage();
    const fresh = await group.migrate('silent');
    expect(await send(group)).toEqual({ kind: 'moved', to: `telegram:${fresh.id}` });
  });

  test('where the bot may not speak just now, the message is left out and the group is not given up', async () => {
    const { maria, group, send } = await inTheVillage();
    await group.setBotStatus(maria, 'restricted');
    expect(await send(group)).toMatchObject({ kind: 'refused', because: expect.stringContaining('not enough rights') });
  });

  test.each([400, 403, 500])('in words that quote what was sent (%i), those are not told', async (code) => {
    const { server, group, send } = await inTheVillage();
    await server.fault({ kind: 'refuse', code, description: "Bad Request: can't parse entities in “il mio SEGRETO”" });
    const sent = await send(group);
    expect(sent).toMatchObject({ because: `${code} can't parse entities` });
  });

  test.each<[string, Fault]>([
    ['nothing, the connection being cut after it was shown', { kind: 'cut', executed: true }],
    ['nothing, the connection being cut before', { kind: 'cut', executed: false }],
    ['a page of HTML', { kind: 'page', status: 502 }],
    ['that it is out of order', { kind: 'refuse', code: 500, description: 'Internal Server Error' }],
    ['that it no longer knows the token', { kind: 'refuse', code: 401, description: 'Unauthorized' }],
  ])('%s: it is tried again later, and the token stands in no word of it', async (_, fault) => {
    const { server, group, send } = await inTheVillage();
    await server.fault(fault);
    const sent = await send(group);
    expect(sent).toMatchObject({ kind: 'failed' });
    expect(JSON.stringify(sent)).not.toContain(server.token);
  });

  test('that nobody listens there any more: it is tried again later, and the token stands in no word of it', async () => {
    const { server, group, send } = await inTheVillage();
    await server.close();
    const sent = await send(group);
    expect(sent).toMatchObject({ kind: 'failed', because: expect.stringContaining('ECONNREFUSED') });
    expect(JSON.stringify(sent)).not.toContain(server.token);
  });
});

describe('who somebody is in a group', () => {
  test('is asked afresh each time', async () => {
    const { server, maria, group, channel } = await inTheVillage();
    const luca = await server.user({ firstName: 'Luca' });
    const at = `telegram:${group.id}`;
    const standing = async (id: number) => [await channel.isMember!(at, `${id}`), await channel.isAdmin!(at, `${id}`)];
    expect([await standing(maria.id), await standing(luca.id)]).toEqual([
      [true, true],
      [false, false],
    ]);
    await group.add(maria, luca);
    expect(await standing(luca.id)).toEqual([true, false]);
    await group.setStatus(maria, luca, 'administrator');
    expect(await standing(luca.id)).toEqual([true, true]);
    await group.leave(luca);
    expect(await standing(luca.id)).toEqual([false, false]);
  });

  test('counts as nobody when Telegram does not tell', async () => {
    const { server, maria, group, channel } = await inTheVillage();
    await server.fault({ kind: 'page', status: 502 }, { method: 'getChatMember' });
    expect(await channel.isAdmin!(`telegram:${group.id}`, `${maria.id}`)).toBe(false);
    expect(await channel.isAdmin!(`telegram:${group.id}`, `anonymous:${group.id}`)).toBe(false);
  });
});
