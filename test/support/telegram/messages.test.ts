import { Api, InlineKeyboard, InputFile } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from './driver-types.ts';
import { rawCall } from './raw-call.ts';
import { type BotApi, startBotApi } from './server.ts';

let server: BotApi;
let maria: Person;
let api: Api;

beforeEach(async () => {
  server = await startBotApi();
  maria = await server.user({ firstName: 'Maria' });
  api = new Api(server.token, { apiRoot: server.root });
});
afterEach(() => server.close());

const send = async (given: Readonly<Record<string, unknown>>): Promise<string | undefined> =>
  (await rawCall(server, 'sendMessage', { chat_id: maria.id, ...given })).description;
const button = (fields: Readonly<Record<string, unknown>>) => ({
  text: 'x',
  reply_markup: { inline_keyboard: [[{ text: 'Fatto', ...fields }]] },
});

test('a message is what the bot wrote, without the space around it', async () => {
  const sent = await api.sendMessage(maria.id, '\n  Buongiorno \n', {
    entities: [{ type: 'bold', offset: 3, length: 10 }],
  });
  expect(sent).toMatchObject({
    text: 'Buongiorno',
    entities: [{ type: 'bold', offset: 0, length: 10 }],
    chat: { id: maria.id, type: 'private', first_name: 'Maria' },
    from: { is_bot: true },
  });
});

test('a text has 1 to 4096 UTF-16 units', async () => {
  expect(await send({ text: 'è'.repeat(4096) })).toBeUndefined();
  expect(await send({ text: 'è'.repeat(4097) })).toBe('Bad Request: message is too long');
  expect(await send({ text: '🔔'.repeat(2048) })).toBeUndefined();
  expect(await send({ text: '🔔'.repeat(2049) })).toBe('Bad Request: message is too long');
  for (const text of ['', '  \n ']) expect(await send({ text })).toBe('Bad Request: message text is empty');
  expect(await send({})).toBe('Bad Request: message text is empty');
});

test('the length counts after the markup is read', async () => {
  expect(await send({ text: `<b>${'x'.repeat(4096)}</b>`, parse_mode: 'HTML' })).toBeUndefined();
  expect(await send({ text: '<b>x', parse_mode: 'HTML' })).toContain("can't parse entities");
  expect(await send({ text: 'a & b < c', parse_mode: 'HTML' })).toContain("can't parse entities");
  const sent = await api.sendMessage(maria.id, 'una <b>cosa</b> &amp; <a href="https://example.org">altro</a>', {
    parse_mode: 'HTML',
  });
  expect(sent.text).toBe('una cosa & altro');
  expect(sent.entities).toEqual([
    { type: 'bold', offset: 4, length: 4 },
    { type: 'text_link', offset: 11, length: 5, url: 'https://example.org' },
  ]);
});

test.each([
  ['ends after the text', { type: 'bold', offset: 2, length: 9 }, 'after the end of the text'],
  ['begins before it', { type: 'bold', offset: -1, length: 2 }, 'after the end of the text'],
  ['is empty', { type: 'bold', offset: 0, length: 0 }, 'after the end of the text'],
  ['begins inside of a bell', { type: 'bold', offset: 1, length: 2 }, 'begins in a middle of a UTF-16 symbol'],
  ['ends inside of a bell', { type: 'bold', offset: 0, length: 1 }, 'ends in a middle of a UTF-16 symbol'],
  ['is of an unknown type', { type: 'loud', offset: 0, length: 2 }, 'wrong parameter /entities/0/type'],
  ['is a link to nowhere', { type: 'text_link', offset: 0, length: 2 }, 'can\'t find field "url"'],
])('an entity that %s is refused', async (_, entity, why) => {
  expect(await send({ text: '🔔 ciao', entities: [entity] })).toContain(why);
});

test('entities may nest, but not cross, nor stand in code', async () => {
  const of = (type: string, offset: number, length: number) => ({ type, offset, length });
  expect(await send({ text: 'abcdef', entities: [of('bold', 0, 6), of('italic', 2, 2)] })).toBeUndefined();
  expect(await send({ text: 'abcdef', entities: [of('bold', 0, 3), of('italic', 2, 3)] })).toContain('cross');
  expect(await send({ text: 'abcdef', entities: [of('code', 0, 6), of('bold', 2, 2)] })).toContain('inside a code');
});

