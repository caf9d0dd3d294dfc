import { beforeEach, describe, expect, test } from 'vitest';
import { plainMessage } from '../../../src/domain/message.ts';
import type { Person, Talk } from '../../support/telegram/driver-types.ts';
import type { Message } from '../../support/telegram/message.ts';
import { SAMPLES } from '../../support/telegram/samples.ts';
import type { BotApi } from '../../support/telegram/server.ts';
import { openServer, type Post, startChannel } from './at-server.ts';
import { delivery } from './deliveries.ts';

let server: BotApi;
let lucia: Person;
let staff: Talk;
let post: Post;

const atDesk = async (options: { forum?: boolean; isDesk?: boolean; type?: 'group' | 'supergroup' } = {}) => {
  const { forum = true, isDesk = true, type = 'supergroup' } = options;
  server = await openServer();
  lucia = await server.user({ firstName: 'Lucia' });
  staff = await server.group({ title: 'Sportello', type, forum, members: [lucia], bot: 'administrator' });
  post = await startChannel(server, undefined, isDesk ? staff : undefined);
};

/** A message of the bot with a button, in a topic or in a chain. */
const ask = async (thread?: string): Promise<Message> => {
  const message = plainMessage('Chi la prende?', { choices: [[{ id: 'take', label: 'La prendo io' }]] });
  await post.channel.send({ ...delivery('post', staff, message), ...(thread && { thread }) }, null);
  return (await staff.last())!;
};

/** What came in: where, in which thread, what. */
const heard = async () => {
  await server.settled();
  return post.taken.map(({ incoming: { address, thread, event } }) => [address, thread, event]);
};

describe('in a topic of a staff group', () => {
  beforeEach(() => atDesk());

  test('what is meant for the assistant comes in with its topic, and which message it answers', async () => {
    const topic = await staff.openTopic(lucia, 'Maria: il forno');
    const question = await ask(String(topic));
    await staff.say(lucia, 'la prendo io', { replyTo: question });
    await staff.say(lucia, 'e i soldi, @campanile_bot?', { topic });
    await staff.say(lucia, '/lista', { topic });
    await staff.send(lucia, SAMPLES.document, { replyTo: question });
    await staff.press(lucia, question, 'take');
    const repliesTo = String(question.message_id);
    const at = `telegram:${staff.id}`;
    expect(await heard()).toMatchObject([
      [at, String(topic), { kind: 'text', text: 'la prendo io', repliesTo }],
      [at, String(topic), { kind: 'text', text: 'e i soldi, ?' }],
      [at, String(topic), { kind: 'text', text: '/lista' }],
      [at, String(topic), { kind: 'unreadable', repliesTo, file: { name: 'bando.pdf' } }],
      [at, String(topic), { kind: 'press', choice: 'take' }],
    ]);
  });

  test('what staff says to each other is told to have been said, and no word of it comes in', async () => {
    const topic = await staff.openTopic(lucia, 'Maria: il forno');
    const talk = await staff.say(lucia, 'SEGRETO: la conosco', { topic });
    await staff.say(lucia, 'SEGRETO: anch’io', { replyTo: talk });
    await staff.say(lucia, '> SEGRETO, citato', { topic });
    await staff.send(lucia, { ...SAMPLES.photo, caption: 'SEGRETO' }, { topic });
    await staff.send(lucia, SAMPLES.voice, { topic });
    const aside = [`telegram:${staff.id}`, String(topic), { kind: 'aside' }];
    expect(await heard()).toEqual([aside, aside, aside, aside, aside]);
    expect(JSON.stringify(post.taken)).not.toContain('SEGRETO');
  });

  test('that somebody closes it is told; that we do, or that it is opened again, is not', async () => {
    const sent = await post.channel.send(
      { ...delivery('post', staff, 'x'), address: `telegram:${staff.id}#k3f9` },
      null,
    );
    if (sent.kind !== 'opened') throw new Error('no topic was opened');
    const thread = { thread: sent.thread, fetch: () => Promise.reject(new Error('no file')) };
    for (const kind of ['close', 'reopen'] as const)
      await post.channel.send({ kind, address: `telegram:${staff.id}#k3f9`, key: 'card' }, null, thread);
    await staff.closeTopic(lucia, Number(sent.thread));
    await staff.reopenTopic(lucia, Number(sent.thread));
    expect(await heard()).toEqual([[`telegram:${staff.id}`, sent.thread, { kind: 'closed' }]]);
  });

  test('a topic that the bot opened is no message to answer to', async () => {
    const opened = await post.channel.send(
      { ...delivery('post', staff, 'Il forno'), address: `telegram:${staff.id}#k3f9` },
      null,
    );
    if (opened.kind !== 'opened') throw new Error('no topic was opened');
    await staff.say(lucia, 'la conosco', { topic: Number(opened.thread) });
    expect(await heard()).toEqual([[`telegram:${staff.id}`, opened.thread, { kind: 'aside' }]]);
  });
});

