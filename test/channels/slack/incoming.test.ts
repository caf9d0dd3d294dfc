import { describe, expect, test } from 'vitest';
import { at, delivery, eventsOf, openServer, startChannel, wordsOf } from './at-server.ts';

const village = async () => {
  const server = await openServer();
  const maria = await server.user({ name: 'Maria', locale: 'it-IT' });
  const paolo = await server.user({ name: 'Paolo', locale: 'de-DE' });
  const group = await server.channel({ name: 'pro-loco', members: [maria, paolo] });
  const post = await startChannel(server);
  return { server, maria, paolo, group, post };
};

describe('what is said to the assistant', () => {
  test('in a direct message comes in with who says it and in which language', async () => {
    const { server, maria, post } = await village();
    const said = await maria.say('dove troviamo i soldi?');
    await server.settled();
    expect(post.taken.map(({ incoming }) => incoming)).toEqual([
      {
        address: at(server, maria),
        place: 'private',
        title: null,
        from: { id: maria.id, name: 'Maria', home: at(server, maria), language: 'it', admin: true },
        at: Math.floor(Number(said.ts) * 1000),
        event: { kind: 'text', text: 'dove troviamo i soldi?' },
      },
    ]);
  });

  test('in a channel it is called by name; the rest of the talk passes unread', async () => {
    const { server, maria, paolo, group, post } = await village();
    await group.say(paolo, 'ci vediamo alle nove');
    await group.say(paolo, '@campanile, a che punto siamo?');
    await group.say(maria, '@Paolo portalo tu');
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['a che punto siamo?']);
    expect(post.taken[0]?.incoming).toMatchObject({
      address: at(server, group),
      place: 'group',
      title: 'pro-loco',
      from: { name: 'Paolo', language: null, admin: null },
    });
    expect(post.taken[0]?.incoming).not.toHaveProperty('thread');
  });

  test('once, though Slack tells a mention as two events, comes in once', async () => {
    const { server, maria, group, post } = await village();
    await group.say(maria, '@campanile ci sei?');
    await server.settled();
    expect([await server.deliveries('app_mention'), await server.deliveries('message')]).toMatchObject([[{}], [{}]]);
    expect([wordsOf(post.taken), post.again()]).toEqual([['ci sei?'], 1]);
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
    await post.channel.send(delivery('post', at(server, group), 'La lista'), null);
    const ours = (await group.last())!;
    await group.threadOf(ours).say(maria, 'il primo punto è fatto');
    await server.settled();
    await group.threadOf(ours).say(maria, '@Paolo hai visto?');
    await server.settled();
    expect(post.taken.map(({ incoming }) => incoming)).toMatchObject([
      {
        thread: ours.ts,
        event: { kind: 'text', text: 'il primo punto è fatto', repliesTo: `${group.id}:${ours.ts}` },
      },
    ]);
  });

  test('in a thread by who called it there needs no name again, until somebody else writes', async () => {
    const { server, maria, paolo, group, post } = await village();
    const thread = group.threadOf(await group.say(paolo, 'parliamo del forno'));
    await thread.say(maria, 'prima di tutto: chi lo apre?');
    await thread.say(maria, '@campanile chi ci aiuta?');
    await thread.say(maria, 'e poi?');
    await thread.say(maria, '@Paolo lo fai tu?');
    await group.say(maria, 'questo è per tutti');
    await thread.say(paolo, 'io no');
    await thread.say(maria, 'va bene, lo faccio io');
    await thread.say(paolo, '@campanile a che punto siamo?');
    await thread.say(maria, 'già, a che punto?');
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['chi ci aiuta?', 'e poi?', 'a che punto siamo?']);
    expect(new Set(post.taken.map(({ incoming }) => incoming.thread))).toEqual(new Set([thread.thread]));
  });

  test('under the message that called it goes on in that thread; told again it reads the same', async () => {
    const { server, maria, paolo, group, post } = await village();
    const called = await group.say(maria, '@campanile chi ci aiuta?');
    const thread = group.threadOf(called);
    await thread.say(maria, 'e poi?');
    await thread.say(paolo, 'bella domanda');
    await thread.say(maria, 'vero?');
    await server.settled();
    for (const { id } of await server.deliveries('message')) await server.again(id);
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['chi ci aiuta?', 'e poi?']);
  });

  test('in the agent’s page keeps the thread that it stands in', async () => {
    const { server, maria, post } = await village();
    const pane = await maria.openAssistant();
    await pane.say(maria, 'da dove cominciamo?');
    await server.settled();
    expect(post.taken[0]?.incoming).toMatchObject({
      address: at(server, maria),
      thread: pane.thread,
      event: { text: 'da dove cominciamo?' },
    });
  });

  test('on the agent’s page, where each message begins a chat, keeps that chat; elsewhere line follows on line', async () => {
    const server = await openServer({ agentPage: true });
    const maria = await server.user({ name: 'Maria' });
    const post = await startChannel(server);
    const said = await maria.say('da dove cominciamo?');
    await maria.direct.threadOf(said).say(maria, 'e poi?');
    await server.settled();
    expect(post.taken.map(({ incoming }) => incoming.thread)).toEqual([said.ts, said.ts]);
  });

  test('naming people reads with their names, links with where they lead', async () => {
    const { server, maria, post } = await village();
    await maria.say('scrivo a @Paolo di https://example.org/forno & altro');
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['scrivo a @Paolo di https://example.org/forno & altro']);
  });

  test('as a heap comes in whole and, in each conversation, in order', async () => {
    const { server, maria, paolo, post } = await village();
    const said = Array.from({ length: 60 }, (_, number) => `riga ${number}`);
    for (const line of said) await Promise.all([maria.say(line), paolo.say(line)]);
    await server.settled();
    const of = (name: string) => wordsOf(post.taken.filter(({ incoming }) => incoming.from?.name === name));
    expect([of('Maria'), of('Paolo')]).toEqual([said, said]);
  });

  test('by somebody whom Slack cannot tell us about now comes in all the same', async () => {
    const { server, maria, post } = await village();
    await server.fault({ kind: 'refuse', error: 'internal_error' }, { method: 'users.info', times: 'always' });
    await maria.say('ci siete?');
    await server.settled();
    expect(post.taken[0]?.incoming.from).toEqual({
      id: maria.id,
      name: maria.id,
      home: at(server, maria),
      language: null,
      admin: true,
    });
  });
});

