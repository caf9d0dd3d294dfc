import type { TelegramReplyParameters } from '@gramio/types';
import type { SendDocumentParams, SendMessageParams } from '@gramio/types/params';
import type { Upload } from '../body.ts';
import { addMessage, chatFor, isGroup } from '../chats.ts';
import { entitiesIn } from '../entities.ts';
import { badRequest } from '../failure.ts';
import { fileSent } from '../files.ts';
import { checkInlineKeyboard, isInline } from '../markup.ts';
import type { Message } from '../message.ts';
import { type Formatted, formatted } from '../text.ts';
import { openingOf, standingOf } from '../topics.ts';
import type { Chat, FileKind, Stored, World } from '../world.ts';
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
  const standing = standingOf(chat, world.bot.id, thread, answered);
  const inline = markup && isInline(markup) ? markup : undefined;
  if (inline) checkInlineKeyboard(inline, chat.type);
  const { reply_to_message: _, ...quoted } = answered ?? openingOf(chat, standing) ?? {};
  const fixed = markup && !inline ? kindOf(markup) : undefined;
  return {
    fields: {
      from: world.bot,
      ...('message_id' in quoted && { reply_to_message: quoted as Message }),
      ...standing,
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

/** Words below a file, as a message shows them. */
export const captioned = (
  given: Pick<SendDocumentParams, 'caption' | 'parse_mode' | 'caption_entities'>,
): Pick<Partial<Message>, 'caption' | 'caption_entities'> => {
  const { caption = '', parse_mode, caption_entities } = given;
  const words = formatted(
    String(caption),
    parse_mode,
    caption_entities,
    LONGEST_CAPTION,
    'message caption is too long',
  );
  const entities = withFound(words);
  return words.text === '' ? {} : { caption: words.text, ...(entities && { caption_entities: entities }) };
};

type FileParams = Pick<
  SendDocumentParams,
  'chat_id' | 'message_thread_id' | 'reply_parameters' | 'reply_markup' | 'caption' | 'parse_mode' | 'caption_entities'
>;

/** The method that sends one kind of file. */
const sendsFile = (kind: FileKind, parameters: string): Method =>
  method<FileParams & Readonly<Record<string, unknown>>>(parameters, (world, given) => {
    const chat = chatFor(world, given.chat_id, 'write');
    const told = captioned(given);
    const markup = given.reply_markup as Markup | undefined;
    const { fields, kept } = frame(world, chat, given.reply_parameters, given.message_thread_id, markup);
    const shown = fileSent(world, kind, given[kind] as Upload | string);
    world.flood.count(chat.id, isGroup(chat));
    return addMessage(world, chat, { ...fields, [kind]: shown, ...told }, kept);
  });

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
  sendPhoto: sendsFile('photo', 'SendPhotoParams'),
  sendDocument: sendsFile('document', 'SendDocumentParams'),
  sendVoice: sendsFile('voice', 'SendVoiceParams'),
  sendVideo: sendsFile('video', 'SendVideoParams'),
  sendAudio: sendsFile('audio', 'SendAudioParams'),
  sendChatAction: method<{ chat_id: number | string }>('SendChatActionParams', (world, { chat_id }) => {
    chatFor(world, chat_id, 'write');
    return true;
  }),
};
