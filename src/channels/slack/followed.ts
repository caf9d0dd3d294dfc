import type { SlackEvent } from './payload.ts';
import { withoutMention } from './text.ts';

/** So many threads are followed, and so many talks in each; in older ones the assistant is called by name again. */
const MOST_THREADS = 1000;
const MOST_TALKS = 10;

/** What somebody says to the assistant in a thread: from the message that called it until somebody else writes there. Times are Slack's, in seconds. */
type Talk = { readonly user: string; readonly since: number; readonly until: number };

/** Which threads of channels are a talk of one person with the assistant. It is told by ids and times alone, and forgotten at the end. */
export type Followed = {
  /** Takes note of a message: who calls the assistant begins a talk, anybody else who writes ends it. */
  note(said: SlackEvent): void;
  /** Whether a message goes on with such a talk, and needs no name. */
  isFollowUp(said: SlackEvent): boolean;
};

/** Whether words are meant for somebody else by name. */
export const isToOthers = (text: string): boolean => /^\s*<(?:@[UW]|!)/.test(text);

/** Where a message of a person stands in a channel; undefined for one that is no such message. */
const spotIn = ({ type, subtype, channel, ts, user, thread_ts }: SlackEvent, botId: string) => {
  const isSaid = (type === 'message' || type === 'app_mention') && !subtype?.startsWith('message_');
  if (!isSaid || !channel || channel.startsWith('D') || !ts || !user || user === botId) return undefined;
  return { thread: `${channel} ${thread_ts ?? ts}`, user, at: Number(ts) };
};

export const createFollowed = (botId: string): Followed => {
  const threads = new Map<string, readonly Talk[]>();

  const keep = (thread: string, talks: readonly Talk[]): void => {
    // The newest stand last.
    threads.delete(thread);
    threads.set(thread, talks.slice(-MOST_TALKS));
    const [oldest] = threads.keys();
    if (threads.size > MOST_THREADS && oldest !== undefined) threads.delete(oldest);
  };

  return {
    note: (said) => {
      const spot = spotIn(said, botId);
      if (!spot) return;
      const { thread, user, at } = spot;
      const before = threads.get(thread);
      const calls = withoutMention(said.text ?? '', botId).mentioned;
      if (!before && !calls) return;
      const ended = (before ?? []).map((talk) =>
        talk.user !== user && at > talk.since && at < talk.until ? { ...talk, until: at } : talk,
      );
      const isKnown = ended.some((talk) => talk.user === user && at >= talk.since && at < talk.until);
      keep(thread, calls && !isKnown ? [...ended, { user, since: at, until: Number.POSITIVE_INFINITY }] : ended);
    },
    isFollowUp: (said) => {
      const spot = said.thread_ts === said.ts ? undefined : spotIn(said, botId);
      const talks = (spot && threads.get(spot.thread)) ?? [];
      const isIn = ({ user, since, until }: Talk): boolean => user === spot?.user && spot.at > since && spot.at < until;
      return talks.some(isIn) && !isToOthers(said.text ?? '');
    },
  };
};
