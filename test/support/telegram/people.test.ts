import type { TelegramUpdate } from '@gramio/types';
import { Api, InlineKeyboard } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person, Talk } from './driver-types.ts';
import { isUpdate } from './is-update.ts';
import { rawCall } from './raw-call.ts';
import { album, SAMPLES } from './samples.ts';
import { type BotApi, startBotApi } from './server.ts';

let server: BotApi;
let api: Api;
let maria: Person;
let luca: Person;
let group: Talk;
let offset: number;

beforeEach(async () => {
  server = await startBotApi();
  api = new Api(server.token, { apiRoot: server.root });
  maria = await server.user({ firstName: 'Maria', languageCode: 'it', username: 'maria' });
  luca = await server.user({ firstName: 'Luca' });
  group = await server.group({ title: 'Pro Loco', members: [maria, luca] });
  offset = 0;
  await rawCall(server, 'getUpdates', {
    allowed_updates: ['message', 'edited_message', 'channel_post', 'callback_query', 'my_chat_member', 'chat_member'],
  });
});
afterEach(() => server.close());

/** The updates that came since the last look, each as the Bot API's types say. */
const updates = async (): Promise<TelegramUpdate[]> => {
  const found = (await rawCall(server, 'getUpdates', { offset })).result as TelegramUpdate[];
  offset = (found.at(-1)?.update_id ?? offset - 1) + 1;
  for (const update of found) expect([isUpdate(update), isUpdate.errors]).toEqual([true, null]);
  return found;
};
const texts = async (): Promise<unknown[]> => (await updates()).map(({ message }) => message?.text ?? message?.caption);

test('in private the bot gets everything, with who and in which language', async () => {
  await maria.say('buongiorno');
  expect(await updates()).toMatchObject([
    {
      message: {
        message_id: 1,
        text: 'buongiorno',
        from: { id: maria.id, first_name: 'Maria', language_code: 'it', username: 'maria' },
        chat: { id: maria.id, type: 'private' },
      },
    },
  ]);
});

test('in privacy mode a group shows the bot only what is meant for it', async () => {
  const answer = await api.sendMessage(group.id, 'Ecco');
  const hers = await group.say(maria, 'ci vediamo domani');
  await group.say(luca, 'va bene', { replyTo: hers });
  await group.say(maria, 'scrivi a luca@example.org o /qualcosa');
  await group.say(maria, '/start@other_bot');
  expect(await texts()).toEqual([]);
  await group.say(maria, '/piano');
  await group.say(maria, '/piano@Campanile_bot 5');
  await group.say(maria, 'chi ci aiuta, @campanile_bot?');
  await group.say(luca, 'grazie', { replyTo: answer });
  expect(await texts()).toEqual(['/piano', '/piano@Campanile_bot 5', 'chi ci aiuta, @campanile_bot?', 'grazie']);
});

test('with privacy off, or as an administrator, the bot gets all that is said in a group', async () => {
  await server.setPrivacy(false);
  await group.say(maria, 'domani');
  expect(await texts()).toEqual(['domani']);
  await server.setPrivacy(true);
  await group.setBotStatus(maria, 'administrator');
  await updates();
  await group.say(maria, 'dopodomani');
  expect(await texts()).toEqual(['dopodomani']);
  await group.setBotStatus(maria, 'kicked');
  await updates();
  await group.say(maria, '/piano');
  expect(await texts()).toEqual([]);
});

test('commands and mentions are marked as Telegram marks them', async () => {
  const { entities } = await maria.say('🔔 /piano@campanile_bot, a/b @maria e maria@paese.it');
  expect(entities).toEqual([
    { type: 'bot_command', offset: 3, length: 20 },
    { type: 'mention', offset: 29, length: 6 },
  ]);
  expect(await maria.say('／fase 2')).not.toHaveProperty('entities');
  expect((await maria.say('x y', { entities: [{ type: 'bold', offset: 0, length: 1 }] })).entities).toHaveLength(1);
});

test('a reply, a forward and an edit say what they are', async () => {
  const first = await group.say(maria, '/fase');
  await group.say(luca, '/fase 2', { replyTo: first, forwardFrom: maria });
  await group.say(luca, '/reset', { forwardFrom: 'Un vicino' });
  await group.edit(first, '/fase 3');
  expect(await updates()).toMatchObject([
    {},
    {
      message: { reply_to_message: { text: '/fase' }, forward_origin: { type: 'user', sender_user: { id: maria.id } } },
    },
    { message: { forward_origin: { type: 'hidden_user', sender_user_name: 'Un vicino' } } },
    { edited_message: { message_id: first.message_id, text: '/fase 3', edit_date: expect.any(Number) } },
  ]);
});

test('what is not text comes in its own form', async () => {
  for (const sample of Object.values(SAMPLES)) await maria.send(sample);
  for (const photo of album(10, 'quanti soci servono?')) await maria.send(photo);
  const found = await updates();
  expect(found).toHaveLength(Object.keys(SAMPLES).length + 10);
  expect(found.at(-10)?.message).toMatchObject({ caption: 'quanti soci servono?', media_group_id: 'album-1' });
});

