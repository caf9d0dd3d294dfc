import { setTimeout as sleep } from 'node:timers/promises';
import { delayAfter, persist } from '../persist.ts';
import type { Line } from './line.ts';

export type Lines = {
  readonly open: () => Promise<Line>;
  /** Told of each socket that could not be opened; may say how long to wait (milliseconds). */
  readonly onFailure: (error: unknown) => number | null;
  readonly onOpen: () => void;
  readonly signal: AbortSignal;
  readonly chance?: () => number;
};

/** A socket that ends sooner than this did no good: the next one is not opened at once (milliseconds). */
const SHORT = 5000;

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Keeps one socket open until the signal comes. When Slack announces that it ends, the next one is open before it is left. */
export const holdLines = async ({ open, onFailure, onOpen, signal, chance = Math.random }: Lines): Promise<void> => {
  const aborted = whenAborted(signal);
  const left: Promise<void>[] = [];
  let line: Line | undefined;
  for (let short = 0; !signal.aborted; ) {
    const next = await persist(open, { signal, onFailure, chance });
    if (line) left.push(line.leave());
    line = next;
    if (!line) break;
    onOpen();
    const began = performance.now();
    await Promise.race([line.ending, aborted]);
    short = performance.now() - began < SHORT ? short + 1 : 0;
    if (short > 1) await sleep(delayAfter(short - 2, chance()), undefined, { signal }).catch(() => {});
  }
  await Promise.all([...left, line?.leave()]);
};