describe('beside the topics of a staff group', () => {
  test('what is said to all is not told, and what is meant for the assistant has no thread', async () => {
    await atDesk();
    await staff.say(lucia, 'buongiorno a tutti');
    await staff.say(lucia, '/lista');
    expect(await heard()).toEqual([[`telegram:${staff.id}`, undefined, { kind: 'text', text: '/lista' }]]);
  });

  test('what answers a message, or presses its button, goes on below it', async () => {
    await atDesk();
    const question = await ask();
    await staff.press(lucia, question, 'take');
    await staff.say(lucia, 'io', { replyTo: question });
    const thread = `re-${question.message_id}`;
    expect((await heard()).map(([, within]) => within)).toEqual([thread, thread]);
    expect(await ask(thread)).toMatchObject({ reply_to_message: { message_id: question.message_id } });
  });
});

describe('in a staff group without topics', () => {
  test('everything below the first message of a request belongs to it', async () => {
    await atDesk({ forum: false });
    const first = await ask();
    const second = await ask(`re-${first.message_id}`);
    await staff.press(lucia, first, 'take');
    await staff.press(lucia, second, 'take');
    await staff.say(lucia, 'io', { replyTo: second });
    await staff.say(lucia, 'lo so anch’io', { replyTo: (await staff.messages()).at(-1)! });
    const thread = `re-${first.message_id}`;
    expect((await heard()).map(([, within]) => within)).toEqual([thread, thread, thread]);
  });

  test('that is a small one, the buttons of a request belong to it, and what answers its first message', async () => {
    await atDesk({ forum: false, type: 'group' });
    const first = await ask();
    const second = await ask(`re-${first.message_id}`);
    await staff.press(lucia, second, 'take');
    await staff.say(lucia, 'io', { replyTo: first });
    const thread = `re-${first.message_id}`;
    expect((await heard()).map(([, within]) => within)).toEqual([thread, thread]);
  });
});

test('what goes to a topic that is closed or gone, or below a message that is gone, arrives beside it', async () => {
  await atDesk();
  const [closed, gone] = [await staff.openTopic(lucia, 'Caffè'), await staff.openTopic(lucia, 'Ferie')];
  await staff.closeTopic(lucia, closed);
  await staff.setBotStatus(lucia, 'administrator', { topics: false });
  await staff.deleteTopic(gone);
  for (const thread of [String(closed), String(gone), 're-999']) {
    const shown = await ask(thread);
    expect([shown.text, shown.message_thread_id, shown.reply_to_message]).toEqual([
      'Chi la prende?',
      undefined,
      undefined,
    ]);
  }
});

test.each(['old-first', 'new-first'] as const)(
  'a staff group that becomes a supergroup is a desk there from the moment that it is told (%s)',
  async (order) => {
    await atDesk({ forum: false, type: 'group' });
    const fresh = await staff.migrate(order);
    const said = await fresh.say(lucia, '/lista');
    await fresh.say(lucia, '/lista', { replyTo: said });
    const moved = [`telegram:${staff.id}`, undefined, { kind: 'moved', to: `telegram:${fresh.id}` }];
    const list = { kind: 'text', text: '/lista' };
    expect(await heard()).toEqual([
      moved,
      moved,
      [`telegram:${fresh.id}`, undefined, list],
      [`telegram:${fresh.id}`, `re-${said.message_id}`, list],
    ]);
  },
);

test('in a group that is no desk, a topic is a place of its own and nothing of its talk is told', async () => {
  await atDesk({ isDesk: false });
  const topic = await staff.openTopic(lucia, 'Il forno');
  await staff.say(lucia, 'buongiorno a tutti', { topic });
  await staff.say(lucia, '/lista', { topic });
  expect(await heard()).toEqual([[`telegram:${staff.id}:${topic}`, undefined, { kind: 'text', text: '/lista' }]]);
});
