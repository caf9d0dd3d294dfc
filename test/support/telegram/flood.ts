import type { Clock } from './clock.ts';
import { tooManyRequests } from './failure.ts';

const BURST = 5;
const MINUTE = 60_000;
const GROUP_MINUTE = 20;
const SECOND = 1000;
const EVERYBODY_SECOND = 30;

export type Flood = {
  /** Counts a message or an edit of a chat; fails with `retry_after` when there were too many. */
  readonly count: (chat: number, group: boolean) => void;
  /** Fails while a wait holds, whatever the call. */
  readonly check: (chat: number) => void;
  /** Every call of this chat, or of all chats, is refused for so many seconds. */
  readonly hold: (seconds: number, chat?: number) => void;
  limits: boolean;
};

/**
 * How often a bot may write: about one message a second in a chat with short bursts, 20 a minute in a group, 30 a second in all.
 * Telegram does not tell the exact limits; these are of the size that it names.
 */
export const createFlood = (clock: Clock, limits: boolean): Flood => {
  const sent = new Map<number, number[]>();
  const held = new Map<number, number>();
  const EVERYBODY = 0;

  const secondsUntil = (at: number): number => Math.max(1, Math.ceil((at - clock.now()) / 1000));
  const recent = (chat: number, span: number): number[] => {
    const times = (sent.get(chat) ?? []).filter((at) => at > clock.now() - span);
    sent.set(chat, times);
    return times;
  };

  const flood: Flood = {
    limits,
    check: (chat) => {
      if (held.size === 0) return;
      for (const key of [EVERYBODY, chat]) {
        const until = held.get(key);
        if (until === undefined) continue;
        if (until > clock.now()) throw tooManyRequests(secondsUntil(until));
        held.delete(key);
      }
    },
    hold: (seconds, chat = EVERYBODY) => {
      held.set(chat, clock.now() + seconds * 1000);
    },
    count: (chat, group) => {
      if (!flood.limits) return;
      const all = recent(EVERYBODY, SECOND);
      if (all.length >= EVERYBODY_SECOND) throw tooManyRequests(secondsUntil(all[0]! + SECOND));
      const own = recent(chat, MINUTE);
      if (group && own.length >= GROUP_MINUTE) throw tooManyRequests(secondsUntil(own.at(-GROUP_MINUTE)! + MINUTE));
      const burst = own.filter((at) => at > clock.now() - BURST * SECOND);
      if (burst.length >= BURST) throw tooManyRequests(secondsUntil(burst[0]! + BURST * SECOND));
      all.push(clock.now());
      own.push(clock.now());
    },
  };
  return flood;
};