test('an anonymous administrator, a channel and a linked post are told as Telegram tells them', async () => {
  const channel = await server.group({ title: 'Avvisi', type: 'channel', members: [maria], bot: 'administrator' });
  const linked = await server.group({
    title: 'Paese',
    type: 'supergroup',
    members: [maria, luca],
    bot: 'administrator',
    linkedChannel: channel.id,
  });
  await linked.say(maria, '/piano', { anonymous: true });
  await linked.say(maria, '/piano', { asChannel: channel });
  await channel.post('Festa sabato');
  expect(await updates()).toMatchObject([
    { message: { from: { id: 1087968824 }, sender_chat: { id: linked.id } } },
    { message: { from: { id: 136817688 }, sender_chat: { id: channel.id, type: 'channel' } } },
    { channel_post: { text: 'Festa sabato', chat: { id: channel.id } } },
    { message: { from: { id: 777000 }, is_automatic_forward: true, text: 'Festa sabato', chat: { id: linked.id } } },
  ]);
});

test('coming and going is told: of the bot itself always, of others by the message in the chat', async () => {
  const sara = await server.user({ firstName: 'Sara' });
  const other = await server.group({ title: 'Foyer', members: [maria], bot: 'left' });
  await other.addBot(maria, 'bring-42');
  await other.add(maria, sara);
  await other.leave(sara);
  await other.setBotStatus(maria, 'administrator');
  await other.setStatus(maria, luca, 'member');
  await other.rename(maria, 'Foyer rural');
  await other.setBotStatus(maria, 'kicked');
  const seen = (await updates()).map(({ message, my_chat_member, chat_member }) => {
    const change = my_chat_member ?? chat_member;
    if (change) return `${change.old_chat_member.status} → ${change.new_chat_member.status}`;
    return message?.text ?? Object.keys(message ?? {}).at(-1);
  });
  expect(seen).toEqual([
    'left → member',
    'new_chat_members',
    '/start@campanile_bot bring-42',
    'new_chat_members',
    'left_chat_member',
    'member → administrator',
    'left → member',
    'new_chat_members',
    'new_chat_title',
    'administrator → kicked',
  ]);
});

test('blocking and unblocking in private is told', async () => {
  await maria.block();
  await maria.unblock();
  const status = (await updates()).map(({ my_chat_member }) => my_chat_member?.new_chat_member.status);
  expect(status).toEqual(['kicked', 'member']);
});

test('who is muted, gone or blocked cannot speak', async () => {
  await group.setStatus(maria, luca, 'restricted');
  await expect(group.say(luca, 'ciao')).rejects.toThrow('restricted');
  await group.leave(luca);
  await expect(group.say(luca, 'ciao')).rejects.toThrow('left');
  await expect(maria.say('x'.repeat(4097))).rejects.toThrow('4097');
});

test('a press carries the data of its button and the message as it stands', async () => {
  const reply_markup = new InlineKeyboard().text('Fatto', 'set:1').text('Perché?', 'why:1');
  const board = await api.sendMessage(group.id, 'Lista', { reply_markup });
  await group.press(luca, board, 'Perché?');
  await group.press(luca, board, 'set:1');
  await expect(group.press(luca, board, 'Altro')).rejects.toThrow('it has "Fatto", "Perché?"');
  expect(await updates()).toMatchObject([
    { callback_query: { data: 'why:1', from: { id: luca.id }, message: { text: 'Lista', from: { is_bot: true } } } },
    { callback_query: { data: 'set:1' } },
  ]);
});

test('an old screen still sends the data of a button that is gone, also under a removed message', async () => {
  const board = await api.sendMessage(group.id, 'Lista');
  await group.press(luca, board, 'set:1', { stale: true });
  await group.remove(board);
  await group.press(luca, board, 'set:1', { stale: true });
  await maria.pressInline('set:1');
  expect(await updates()).toMatchObject([
    { callback_query: { data: 'set:1', message: { text: 'Lista' } } },
    { callback_query: { message: { message_id: board.message_id, date: 0 } } },
    { callback_query: { inline_message_id: expect.any(String) } },
  ]);
});

test('a transcript shows the chat as its people see it', async () => {
  const reply_markup = new InlineKeyboard().text('1 Parlare', 'set:1').row().text('Perché?', 'why:1');
  await group.say(maria, '/lista');
  const board = await api.sendMessage(group.id, 'Fase 2\n1. Parlare', { reply_markup });
  const gone = await api.sendMessage(group.id, 'via');
  await api.deleteMessage(group.id, gone.message_id);
  await api.editMessageText(group.id, board.message_id, 'Fase 2\n1. Parlare ✓', { reply_markup });
  await group.rename(maria, 'Pro Loco di Sopra');
  await group.send(luca, SAMPLES.sticker);
  expect(await group.transcript()).toBe(`Maria:
  /lista

Campanile (edited):
  Fase 2
  1. Parlare ✓
  [ 1 Parlare ]
  [ Perché? ]

– Maria named the group Pro Loco di Sopra –

Luca:
  [sticker]`);
});
