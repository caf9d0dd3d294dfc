import type { Conversation, Talk } from './conversation.ts';
import type { Incoming } from './message.ts';

/** So many other threads are remembered in a conversation. */
const MOST_TALKS = 5;

const NOTHING_SAID: Omit<Talk, 'thread'> = {
  since: 0,
  last: null,
  offered: [],
  asking: null,
  proposal: null,
  awaiting: null,
  step: null,
  asked: null,
  wish: null,
};

const talkIn = (conversation: Conversation): Talk => {
  const { thread, since, last, offered, asking, proposal, awaiting, step, asked, wish } = conversation;
  return { thread, since, last, offered, asking, proposal, awaiting, step, asked, wish };
};

/** Whether one of our messages, by its key, was said in the last answer of a talk. */
const isOf = (key: string, { since }: Talk): boolean => Number(/^m(\d+)$/.exec(key)?.[1]) > since;

/**
 * The conversation as it is where somebody speaks now: each thread goes on with its own talk. One that begins at our own last answer goes on with that;
 * any other begins with nothing said.
 */
export const inItsThread = (conversation: Conversation, { event, thread: named }: Incoming): Conversation => {
  const thread = named ?? null;
  const speaks = event.kind === 'text' || event.kind === 'press' || event.kind === 'unreadable';
  if (!speaks || thread === conversation.thread) return conversation;
  const talks = [talkIn(conversation), ...conversation.talks];
  const known = talks.find((talk) => talk.thread === thread);
  const outside = talks.find((talk) => talk.thread === null);
  const repliesTo = 'repliesTo' in event ? event.repliesTo : undefined;
  const goesOn = outside && repliesTo !== undefined && isOf(repliesTo, outside) ? outside : NOTHING_SAID;
  const others = talks.filter((talk) => talk.thread !== thread).slice(0, MOST_TALKS);
  return { ...conversation, ...(known ?? goesOn), thread, talks: others };
};

/** What was asked before this time (milliseconds since 1970) is forgotten, in every thread. */
export const forgetAskedBefore = (conversation: Conversation, before: number): Conversation => {
  const isOld = ({ asked }: Pick<Talk, 'asked'>): boolean => asked !== null && asked.at < before;
  const talks = conversation.talks.map((talk) => (isOld(talk) ? { ...talk, asked: null } : talk));
  // The answer stands once more in the message that can still be judged.
  return { ...conversation, talks, ...(isOld(conversation) ? { asked: null, answered: null } : {}) };
};

/** When the oldest question that is still kept was asked (milliseconds since 1970); null where none is. */
export const oldestAskedAt = (conversation: Conversation): number | null => {
  const times = [conversation, ...conversation.talks].flatMap(({ asked }) => (asked ? [asked.at] : []));
  return times.length === 0 ? null : Math.min(...times);
};