describe('what is not said to the assistant', () => {
  test('by another program, by Slack itself, by us: it is not heard, so that no two programs answer each other', async () => {
    const { server, maria, group, post } = await village();
    const other = await server.user({ name: 'Altro bot', isBot: true });
    await group.add(other, maria);
    await group.say(other, '@campanile rispondimi');
    const asOther = { type: 'message', channel: group.id, text: `<@${server.bot.id}> ciao` };
    await server.event({ ...asOther, ts: '1.1', user: maria.id, bot_id: 'B1' }, group);
    await server.event({ ...asOther, ts: '1.2', user: 'USLACKBOT' }, group);
    await server.event({ ...asOther, ts: '1.3', subtype: 'bot_message' }, group);
    await server.event({ ...asOther, ts: '1.4', user: maria.id, subtype: 'channel_topic' }, group);
    await post.channel.send(delivery('post', at(server, maria), 'Ciao'), null);
    await server.settled();
    expect(eventsOf(post.taken)).toEqual([]);
  });

  test.each([
    ['no event at all', 'events_api', { type: 'event_callback' }],
    ['an event without a type', 'events_api', { event_id: 'Ev1', event: {} }],
    [
      'an event of a kind that is new',
      'events_api',
      { event_id: 'Ev2', event: { type: 'sticker_thrown', channel: 7 } },
    ],
    ['a message without place or person', 'events_api', { event_id: 'Ev3', event: { type: 'message', text: 'ciao' } }],
    ['a press of nobody', 'interactive', { type: 'block_actions', actions: [{ action_id: 'a', value: 'b' }] }],
    ['a form of another program', 'interactive', { type: 'view_submission', user: { id: 'U1' }, view: { id: 'V1' } }],
    ['a command of nobody', 'slash_commands', { command: '/campanile' }],
  ] as const)('%s passes unread, and is acknowledged', async (_, kind, payload) => {
    const { server, post } = await village();
    const number = await server.raw(kind, payload);
    await server.settled();
    expect((await server.remote.outcome({ delivery: number })).state).toBe('acknowledged');
    expect(post.taken).toEqual([]);
  });
});
