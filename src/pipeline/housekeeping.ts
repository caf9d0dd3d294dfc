import type { Store } from '../store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The ids of what came in are kept this long, so that the same thing does not come in twice; platforms keep theirs for a day. */
const REMEMBERED = 2 * DAY;
/** What a group told is kept this long after it sent the assistant away: it may be let in again. */
const KEPT_AFTER_LEAVING = 30 * DAY;

/** What was asked last serves what follows on it, and a wish for a person, for a day. */
const ASKED_KEPT = DAY;

/** What could not be answered is looked at, and answered or not, within a year. */
const GAPS_KEPT = 365 * DAY;

/** Forgets and erases, once an hour, what is not to be kept any longer; gives what ends it. What fails is done the next time. */
export const keepHouse = (store: Store, now: () => number): (() => void) => {
  const tidy = async (): Promise<void> => {
    await store.eraseLeft(now() - KEPT_AFTER_LEAVING);
    await store.forgetAsked(now() - ASKED_KEPT);
    await store.forget(now() - REMEMBERED);
    await store.forgetGaps(now() - GAPS_KEPT);
  };
  const tidyUp = () => void tidy().catch(() => {});
  const timer = setInterval(tidyUp, HOUR);
  timer.unref();
  tidyUp();
  return () => clearInterval(timer);
};
