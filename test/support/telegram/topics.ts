import type { TelegramUser } from '@gramio/types';
import { addService, isAdmin } from './chats.ts';
import { badRequest } from './failure.ts';
import type { Message } from './message.ts';
import { reachesBot } from './privacy.ts';
import type { Chat, World } from './world.ts';

const LONGEST_NAME = 128;
/** The color of every topic's sign. */
export const ICON_COLOR = 7322096;

/** Writes a change of the chat into it, and tells the bot. */
export const announce = (world: World, chat: Chat, from: TelegramUser, fields: Partial<Message>): Message => {
  const message = addService(world, chat, from, fields);
  if (reachesBot(world, chat, message, true)) world.updates.push('message', message);
  return message;
};

/** Where a message stands in its chat: in a topic, or in the chain of answers that it belongs to. */
export type Standing = Pick<Partial<Message>, 'message_thread_id' | 'is_topic_message'>;

/**
 * Where something stands that somebody writes to this topic, or in answer to this message. Fails where the topic is not there, or is closed and they may not
 * manage topics.
 */
export const standingOf = (
  chat: Chat,
  by: number,
  asked: number | undefined,
  answered: Message | undefined,
): Standing => {
  const hasTopics = chat.forum || chat.type === 'private';
  const topic = asked ?? (answered?.is_topic_message ? answered.message_thread_id : undefined);
  if (hasTopics && topic !== undefined) {
    const found = chat.topics.get(topic);
    if (!found) throw badRequest('message thread not found');
    if (found.closed && !managesTopics(chat, by)) throw badRequest('TOPIC_CLOSED');
    return { message_thread_id: topic, is_topic_message: true };
  }
  const isChain = chat.type === 'supergroup' && !chat.forum && answered;
  return isChain ? { message_thread_id: answered.message_thread_id ?? answered.message_id } : {};
};

/** In a topic, what answers nothing answers the message that opened it. */
export const openingOf = (chat: Chat, { message_thread_id: topic, is_topic_message }: Standing): Message | undefined =>
  is_topic_message && chat.forum && topic !== undefined ? chat.messages.get(topic)?.message : undefined;

/** Opens a topic; gives its id, which is that of the message that tells it. */
export const openTopic = (world: World, chat: Chat, by: TelegramUser, name: string): number => {
  if (name.length > LONGEST_NAME) throw badRequest('topic name is too long');
  const topic = chat.lastMessageId + 1;
  chat.topics.set(topic, { name, by: by.id, closed: false });
  const standing = { message_thread_id: topic, is_topic_message: true as const };
  announce(world, chat, by, { ...standing, forum_topic_created: { name, icon_color: ICON_COLOR } });
  return topic;
};

/** Closes a topic, or opens it again. */
export const setClosed = (world: World, chat: Chat, by: TelegramUser, topic: number, closed: boolean): void => {
  const found = chat.topics.get(topic);
  if (!found) throw badRequest('TOPIC_ID_INVALID');
  if (found.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED');
  found.closed = closed;
  const standing = { message_thread_id: topic, is_topic_message: true as const };
  announce(world, chat, by, { ...standing, ...(closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} }) });
};

/** Takes a topic away with all that was written in it; nobody is told. */
export const removeTopic = (chat: Chat, topic: number): void => {
  chat.topics.delete(topic);
  for (const [id, { message }] of chat.messages) if (message.message_thread_id === topic) chat.messages.delete(id);
};

/** Whether somebody may open topics, and close and rename those of others. */
export const managesTopics = (chat: Chat, user: number): boolean =>
  isAdmin(chat, user) && chat.members.get(user)?.topics !== false;
