import type { Spot } from './address.ts';
import type { Place } from './update.ts';

/** Where in a chat something stands: in a topic, or, where there is none, in the chain of answers that a message began. */
export type Thread = { readonly kind: 'topic' | 'chain'; readonly id: number };

const NAME = /^(re-)?(\d+)$/;

/** How a thread is called outside of this channel: `7`, `re-80`. */
export const nameOf = ({ kind, id }: Thread): string => (kind === 'topic' ? String(id) : `re-${id}`);

/** The thread of that name; null when it is none. */
export const threadNamed = (name: string): Thread | null => {
  const [, chain, id] = NAME.exec(name) ?? [];
  return id === undefined ? null : { kind: chain === undefined ? 'topic' : 'chain', id: Number(id) };
};

/** The thread that a message stands in; null where it stands by itself. */
export const threadOf = ({ message_thread_id, is_topic_message, reply_to_message }: Place): Thread | null => {
  if (is_topic_message) return message_thread_id === undefined ? null : { kind: 'topic', id: message_thread_id };
  // Only supergroups tell what a chain began with; elsewhere it is the message answered to.
  const first = message_thread_id ?? reply_to_message?.message_id;
  return first === undefined ? null : { kind: 'chain', id: first };
};

/** The thread that an address names by itself: a topic. */
export const topicIn = ({ topic }: Spot): Thread | null => (topic === null ? null : { kind: 'topic', id: topic });

/** Where to write, in words of the Bot API. */
export const target = ({ chat, thread }: { readonly chat: number; readonly thread: Thread | null }) => ({
  chat_id: chat,
  ...(thread?.kind === 'topic' ? { message_thread_id: thread.id } : {}),
  ...(thread?.kind === 'chain' ? { reply_parameters: { message_id: thread.id } } : {}),
});
