import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;

/** How long to wait after so many failures, in milliseconds: twice as long each time, up to half a minute, and never all at once. */
export const delayAfter = (failures: number, chance: number): number =>
  Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(failures, 10)) * (0.5 + chance / 2);

export type Persistence = {
  readonly signal: AbortSignal;
  /** Told of each failure; may say how long to wait (milliseconds). */
  readonly onFailure: (error: unknown) => number | null;
  /** Waits; ends early when the signal comes. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly chance?: () => number;
};

const pauseFor = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => {});

/** Tries until it succeeds, waiting longer after each failure; undefined when the signal ended it. */
export const persist = async <Result>(
  attempt: () => Promise<Result>,
  { signal, onFailure, pause = pauseFor, chance = Math.random }: Persistence,
): Promise<Result | undefined> => {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (signal.aborted) return undefined;
      await pause(onFailure(error) ?? delayAfter(failures, chance()), signal);
    }
  }
  return undefined;
};