test('what the schema does not know is refused', async () => {
  expect(await send({ text: 'x', parse_mode: 'BBCode' })).toContain('wrong parameter /parse_mode');
  expect(await send({ text: 5 })).toContain('wrong parameter /text');
  expect(await send({ text: 'x', tezt: 'y' })).toBe('Bad Request: unknown field "tezt"');
  expect(await send(button({ callback_dat: 'x' }))).toContain('unknown field "callback_dat"');
  expect(await send({ text: 'x', chat_id: undefined })).toBe('Bad Request: chat_id is empty');
  expect(await send({ text: 'x', reply_to_message_id: 1 })).toContain('unknown field "reply_to_message_id"');
});

test('a button has a label and does one thing; its data has 1 to 64 bytes', async () => {
  expect(await send(button({ callback_data: 'à'.repeat(32) }))).toBeUndefined();
  expect(await send(button({ callback_data: 'à'.repeat(33) }))).toBe('Bad Request: BUTTON_DATA_INVALID');
  expect(await send(button({ callback_data: '' }))).toBe('Bad Request: BUTTON_DATA_INVALID');
  expect(await send(button({}))).toContain('text buttons are unallowed');
  expect(await send(button({ callback_data: 'a', url: 'https://example.org' }))).toContain('callback_data');
  expect(await send(button({ url: 'example' }))).toBe('Bad Request: BUTTON_URL_INVALID');
  expect(await send(button({ text: ' ', callback_data: 'a' }))).toContain('must be non-empty');
});

test('a keyboard has at most a hundred buttons, eight in a row', async () => {
  const rows = (count: number, wide: number) => ({
    text: 'x',
    reply_markup: {
      inline_keyboard: Array.from({ length: count }, () =>
        Array.from({ length: wide }, () => ({ text: 'a', callback_data: 'a' })),
      ),
    },
  });
  expect(await send(rows(12, 8))).toBeUndefined();
  expect(await send(rows(13, 8))).toBe('Bad Request: reply markup is too long');
  expect(await send(rows(1, 9))).toBe('Bad Request: BUTTON_ROW_TOO_LONG');
});

test('an edit that changes nothing is refused, one that changes the text or the buttons is not', async () => {
  const keyboard = new InlineKeyboard().text('Fatto', 'set:1');
  const { message_id } = await api.sendMessage(maria.id, 'Lista', { reply_markup: keyboard });
  const edit = (text: string, reply_markup?: InlineKeyboard) =>
    api.editMessageText(maria.id, message_id, text, reply_markup && { reply_markup });
  await expect(edit('Lista', keyboard)).rejects.toThrow('message is not modified: specified new message content');
  expect(await edit('Lista nuova', keyboard)).toMatchObject({ text: 'Lista nuova', edit_date: expect.any(Number) });
  expect(await edit('Lista nuova')).not.toHaveProperty('reply_markup');
  await api.editMessageReplyMarkup(maria.id, message_id, { reply_markup: keyboard });
  await expect(api.editMessageReplyMarkup(maria.id, message_id, { reply_markup: keyboard })).rejects.toThrow(
    'not modified',
  );
  await expect(edit('')).rejects.toThrow('message text is empty');
});

test('only an own message that is there, with buttons or none, may be edited', async () => {
  const hers = await maria.say('ciao');
  const asking = await api.sendMessage(maria.id, 'Chi siete?', { reply_markup: { force_reply: true } });
  const gone = await api.sendMessage(maria.id, 'via');
  await api.deleteMessage(maria.id, gone.message_id);
  const edit = async (message_id: number, more = {}) =>
    (await rawCall(server, 'editMessageText', { chat_id: maria.id, message_id, text: 'nuovo', ...more })).description;
  expect(await edit(hers.message_id)).toBe("Bad Request: message can't be edited");
  expect(await edit(asking.message_id)).toBe("Bad Request: message can't be edited");
  expect(await edit(gone.message_id)).toBe('Bad Request: message to edit not found');
  expect(await edit(9999)).toBe('Bad Request: message to edit not found');
  const { message_id } = await api.sendMessage(maria.id, 'vecchio');
  expect(await edit(message_id, { reply_markup: { force_reply: true } })).toContain('reply_markup');
  expect(await edit(message_id)).toBeUndefined();
});

