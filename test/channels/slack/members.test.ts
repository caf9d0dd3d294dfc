import { describe, expect, test } from 'vitest';
import { at, eventsOf, openChannel, openServer, startChannel } from './at-server.ts';

const centre = async () => {
  const server = await openServer();
  const other = await server.workspace({ name: 'Altrove' });
  const lucia = await server.user({ name: 'Lucia' });
  const chief = await server.user({ name: 'Capo', isAdmin: true });
  const single = await server.user({ name: 'Ospite', guest: 'single' });
  const multi = await server.user({ name: 'Ospite di più', guest: 'multi' });
  const stranger = await server.user({ name: 'Straniera', team: other.id });
  const bot = await server.user({ name: 'Altro bot', isBot: true });
  const outside = await server.user({ name: 'Fuori' });
  const desk = await server.channel({ name: 'sportello', members: [lucia, chief, single, multi, stranger, bot] });
  const { channel } = await startChannel(server);
  const address = at(server, desk);
  return { server, lucia, chief, single, multi, stranger, bot, outside, desk, channel, address };
};

describe('a desk', () => {
  test('is of its members; guests and strangers of a shared channel read', async () => {
    const { lucia, chief, single, multi, stranger, bot, outside, channel, address } = await centre();
    const asked = [lucia, chief, single, multi, stranger, bot, outside, { id: 'U0NOBODY' }];
    expect(await Promise.all(asked.map(({ id }) => channel.isMember!(address, id)))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('is administered by the workspace’s admins and by who made it', async () => {
    const { lucia, chief, single, multi, outside, channel, address } = await centre();
    const asked = [lucia, chief, single, multi, outside];
    expect(await Promise.all(asked.map(({ id }) => channel.isAdmin!(address, id)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('is read by so many people, programs left out', async () => {
    const { server, lucia, channel, address } = await centre();
    expect(await channel.readersOf!(address)).toBe(5);
    expect(await channel.readersOf!(at(server, lucia))).toBe(1);
    const many = await Promise.all(Array.from({ length: 120 }, (_, number) => server.user({ name: `P${number}` })));
    const large = await server.channel({ name: 'paese', members: many });
    expect(await channel.readersOf!(at(server, large))).toBe(120);
    expect(await channel.isMember!(at(server, large), many.at(-1)!.id)).toBe(true);
    await server.fault({ kind: 'refuse', error: 'internal_error' }, { method: 'conversations.members' });
    expect(await channel.readersOf!(address)).toBe(null);
  });

  test('whose members cannot be asked for has none', async () => {
    const { server, lucia, channel, address } = await centre();
    await server.fault({ kind: 'refuse', error: 'internal_error' }, { method: 'users.info', times: 'always' });
    expect([await channel.isMember!(address, lucia.id), await channel.isAdmin!(address, lucia.id)]).toEqual([
      false,
      false,
    ]);
  });

  test('asked for before Slack told who the bot is, by what waited for the start, is judged once it has', async () => {
    const server = await openServer();
    const lucia = await server.user({ name: 'Lucia' });
    const address = at(server, await server.channel({ name: 'sportello', members: [lucia] }));
    const { channel, start } = openChannel(server);
    const asked = [channel.isMember!(address, lucia.id), channel.isAdmin!(address, lucia.id)];
    const readers = channel.readersOf!(address);
    await start();
    expect(await Promise.all(asked)).toEqual([true, true]);
    expect(await readers).toBe(1);
  });

  test('asks afresh: who left is no member, whose account was closed neither', async () => {
    const { lucia, chief, desk, channel, address } = await centre();
    expect(await channel.isMember!(address, lucia.id)).toBe(true);
    await desk.leave(lucia);
    await chief.deactivate();
    expect([await channel.isMember!(address, lucia.id), await channel.isMember!(address, chief.id)]).toEqual([
      false,
      false,
    ]);
  });
});

test('in private, everybody is alone and their own', async () => {
  const { server, lucia, chief, channel } = await centre();
  const home = at(server, lucia);
  expect([await channel.isMember!(home, lucia.id), await channel.isAdmin!(home, lucia.id)]).toEqual([true, true]);
  expect([await channel.isMember!(home, chief.id), await channel.isAdmin!(home, chief.id)]).toEqual([false, false]);
});

test('a stranger of a shared channel is heard there, and has no place to be written to alone', async () => {
  const server = await openServer();
  const other = await server.workspace({ name: 'Altrove' });
  const stranger = await server.user({ name: 'Straniera', team: other.id });
  const lucia = await server.user({ name: 'Lucia' });
  const desk = await server.channel({ name: 'condiviso', members: [lucia, stranger] });
  const post = await startChannel(server);
  await desk.say(stranger, '@campanile chi siete?');
  await server.settled();
  expect(eventsOf(post.taken)).toEqual([{ kind: 'text', text: 'chi siete?' }]);
  expect(post.taken[0]?.incoming.from).toMatchObject({ name: 'Straniera', home: null });
});

test('somebody is asked for once in a while, not with every word', async () => {
  const server = await openServer();
  const lucia = await server.user({ name: 'Lucia' });
  const post = await startChannel(server);
  await lucia.say('uno');
  await server.settled();
  await lucia.say('due');
  await server.settled();
  expect(post.taken).toHaveLength(2);
  expect(await server.calls({ method: 'users.info' })).toHaveLength(1);
});
