import type { Store } from '../store.ts';

/** The ids of what came in are kept this long, so that the same thing does not come in twice; platforms keep theirs for a day. */
const REMEMBERED = 48 * 3_600_000;
const EVERY = 3_600_000;

/** Forgets, once an hour, what is not needed any more; gives what ends it. What fails is done the next time. */
export const keepHouse = (store: Store, now: () => number): (() => void) => {
  const forget = () => void store.forget(now() - REMEMBERED).catch(() => {});
  const timer = setInterval(forget, EVERY);
  timer.unref();
  forget();
  return () => clearInterval(timer);
};