test('a message is deleted once, and within two days', async () => {
  const { message_id } = await api.sendMessage(maria.id, 'via');
  const old = await api.sendMessage(maria.id, 'vecchio');
  expect(await api.deleteMessage(maria.id, message_id)).toBe(true);
  await expect(api.deleteMessage(maria.id, message_id)).rejects.toThrow('message to delete not found');
  await server.advance(49 * 3_600_000);
  await expect(api.deleteMessage(maria.id, old.message_id)).rejects.toThrow("message can't be deleted");
});

test('a reply needs the message that it answers, unless it may do without', async () => {
  const hers = await maria.say('quanti soci servono?');
  const answer = await api.sendMessage(maria.id, 'Non è scritto.', {
    reply_parameters: { message_id: hers.message_id },
  });
  expect(answer.reply_to_message).toMatchObject({ text: 'quanti soci servono?' });
  const missing = { message_id: 9999 };
  await expect(api.sendMessage(maria.id, 'x', { reply_parameters: missing })).rejects.toThrow(
    'message to be replied not found',
  );
  const without = await api.sendMessage(maria.id, 'x', {
    reply_parameters: { ...missing, allow_sending_without_reply: true },
  });
  expect(without).not.toHaveProperty('reply_to_message');
});

test('a press is answered once, soon, and in 200 characters', async () => {
  const board = await api.sendMessage(maria.id, 'Lista', { reply_markup: new InlineKeyboard().text('Fatto', 'set:1') });
  const press = await maria.press(board, 'Fatto');
  await expect(api.answerCallbackQuery(press.id, { text: 'x'.repeat(201) })).rejects.toThrow('MESSAGE_TOO_LONG');
  await api.answerCallbackQuery(press.id, { text: 'Segnato' });
  expect(await press.answer()).toEqual({ text: 'Segnato', alert: false });
  const tooOld = 'query is too old and response timeout expired or query ID is invalid';
  await expect(api.answerCallbackQuery(press.id)).rejects.toThrow(tooOld);
  await expect(api.answerCallbackQuery('nothing')).rejects.toThrow(tooOld);
  const late = await maria.press(board, 'set:1');
  await server.advance(60_000);
  await expect(api.answerCallbackQuery(late.id)).rejects.toThrow(tooOld);
});

test('a document is uploaded, read and described; its caption has at most 1024 characters', async () => {
  const journey = new InputFile(Buffer.from('Il nostro cammino'), 'cammino.txt');
  const sent = await api.sendDocument(maria.id, journey, {
    caption: 'Ecco tutto.',
    reply_markup: new InlineKeyboard().text('Grazie', 'thanks'),
  });
  expect(sent).toMatchObject({ caption: 'Ecco tutto.', document: { file_name: 'cammino.txt', file_size: 17 } });
  expect(await server.file(sent.document.file_id)).toMatchObject({ text: 'Il nostro cammino' });
  const again = new InputFile(Buffer.from('x'), 'x.txt');
  await expect(api.sendDocument(maria.id, again, { caption: 'x'.repeat(1025) })).rejects.toThrow('caption is too long');
  await expect(api.sendDocument(maria.id, new InputFile(Buffer.alloc(0), 'x'))).rejects.toThrow('non-empty');
  await expect(api.sendDocument(maria.id, 'no-such-file')).rejects.toThrow('wrong file identifier');
});

test('a form says the same as JSON', async () => {
  const reply_markup = JSON.stringify({ inline_keyboard: [[{ text: 'Fatto', callback_data: 'set:1' }]] });
  const fields = { chat_id: String(maria.id), text: '5', reply_markup, disable_notification: 'true' };
  const form = await rawCall(server, 'sendMessage', new URLSearchParams(fields));
  expect(form.result).toMatchObject({ text: '5', reply_markup: { inline_keyboard: [[{ text: 'Fatto' }]] } });
  const multipart = new FormData();
  for (const [name, value] of Object.entries(fields)) multipart.set(name, value);
  expect((await rawCall(server, 'sendMessage', multipart)).ok).toBe(true);
  const query = await fetch(`${server.root}/bot${server.token}/sendMessage?chat_id=${maria.id}&text=a/b`);
  expect(await query.json()).toMatchObject({ ok: true, result: { text: 'a/b' } });
  const broken = await rawCall(server, 'sendMessage', new URLSearchParams({ ...fields, reply_markup: '{' }));
  expect(broken.description).toBe("Bad Request: can't parse reply markup JSON object");
});
