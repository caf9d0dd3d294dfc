import type { Clock } from '../../src/pipeline/clock.ts';

type Sleeper = { readonly until: number; readonly wake: () => void };

export type HeldClock = Clock & {
  /** Lets so many milliseconds pass, from each that wakes to the next; `settle` waits for what they do then. */
  pass(milliseconds: number, settle: () => Promise<void>): Promise<void>;
};

/** A clock that stands until a test lets time pass. */
export const createHeldClock = (): HeldClock => {
  let now = 0;
  const sleepers = new Set<Sleeper>();
  return {
    elapsed: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const sleeper: Sleeper = { until: now + milliseconds, wake: resolve };
        sleepers.add(sleeper);
        signal.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      }),
    pass: async (milliseconds, settle) => {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const [next] = [...sleepers].filter(({ until }) => until <= end).sort((a, b) => a.until - b.until);
        if (!next) break;
        now = next.until;
        sleepers.delete(next);
        next.wake();
        await settle();
      }
      now = end;
    },
  };
};
