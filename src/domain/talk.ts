import type { Conversation, Talk } from './conversation.ts';
import type { Incoming } from './message.ts';

/** So many other threads are remembered in a conversation. */
const MOST_TALKS = 5;

const NOTHING_SAID: Omit<Talk, 'thread'> = {
  since: 0,
  last: null,
  offered: [],
  asking: null,
  awaiting: null,
  step: null,
  asked: null,
};

const talkIn = (conversation: Conversation): Talk => {
  const { thread, since, last, offered, asking, awaiting, step, asked } = conversation;
  return { thread, since, last, offered, asking, awaiting, step, asked };
};

/** The number of one of our messages, by its key; not a number where it has none. */
const numberOf = (key: string | undefined): number => Number(/^m(\d+)$/.exec(key ?? '')?.[1]);

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
  const repliesTo = known ? Number.NaN : numberOf('repliesTo' in event ? event.repliesTo : undefined);
  const goesOn = outside && repliesTo > outside.since ? outside : undefined;
  // A yes may be given under the question, or under what was said after it.
  const { proposal, wish, waitsIn } = conversation;
  const isUnder = waitsIn === null && repliesTo >= (proposal?.number ?? wish?.number ?? Number.NaN);
  return {
    ...conversation,
    ...(known ?? goesOn ?? NOTHING_SAID),
    thread,
    talks: talks.filter((talk) => talk.thread !== thread).slice(0, MOST_TALKS),
    waitsIn: isUnder ? thread : waitsIn,
  };
};

/** The conversation after a turn: from which message on it can be followed up where that stands, and where a yes to what is new is waited for. */
export const afterTurn = (after: Conversation, before: Conversation, { from, thread }: Incoming): Conversation => {
  const isNew =
    (after.proposal !== null && after.proposal !== before.proposal) ||
    (after.wish !== null && after.wish !== before.wish);
  const since = from && after.count > before.count ? before.count : after.since;
  return { ...after, since, waitsIn: isNew ? (thread ?? null) : after.waitsIn };
};

/** Whether what is typed here can be the yes, or the words, that are waited for. */
export const isWaitedFor = ({ thread, waitsIn }: Conversation): boolean => thread === waitsIn;

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
