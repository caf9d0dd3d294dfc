import type { Group } from './group.ts';

const DAY = 24 * 3_600_000;

/** After so long without a change (milliseconds) a group is held to stand still: three weeks, in which most meet at least once. */
const LONG = 21 * DAY;

/** Since when (milliseconds since 1970) nothing has changed in a group that is on its way; null where it never began, arrived, or moved lately. */
export const stillSince = ({ journal, finished }: Group, now: number): number | null => {
  const last = journal.at(-1);
  return !last || finished || now - last.at < LONG ? null : last.at;
};
