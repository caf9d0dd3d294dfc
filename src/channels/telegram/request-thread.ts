import type { Sent } from '../../channel.ts';
import type { Message } from '../../domain/message.ts';
import { clean } from '../../language/fold.ts';
import { cutText } from '../cut-text.ts';
import type { Spot } from './address.ts';
import { hasNoTopics, isThreadGone, isTopicClosed, sentAfter } from './errors.ts';
import type { Calls } from './sending-file.ts';
import { nameOf, type Thread, target, threadNamed } from './thread.ts';

const MOST_NAME = 128;

/** Posts at a place; gives the message's id. */
export type Post = (where: ReturnType<typeof target>) => Promise<number>;

export type RequestThread = Spot & { readonly request: string };

/** How a topic is called: by the heading of the first message, or by the first of its words. */
const topicName = ({ heading, text, file }: Message, { request }: RequestThread): string =>
  cutText(clean(heading ?? '') || clean(text) || (file?.name ?? ''), MOST_NAME)[0] || request;

/** Opens a topic; where the group has none, begins a chain of answers in it, so that nothing is lost. */
const open = async (
  { quick }: Calls,
  spot: RequestThread,
  message: Message,
  post: Post,
  onNoTopics: () => void,
): Promise<Sent> => {
  try {
    const name = topicName(message, spot);
    const { message_thread_id: id } = await quick.createForumTopic({ chat_id: spot.chat, name });
    return { kind: 'opened', thread: nameOf({ kind: 'topic', id }) };
  } catch (error) {
    if (!hasNoTopics(error)) throw error;
  }
  onNoTopics();
  const id = await post({ chat_id: spot.chat });
  return { kind: 'shown', as: String(id), thread: nameOf({ kind: 'chain', id }) };
};

/** Opens a topic again that somebody closed; false where the bot may not. */
const reopen = async ({ quick }: Calls, spot: RequestThread, { id }: Thread): Promise<boolean> => {
  try {
    await quick.reopenForumTopic({ chat_id: spot.chat, message_thread_id: id });
    return true;
  } catch (error) {
    if (sentAfter(error, spot).kind !== 'refused') throw error;
    return false;
  }
};

/**
 * Closes the topic of a request, or opens it again. Where it is so already, where the bot may not, where it is gone or there are no topics, it stays as it
 * is: nothing that people need hangs on it.
 */
export const setTopic = async (
  { quick }: Calls,
  spot: Spot,
  to: 'close' | 'reopen',
  known: string | null,
): Promise<Sent> => {
  const thread = known === null ? null : threadNamed(known);
  if (thread?.kind !== 'topic') return { kind: 'shown', as: null };
  const topic = { chat_id: spot.chat, message_thread_id: thread.id };
  try {
    if (to === 'close') await quick.closeForumTopic(topic);
    else await quick.reopenForumTopic(topic);
  } catch (error) {
    const sent = sentAfter(error, spot);
    if (sent.kind !== 'refused') return sent;
  }
  return { kind: 'shown', as: null };
};

/** Posts into the thread of a request, which is opened first, and anew where it is gone. */
export const postInRequest = async (
  calls: Calls,
  spot: RequestThread,
  message: Message,
  known: string | null,
  post: Post,
  onNoTopics: () => void,
): Promise<Sent> => {
  const thread = known === null ? null : threadNamed(known);
  if (!thread) return await open(calls, spot, message, post, onNoTopics);
  const there = target({ chat: spot.chat, thread });
  try {
    return { kind: 'shown', as: String(await post(there)) };
  } catch (error) {
    if (isTopicClosed(error) && (await reopen(calls, spot, thread)))
      return { kind: 'shown', as: String(await post(there)) };
    if (!isTopicClosed(error) && !isThreadGone(error)) throw error;
  }
  return await open(calls, spot, message, post, onNoTopics);
};
