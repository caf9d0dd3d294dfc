import { Api, InlineKeyboard } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person, Talk } from './driver-types.ts';
import { rawCall } from './raw-call.ts';
import { type BotApi, startBotApi } from './server.ts';

let server: BotApi;
let api: Api;
let maria: Person;
let luca: Person;
let group: Talk;

beforeEach(async () => {
  server = await startBotApi();
  api = new Api(server.token, { apiRoot: server.root });
  maria = await server.user({ firstName: 'Maria' });
  luca = await server.user({ firstName: 'Luca' });
  group = await server.group({ title: 'Pro Loco', members: [maria, luca] });
});
afterEach(() => server.close());

const refusal = async (chat_id: number | string, more: Readonly<Record<string, unknown>> = {}) => {
  const { status, description, parameters } = await rawCall(server, 'sendMessage', { chat_id, text: 'x', ...more });
  return { status, description, ...(parameters && { parameters }) };
};

test('the bot may not write first, nor to those who blocked it or are gone', async () => {
  const stranger = await server.user({ firstName: 'Sara', started: false });
  const never = { status: 403, description: "Forbidden: bot can't initiate conversation with a user" };
  expect(await refusal(stranger.id)).toEqual(never);
  await stranger.start();
  expect((await refusal(stranger.id)).status).toBe(200);
  await stranger.block();
  expect(await refusal(stranger.id)).toEqual({ status: 403, description: 'Forbidden: bot was blocked by the user' });
  await expect(stranger.say('ciao')).rejects.toThrow('blocked the bot');
  await stranger.unblock();
  await stranger.deactivate();
  expect(await refusal(stranger.id)).toEqual({ status: 403, description: 'Forbidden: user is deactivated' });
  expect(await refusal(12345)).toEqual({ status: 400, description: 'Bad Request: chat not found' });
  expect(await refusal('@nobody')).toEqual({ status: 400, description: 'Bad Request: chat not found' });
});

test('the bot may not write where it was thrown out, where it is not, or where it was muted', async () => {
  await group.setBotStatus(maria, 'kicked');
  expect(await refusal(group.id)).toEqual({
    status: 403,
    description: 'Forbidden: bot was kicked from the group chat',
  });
  await group.setBotStatus(maria, 'left');
  expect((await refusal(group.id)).description).toBe('Forbidden: bot is not a member of the group chat');
  await group.addBot(maria);
  expect((await refusal(group.id)).status).toBe(200);
  await group.setBotStatus(maria, 'restricted');
  expect((await refusal(group.id)).description).toContain('not enough rights to send text messages');
  expect((await rawCall(server, 'getChat', { chat_id: group.id })).result).toMatchObject({ title: 'Pro Loco' });
});

test('a public chat is known by its name, and a channel takes only what an administrator writes', async () => {
  const channel = await server.group({ title: 'Avvisi', type: 'channel', username: 'avvisi', members: [maria] });
  expect((await refusal('@avvisi')).description).toContain('need administrator rights in the channel chat');
  await channel.setBotStatus(maria, 'administrator');
  expect((await refusal('@avvisi')).status).toBe(200);
});

test('an upgraded group refuses every send and tells its new id', async () => {
  const board = await api.sendMessage(group.id, 'Lista');
  const upgraded = await group.migrate();
  const old = {
    status: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: upgraded.id },
  };
  expect(await refusal(group.id)).toEqual(old);
  expect(await refusal(group.id)).toEqual(old);
  expect(upgraded).toMatchObject({ type: 'supergroup', title: 'Pro Loco' });
  expect((await refusal(upgraded.id)).status).toBe(200);
  await expect(group.say(maria, 'ciao')).rejects.toThrow('was upgraded');
  await expect(api.editMessageText(group.id, board.message_id, 'y')).rejects.toThrow('upgraded to a supergroup');
});

test.each([
  ['old-first', ['migrate_to_chat_id', 'migrate_from_chat_id']],
  ['new-first', ['migrate_from_chat_id', 'migrate_to_chat_id']],
  ['silent', []],
] as const)('an upgrade is told %s', async (telling, told) => {
  const upgraded = await group.migrate(telling);
  const updates = (await rawCall(server, 'getUpdates')).result as { message: Record<string, unknown> }[];
  expect(updates.flatMap(({ message }) => Object.keys(message).filter((key) => key.startsWith('migrate')))).toEqual(
    told,
  );
  for (const { message } of updates) {
    expect(message.chat).toMatchObject(message.migrate_to_chat_id ? { id: group.id } : { id: upgraded.id });
  }
});

test('the bot sees what people are in a chat', async () => {
  const sara = await server.user({ firstName: 'Sara' });
  const anna = await server.user({ firstName: 'Anna' });
  await group.setStatus(maria, luca, 'administrator');
  await group.add(maria, anna);
  await group.setStatus(maria, anna, 'administrator', { anonymous: true });
  const status = async (user_id: number) => (await api.getChatMember(group.id, user_id)).status;
  expect(await status(maria.id)).toBe('creator');
  expect(await status(luca.id)).toBe('administrator');
  expect(await status(sara.id)).toBe('left');
  expect(await status(anna.id)).toBe('administrator');
  await group.leave(luca);
  expect(await status(luca.id)).toBe('left');
  await expect(api.getChatMember(group.id, 99)).rejects.toThrow('user not found');
  const admins = async () => (await api.getChatAdministrators(group.id)).map(({ user }) => user.first_name);
  expect(await admins()).toEqual(['Maria']);
  await group.setBotStatus(maria, 'administrator');
  expect(await admins()).toEqual(['Maria', 'Campanile', 'Anna']);
  await expect(api.getChatAdministrators(maria.id)).rejects.toThrow('no administrators in the private chat');
  expect(await api.getChatMemberCount(group.id)).toBe(3);
});

