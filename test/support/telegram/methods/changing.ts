import type { TelegramInlineKeyboardMarkup } from '@gramio/types';
import type {
  AnswerCallbackQueryParams,
  DeleteMessageParams,
  EditMessageCaptionParams,
  EditMessageReplyMarkupParams,
  EditMessageTextParams,
} from '@gramio/types/params';
import { chatFor, isAdmin, isGroup, messageFor, tellNews } from '../chats.ts';
import { badRequest } from '../failure.ts';
import { checkInlineKeyboard, isInline } from '../markup.ts';
import type { Message } from '../message.ts';
import { formatted } from '../text.ts';
import type { Chat, Stored, World } from '../world.ts';
import { type Method, method } from './method.ts';
import { captioned, withFound } from './posting.ts';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
const ANSWER_WITHIN_MS = 15_000;
const LONGEST_TOAST = 200;
const DELETE_WITHIN_S = 48 * 3600;
/** What may have words below it. */
const FILES = ['photo', 'document', 'voice', 'video', 'audio'] as const;

type Target = { chat_id?: number | string; message_id?: number; reply_markup?: unknown };

/** Finds the bot's own message that a call wants to change. */
const editable = (world: World, { chat_id, message_id }: Target): { chat: Chat; stored: Stored } => {
  if (chat_id === undefined) throw badRequest('chat_id is empty');
  const chat = chatFor(world, chat_id, 'write');
  if (message_id === undefined) throw badRequest('message identifier is not specified');
  const stored = messageFor(chat, message_id, 'message to edit');
  if (!stored.own || stored.fixed) throw badRequest("message can't be edited");
  return { chat, stored };
};

const keyboardOf = (given: unknown, chat: Chat): TelegramInlineKeyboardMarkup | undefined => {
  if (given === undefined) return undefined;
  const markup = given as object;
  if (!isInline(markup)) throw badRequest('inline keyboard expected');
  checkInlineKeyboard(markup, chat.type);
  return markup.inline_keyboard.length ? markup : undefined;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Puts the changed message in the place of the old one, unless nothing would change. */
const replace = (world: World, chat: Chat, stored: Stored, next: Message): Message => {
  const { message } = stored;
  const seen = ({ text, entities, caption, caption_entities, reply_markup }: Message) => [
    text ?? caption,
    entities ?? caption_entities,
    reply_markup?.inline_keyboard,
  ];
  if (same(seen(message), seen(next))) throw badRequest(NOT_MODIFIED);
  world.flood.count(chat.id, isGroup(chat));
  stored.message = { ...next, edit_date: world.clock.seconds() };
  tellNews(world, chat, stored.message);
  return stored.message;
};

/** How the bot changes, removes or answers what is there. */
export const changing: Readonly<Record<string, Method>> = {
  editMessageText: method<EditMessageTextParams>('EditMessageTextParams', (world, given) => {
    const { chat, stored } = editable(world, given);
    const words = formatted(String(given.text ?? ''), given.parse_mode, given.entities);
    if (words.text === '') throw badRequest('message text is empty');
    if (stored.message.text === undefined) throw badRequest('there is no text in the message to edit');
    const keyboard = keyboardOf(given.reply_markup, chat);
    const { entities: _, reply_markup: __, ...rest } = stored.message;
    const entities = withFound(words);
    return replace(world, chat, stored, {
      ...rest,
      text: words.text,
      ...(entities && { entities }),
      ...(keyboard && { reply_markup: keyboard }),
    });
  }),
  editMessageCaption: method<EditMessageCaptionParams>('EditMessageCaptionParams', (world, given) => {
    const { chat, stored } = editable(world, given);
    const words = captioned(given);
    if (!FILES.some((kind) => stored.message[kind])) throw badRequest('there is no caption in the message to edit');
    const keyboard = keyboardOf(given.reply_markup, chat);
    const { caption: _, caption_entities: __, reply_markup: ___, ...rest } = stored.message;
    return replace(world, chat, stored, { ...rest, ...words, ...(keyboard && { reply_markup: keyboard }) });
  }),
  editMessageReplyMarkup: method<EditMessageReplyMarkupParams>('EditMessageReplyMarkupParams', (world, given) => {
    const { chat, stored } = editable(world, given);
    const keyboard = keyboardOf(given.reply_markup, chat);
    const { reply_markup: _, ...rest } = stored.message;
    return replace(world, chat, stored, { ...rest, ...(keyboard && { reply_markup: keyboard }) });
  }),
  deleteMessage: method<DeleteMessageParams>('DeleteMessageParams', (world, { chat_id, message_id }) => {
    const chat = chatFor(world, chat_id, 'write');
    const { message, own } = messageFor(chat, message_id, 'message to delete');
    const old = world.clock.seconds() - message.date > DELETE_WITHIN_S;
    if (old || !(own || chat.type === 'private' || isAdmin(chat, world.bot.id))) {
      throw badRequest("message can't be deleted");
    }
    chat.messages.delete(message_id);
    chat.pinned.delete(message_id);
    return true;
  }),
  answerCallbackQuery: method<AnswerCallbackQueryParams>('AnswerCallbackQueryParams', (world, given) => {
    const { callback_query_id: id, text = '', show_alert: alert = false } = given;
    const press = world.presses.get(id);
    if (!press || press.answer || world.clock.now() - press.at > ANSWER_WITHIN_MS) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    if (text.length > LONGEST_TOAST) throw badRequest('MESSAGE_TOO_LONG');
    press.answer = { text, alert };
    return true;
  }),
};
