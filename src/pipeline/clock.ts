import { setTimeout } from 'node:timers/promises';

/** How time passes, whatever the machine's clock says: what is to wait waits as long as it was told to. */
export type Clock = {
  /** Milliseconds since some moment; never goes back and never jumps. */
  elapsed(): number;
  /** Resolves after so many milliseconds; rejects when the signal comes before. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
};

export const machineClock: Clock = {
  elapsed: () => performance.now(),
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
};