test('only an administrator pins, and a pin is told', async () => {
  const { message_id } = await api.sendMessage(group.id, 'Lista');
  const pin = () => api.pinChatMessage(group.id, message_id, { disable_notification: true });
  await expect(pin()).rejects.toThrow('not enough rights to manage pinned messages in the chat');
  await group.setBotStatus(maria, 'administrator');
  await pin();
  expect(await group.pinned()).toEqual([message_id]);
  expect((await api.getChat(group.id)).pinned_message).toMatchObject({ text: 'Lista' });
  await api.unpinChatMessage(group.id, message_id);
  expect(await group.pinned()).toEqual([]);
  await expect(api.unpinChatMessage(group.id, message_id)).rejects.toThrow('message to unpin not found');
  await expect(api.pinChatMessage(group.id, 999)).rejects.toThrow('message to pin not found');
});

test('the bot deletes the words of others only as an administrator', async () => {
  const hers = await group.say(maria, 'ciao');
  await expect(api.deleteMessage(group.id, hers.message_id)).rejects.toThrow("message can't be deleted");
  await group.setBotStatus(maria, 'administrator');
  await api.deleteMessage(group.id, hers.message_id);
  expect((await group.messages()).map(({ message_id }) => message_id)).not.toContain(hers.message_id);
});

test('a message goes to a topic that is open, and a reply stays in its topic', async () => {
  const forum = await server.group({ title: 'Forum', type: 'supergroup', forum: true, members: [maria] });
  const topic = await forum.openTopic(maria, 'Bottega');
  const inTopic = { message_thread_id: topic };
  expect(await api.sendMessage(forum.id, 'x', inTopic)).toMatchObject({ ...inTopic, is_topic_message: true });
  const hers = await forum.say(maria, '/plan', { topic });
  expect(hers).toMatchObject(inTopic);
  const reply = await api.sendMessage(forum.id, 'y', { reply_parameters: { message_id: hers.message_id } });
  expect(reply).toMatchObject(inTopic);
  await forum.deleteTopic(topic);
  await expect(api.sendMessage(forum.id, 'z', inTopic)).rejects.toThrow('message thread not found');
  expect(await api.sendMessage(forum.id, 'General')).not.toHaveProperty('message_thread_id');
});

test('a bot that leaves a group is gone from it', async () => {
  await api.leaveChat(group.id);
  expect((await refusal(group.id)).status).toBe(403);
  await expect(api.leaveChat(maria.id)).rejects.toThrow('private chats');
});

test('typing is shown where the bot may write', async () => {
  expect(await api.sendChatAction(group.id, 'typing')).toBe(true);
  await expect(api.sendChatAction(-77, 'typing')).rejects.toThrow('chat not found');
  expect((await rawCall(server, 'sendChatAction', { chat_id: group.id, action: 'dance' })).description).toContain(
    '/action',
  );
});

test('the bot presents itself in each language, within the lengths that Telegram allows', async () => {
  const commands = [{ command: 'piano', description: 'Scegliere il piano' }];
  await api.setMyCommands(commands, { language_code: 'it', scope: { type: 'all_group_chats' } });
  expect(await api.getMyCommands({ language_code: 'it', scope: { type: 'all_group_chats' } })).toEqual(commands);
  expect(await api.getMyCommands()).toEqual([]);
  await expect(api.setMyCommands([{ command: 'Piano', description: 'x' }])).rejects.toThrow('BOT_COMMAND_INVALID');
  await expect(api.setMyCommands([{ command: 'a', description: '' }])).rejects.toThrow('DESCRIPTION_INVALID');
  const many = Array.from({ length: 101 }, (_, at) => ({ command: `c${at}`, description: 'x' }));
  await expect(api.setMyCommands(many)).rejects.toThrow('BOT_COMMANDS_TOO_MUCH');
  await api.setMyName('Campanile');
  expect(await api.getMyName()).toEqual({ name: 'Campanile' });
  await api.setMyShortDescription('Una guida per il paese', { language_code: 'it' });
  expect(await api.getMyShortDescription({ language_code: 'it' })).toEqual({
    short_description: 'Una guida per il paese',
  });
  await expect(api.setMyDescription('x'.repeat(513))).rejects.toThrow('BOT_DESCRIPTION_INVALID');
  const named = await rawCall(server, 'setMyName', { name: 'x', language_code: 'ita' });
  expect(named.description).toContain('LANG_CODE_INVALID');
});

test('a button that opens a page inside Telegram is for private chats', async () => {
  const reply_markup = new InlineKeyboard().webApp('Apri', 'https://example.org');
  expect(await api.sendMessage(maria.id, 'x', { reply_markup })).toHaveProperty('reply_markup');
  await expect(api.sendMessage(group.id, 'x', { reply_markup })).rejects.toThrow('BUTTON_TYPE_INVALID');
});
