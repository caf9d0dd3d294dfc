import { Api } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person, Talk } from './driver-types.ts';
import { isUpdate } from './is-update.ts';
import { rawCall } from './raw-call.ts';
import { type BotApi, startBotApi } from './server.ts';

let server: BotApi;
let api: Api;
let lucia: Person;
let staff: Talk;

beforeEach(async () => {
  server = await startBotApi();
  api = new Api(server.token, { apiRoot: server.root });
  lucia = await server.user({ firstName: 'Lucia' });
  staff = await server.group({
    title: 'Sportello',
    type: 'supergroup',
    forum: true,
    members: [lucia],
    bot: 'administrator',
  });
});
afterEach(() => server.close());

const open = async (name = 'Forno'): Promise<number> => (await api.createForumTopic(staff.id, name)).message_thread_id;
const write = (topic: number, text = 'Ecco') => api.sendMessage(staff.id, text, { message_thread_id: topic });

test('the bot opens a topic, and it is there for all', async () => {
  const topic = await open('Maria: il forno');
  expect(await staff.topics()).toEqual([{ id: topic, name: 'Maria: il forno', closed: false }]);
  expect(await write(topic)).toMatchObject({
    message_thread_id: topic,
    is_topic_message: true,
    reply_to_message: { message_id: topic, forum_topic_created: { name: 'Maria: il forno' } },
  });
  expect(await staff.transcript(topic)).toBe('– Campanile opened the topic Maria: il forno –\n\nCampanile:\n  Ecco');
});

test('a topic has a name of at most 128 characters', async () => {
  expect(await open('x'.repeat(128))).toBeGreaterThan(0);
  await expect(open('x'.repeat(129))).rejects.toThrow('topic name is too long');
  await expect(open('  ')).rejects.toThrow('name must be non-empty');
});

test('topics are opened in forums only, by those who may manage them', async () => {
  const group = await server.group({ title: 'Senza', type: 'supergroup', members: [lucia], bot: 'administrator' });
  await expect(api.createForumTopic(group.id, 'Forno')).rejects.toThrow('the chat is not a forum');
  await staff.setBotStatus(lucia, 'administrator', { topics: false });
  await expect(open()).rejects.toThrow('not enough rights to create a topic');
  expect(await api.getChatMember(staff.id, server.bot.id)).toMatchObject({ can_manage_topics: false });
  await staff.setBotStatus(lucia, 'member');
  await expect(open()).rejects.toThrow('not enough rights to create a topic');
  await staff.setBotStatus(lucia, 'kicked');
  await expect(open()).rejects.toThrow('bot was kicked from the supergroup chat');
});

test('a closed topic takes only what those write who may manage topics, until it is opened again', async () => {
  const bruno = await server.user({ firstName: 'Bruno' });
  await staff.add(lucia, bruno);
  const topic = await open();
  await staff.closeTopic(lucia, topic);
  await expect(staff.say(bruno, 'ciao', { topic })).rejects.toThrow('TOPIC_CLOSED');
  expect([await write(topic), await staff.say(lucia, 'ciao', { topic })]).toMatchObject([
    { message_thread_id: topic },
    { message_thread_id: topic },
  ]);
  await staff.setBotStatus(lucia, 'administrator', { topics: false });
  await expect(write(topic)).rejects.toThrow('TOPIC_CLOSED');
  await api.reopenForumTopic(staff.id, topic);
  await expect(api.reopenForumTopic(staff.id, topic)).rejects.toThrow('TOPIC_NOT_MODIFIED');
  expect(await write(topic)).toMatchObject({ message_thread_id: topic });
  await api.closeForumTopic(staff.id, topic);
  expect(await staff.topics()).toMatchObject([{ closed: true }]);
});

test('a topic that is gone takes nothing, and its messages are gone with it', async () => {
  const topic = await open();
  const { message_id } = await write(topic);
  await staff.deleteTopic(topic);
  await expect(write(topic)).rejects.toThrow('message thread not found');
  await expect(api.editMessageText(staff.id, message_id, 'x')).rejects.toThrow('message to edit not found');
  for (const call of ['reopenForumTopic', 'closeForumTopic', 'deleteForumTopic'])
    expect(await rawCall(server, call, { chat_id: staff.id, message_thread_id: topic })).toMatchObject({
      description: 'Bad Request: TOPIC_ID_INVALID',
    });
});

test('the bot names, closes and removes what it opened itself, and of others only with the right', async () => {
  const [own, hers] = [await open(), await staff.openTopic(lucia, 'Caffè')];
  await staff.setBotStatus(lucia, 'member');
  await api.editForumTopic(staff.id, own, { name: 'Forno: chiuso' });
  expect(await staff.topics()).toMatchObject([{ name: 'Forno: chiuso' }, { name: 'Caffè' }]);
  await expect(api.editForumTopic(staff.id, hers, { name: 'x' })).rejects.toThrow('not enough rights to edit');
  await expect(api.closeForumTopic(staff.id, hers)).rejects.toThrow('not enough rights to close or open');
  await expect(api.deleteForumTopic(staff.id, hers)).rejects.toThrow('not enough rights to delete');
  await api.closeForumTopic(staff.id, own);
  await api.deleteForumTopic(staff.id, own);
  expect(await staff.topics()).toMatchObject([{ name: 'Caffè' }]);
});

test('what is said in a topic without an answer to anything answers its beginning, and every update is as the types say', async () => {
  const topic = await open();
  await staff.say(lucia, 'la chiamo io', { topic });
  await staff.closeTopic(lucia, topic);
  await staff.reopenTopic(lucia, topic);
  const updates = (await rawCall(server, 'getUpdates')).result as { message: Record<string, unknown> }[];
  for (const update of updates) expect([isUpdate(update), isUpdate.errors]).toEqual([true, null]);
  expect(updates.map(({ message }) => message)).toMatchObject([
    { forum_topic_created: { name: 'Forno' }, from: { is_bot: true } },
    { text: 'la chiamo io', message_thread_id: topic, reply_to_message: { message_id: topic } },
    { forum_topic_closed: {} },
    { forum_topic_reopened: {} },
  ]);
});

test('without topics, answers in a supergroup hang on the message that began them', async () => {
  const group = await server.group({ title: 'Senza', type: 'supergroup', members: [lucia], bot: 'administrator' });
  const first = await api.sendMessage(group.id, 'Una domanda');
  const second = await api.sendMessage(group.id, 'Chi la prende?', {
    reply_parameters: { message_id: first.message_id },
  });
  expect(second).toMatchObject({ message_thread_id: first.message_id, reply_to_message: { text: 'Una domanda' } });
  const hers = await group.say(lucia, 'io', { replyTo: second });
  expect(hers).toMatchObject({ message_thread_id: first.message_id });
  expect(hers.reply_to_message).not.toHaveProperty('reply_to_message');
  expect(hers).not.toHaveProperty('is_topic_message');
});
