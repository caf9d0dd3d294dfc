import type { Clock } from './clock.ts';
import { tooManyCalls } from './failure.ts';

/** How often a method may be called: so many times a minute, or one message a second in each channel. */
export type Tier = 2 | 3 | 4 | 'message' | 'none';

const MINUTE = 60_000;
const SECOND = 1000;
const A_MINUTE = { 2: 20, 3: 50, 4: 100 } as const;

export type Limits = {
  /** Counts a call; fails with the seconds to wait when there were too many. */
  readonly count: (method: string, tier: Tier, channel: string) => void;
  on: boolean;
};

/** Slack's published limits: tiers by the minute, and one message a second a channel, here without its unpublished bursts. */
export const createLimits = (clock: Clock, on: boolean): Limits => {
  const past = new Map<string, number[]>();

  const take = (key: string, most: number, span: number): void => {
    const recent = (past.get(key) ?? []).filter((at) => at > clock.now() - span);
    past.set(key, recent);
    if (recent.length >= most) throw tooManyCalls(Math.max(1, Math.ceil((recent[0]! + span - clock.now()) / 1000)));
    recent.push(clock.now());
  };

  const limits: Limits = {
    on,
    count: (method, tier, channel) => {
      if (!limits.on || tier === 'none') return;
      if (tier === 'message') take(`message ${channel}`, 1, SECOND);
      else take(method, A_MINUTE[tier], MINUTE);
    },
  };
  return limits;
};
