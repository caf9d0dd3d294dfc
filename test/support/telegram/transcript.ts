import type { Message } from './message.ts';
import type { Chat } from './world.ts';

const nameOf = ({ from, sender_chat }: Message): string =>
  sender_chat?.title ?? [from?.first_name, from?.last_name].filter(Boolean).join(' ');

const people = (users: Message['new_chat_members']): string =>
  (users ?? []).map(({ first_name }) => first_name).join(', ');

/** What people see of a change in the chat itself. */
const service = (message: Message): string | undefined => {
  const who = nameOf(message);
  if (message.new_chat_members) return `${who} added ${people(message.new_chat_members)}`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} left`;
  if (message.new_chat_title) return `${who} named the group ${message.new_chat_title}`;
  if (message.pinned_message) return `${who} pinned a message`;
  if (message.migrate_to_chat_id ?? message.migrate_from_chat_id) return 'the group became a supergroup';
  if (message.forum_topic_created) return `${who} opened the topic ${message.forum_topic_created.name}`;
  if (message.forum_topic_edited) return `${who} named the topic ${message.forum_topic_edited.name}`;
  if (message.forum_topic_closed) return `${who} closed the topic`;
  if (message.forum_topic_reopened) return `${who} opened the topic again`;
  return undefined;
};

const OTHER = [
  'sticker',
  'voice',
  'photo',
  'video',
  'audio',
  'video_note',
  'location',
  'contact',
  'poll',
  'dice',
  'animation',
] as const;

const wordsOf = (message: Message): string => {
  const kind = OTHER.find((one) => message[one] !== undefined);
  const file = message.document && `[file ${message.document.file_name}]`;
  return [file, kind && `[${kind.replace('_', ' ')}]`, message.text ?? message.caption].filter(Boolean).join(' ');
};

/** A message as people see it: who wrote it, its text, its buttons in brackets. */
export const asSeen = (message: Message): string => {
  const told = service(message);
  if (told) return `– ${told} –`;
  const edited = message.edit_date === undefined ? '' : ' (edited)';
  const lines = wordsOf(message)
    .split('\n')
    .map((line) => `  ${line}`.trimEnd());
  const buttons = (message.reply_markup?.inline_keyboard ?? []).map(
    (row) => `  ${row.map(({ text }) => `[ ${text} ]`).join(' ')}`,
  );
  return [`${nameOf(message)}${edited}:`, ...lines, ...buttons].join('\n');
};

/**
 * A chat, or one topic of it, as its people see it now: who wrote what, edited texts as they stand, buttons in brackets, removed messages
 * gone.
 */
export const transcriptOf = (chat: Chat, topic?: number): string =>
  [...chat.messages.values()]
    .filter(({ message }) => topic === undefined || (message.is_topic_message && message.message_thread_id === topic))
    .map(({ message }) => asSeen(message))
    .join('\n\n');
