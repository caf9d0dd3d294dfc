import { describe, expect, test } from 'vitest';
import { at, eventsOf, openServer, startChannel, wordsOf } from './at-server.ts';

const village = async () => {
  const server = await openServer();
  const maria = await server.user({ name: 'Maria', locale: 'it-IT' });
  const paolo = await server.user({ name: 'Paolo', locale: 'fr-FR' });
  const group = await server.channel({ name: 'pro-loco', members: [maria, paolo] });
  const post = await startChannel(server);
  return { server, maria, paolo, group, post };
};

describe('what is said to the assistant', () => {
  test('in a direct message comes in with who says it and in which language', async () => {
    const { server, maria, post } = await village();
    await maria.say('dove troviamo i soldi?');
    await server.settled();
    expect(post.taken).toHaveLength(1);
    expect(post.taken[0]?.incoming).toMatchObject({
      address: at(server, maria),
      place: 'private',
      title: null,
      from: { id: maria.id, name: 'Maria', home: at(server, maria), language: 'it', admin: true },
      event: { kind: 'text', text: 'dove troviamo i soldi?' },
    });
  });

  test('in a channel it is called by name; the rest of the talk passes unread', async () => {
    const { server, maria, paolo, group, post } = await village();
    await group.say(paolo, 'ci vediamo alle nove');
    await group.say(maria, '@campanile, a che punto siamo?');
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['a che punto siamo?']);
    expect(post.taken[0]?.incoming).toMatchObject({
      address: at(server, group),
      place: 'group',
      title: 'pro-loco',
      from: { name: 'Maria', admin: null },
    });
    expect(post.taken[0]?.incoming).not.toHaveProperty('thread');
  });

  test('one mention, which Slack tells as two events, comes in once', async () => {
    const { server, maria, group, post } = await village();
    await group.say(maria, '@campanile ci sei?');
    await server.settled();
    expect(await server.deliveries('app_mention')).toHaveLength(1);
    expect(await server.deliveries('message')).toHaveLength(1);
    expect(wordsOf(post.taken)).toEqual(['ci sei?']);
    expect(post.again()).toBe(1);
  });

  test('in a thread keeps its thread, so that the answer goes there', async () => {
    const { server, maria, paolo, group, post } = await village();
    const said = await group.say(paolo, 'parliamo del forno');
    await group.threadOf(said).say(maria, '@campanile chi ci aiuta?');
    await group.threadOf(said).say(paolo, 'giusto, chi?');
    await server.settled();
    expect(post.taken.map(({ incoming }) => [incoming.thread, incoming.event])).toEqual([
      [said.ts, { kind: 'text', text: 'chi ci aiuta?' }],
    ]);
  });

  test('in answer to a message of ours needs no name', async () => {
    const { server, maria, group, post } = await village();
    await post.channel.send(
      {
        kind: 'post',
        address: at(server, group),
        key: 'k',
        message: (await import('./at-server.ts')).delivery('post', at(server, group), 'La lista').message,
      },
      null,
    );
    const ours = (await group.last())!;
    await group.threadOf(ours).say(maria, 'il primo punto è fatto');
    await server.settled();
    expect(post.taken[0]?.incoming).toMatchObject({
      thread: ours.ts,
      event: { kind: 'text', text: 'il primo punto è fatto', repliesTo: `${group.id}:${ours.ts}` },
    });
  });

  test('by a bot, by Slack itself or by us is not heard', async () => {
    const { server, maria, group, post } = await village();
    const other = await server.user({ name: 'Altro bot', isBot: true });
    await group.add(other, maria);
    await group.say(other, '@campanile rispondimi');
    await server.event(
      { type: 'message', channel: group.id, ts: '1.1', user: maria.id, bot_id: 'B1', text: `<@${server.bot.id}> ciao` },
      group,
    );
    await post.channel.send(
      {
        kind: 'post',
        address: at(server, maria),
        key: 'k',
        message: (await import('./at-server.ts')).delivery('post', '', 'Ciao').message,
      },
      null,
    );
    await server.settled();
    expect(eventsOf(post.taken)).toEqual([]);
  });
});
