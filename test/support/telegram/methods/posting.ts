import type { TelegramReplyParameters } from '@gramio/types';
import type { SendDocumentParams, SendMessageParams } from '@gramio/types/params';
import type { Upload } from '../body.ts';
import { addMessage, chatFor, isGroup } from '../chats.ts';
import { entitiesIn } from '../entities.ts';
import { badRequest } from '../failure.ts';
import { checkInlineKeyboard, isInline } from '../markup.ts';
import type { Message } from '../message.ts';
import { type Formatted, formatted } from '../text.ts';
import type { Chat, Stored, World } from '../world.ts';
import { type Method, method } from './method.ts';

const LONGEST_CAPTION = 1024;

type Markup = NonNullable<SendMessageParams['reply_markup']>;

/** What a message carries beside its words: whom it answers, where it stands, its buttons. */
const frame = (
  world: World,
  chat: Chat,
  reply: TelegramReplyParameters | undefined,
  thread: number | undefined,
  markup: Markup | undefined,
): { fields: Partial<Message>; kept: Omit<Stored, 'message'> } => {
  const answered = reply?.message_id === undefined ? undefined : chat.messages.get(reply.message_id)?.message;
  if (reply?.message_id !== undefined && !answered && !reply.allow_sending_without_reply) {
    throw badRequest('message to be replied not found');
  }
  const topic = thread ?? (answered?.is_topic_message ? answered.message_thread_id : undefined);
  const topical = topic !== undefined && (chat.forum || chat.type === 'private');
  if (topical && !chat.topics.has(topic)) throw badRequest('message thread not found');
  const inline = markup && isInline(markup) ? markup : undefined;
  if (inline) checkInlineKeyboard(inline, chat.type);
  const { reply_to_message: _, ...quoted } = answered ?? {};
  const fixed = markup && !inline ? kindOf(markup) : undefined;
  return {
    fields: {
      from: world.bot,
      ...(answered && { reply_to_message: quoted as Message }),
      ...(topical && { message_thread_id: topic, is_topic_message: true as const }),
      ...(inline?.inline_keyboard.length && { reply_markup: inline }),
    },
    kept: { own: true, ...(fixed && { fixed }) },
  };
};

const kindOf = (markup: object): NonNullable<Stored['fixed']> =>
  'force_reply' in markup ? 'force_reply' : 'keyboard' in markup ? 'keyboard' : 'remove_keyboard';

/** The entities as sent, and those that Telegram finds by itself outside of them. */
export const withFound = ({ text, entities }: Formatted): Message['entities'] => {
  const found = entitiesIn(text).filter(({ offset, length }) =>
    entities.every((entity) => offset + length <= entity.offset || entity.offset + entity.length <= offset),
  );
  const all = [...entities, ...found].toSorted((one, other) => one.offset - other.offset);
  return all.length ? all : undefined;
};

const readFile = (world: World, document: Upload | string): NonNullable<Message['document']> => {
  const id = typeof document === 'string' ? document : `file-${world.files.size + 1}`;
  if (typeof document !== 'string') world.files.set(id, document);
  const file = world.files.get(id);
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
  if (file.bytes.length === 0) throw badRequest('file must be non-empty');
  return { file_id: id, file_unique_id: id, file_name: file.name, mime_type: file.type, file_size: file.bytes.length };
};

/** How the bot writes something new. */
export const posting: Readonly<Record<string, Method>> = {
  sendMessage: method<SendMessageParams>('SendMessageParams', (world, given) => {
    const chat = chatFor(world, given.chat_id, 'write');
    const words = formatted(String(given.text), given.parse_mode, given.entities);
    if (words.text === '') throw badRequest('message text is empty');
    const markup = given.reply_markup as Markup | undefined;
    const { fields, kept } = frame(world, chat, given.reply_parameters, given.message_thread_id, markup);
    world.flood.count(chat.id, isGroup(chat));
    const entities = withFound(words);
    return addMessage(world, chat, { ...fields, text: words.text, ...(entities && { entities }) }, kept);
  }),
  sendDocument: method<SendDocumentParams>('SendDocumentParams', (world, given) => {
    const chat = chatFor(world, given.chat_id, 'write');
    const caption = formatted(
      String(given.caption ?? ''),
      given.parse_mode,
      given.caption_entities,
      LONGEST_CAPTION,
      'message caption is too long',
    );
    const markup = given.reply_markup as Markup | undefined;
    const { fields, kept } = frame(world, chat, given.reply_parameters, given.message_thread_id, markup);
    const document = readFile(world, given.document as unknown as Upload | string);
    world.flood.count(chat.id, isGroup(chat));
    const entities = withFound(caption);
    const told = caption.text && { caption: caption.text, ...(entities && { caption_entities: entities }) };
    return addMessage(world, chat, { ...fields, document, ...told }, kept);
  }),
  sendChatAction: method<{ chat_id: number | string }>('SendChatActionParams', (world, { chat_id }) => {
    chatFor(world, chat_id, 'write');
    return true;
  }),
};
