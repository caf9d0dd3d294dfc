import { type Holidays, WEEKDAYS, type Week } from './centre.ts';
import { isHoliday } from './holidays.ts';
import { DAY, dateOf, dayNumber, momentOf, readingAt } from './local-time.ts';

/** When somebody is there: the hours of a week by a zone's clock, except on holidays. */
export type Opening = { readonly week: Week; readonly holidays: Holidays; readonly timeZone: string };

const MINUTE = 60 * 1000;
const YEAR = 366;

/** From a moment (milliseconds since 1970) until just before another. */
type Span = { readonly from: number; readonly to: number };

/** The spans of a day, in their order; none on a holiday. */
const spansOf = ({ week, holidays, timeZone }: Opening, day: number): Span[] => {
  // The first of January 1970, day 0, was a Thursday.
  const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7];
  const periods = weekday ? week[weekday] : [];
  if (periods.length === 0 || isHoliday(holidays, dateOf(day))) return [];
  return periods.map(({ from, to }) => ({
    from: momentOf(timeZone, day * DAY + from * MINUTE),
    to: momentOf(timeZone, day * DAY + to * MINUTE),
  }));
};

/** What is still to come of the spans from a moment on, until there is none for a whole year. */
function* spansFrom(opening: Opening, at: number): Generator<Span> {
  const today = dayNumber(readingAt(opening.timeZone, at));
  let lastOpen = today;
  for (let day = today; day - lastOpen <= YEAR; day++) {
    for (const { from, to } of spansOf(opening, day)) {
      // A period that summer time leaves out has no length.
      if (to <= at || from === to) continue;
      lastOpen = day;
      yield { from: Math.max(from, at), to };
    }
  }
}

/** True while somebody is there: from the first moment of a period until just before its end. */
export const isOpen = (opening: Opening, at: number): boolean => opensNext(opening, at) === at;

/** The moment itself while it is open, else when it opens next (milliseconds since 1970); null when that is not within a year. */
export const opensNext = (opening: Opening, at: number): number | null => {
  for (const { from } of spansFrom(opening, at)) return from;
  return null;
};

/** The first moment by which so much opening time has passed since another (all in milliseconds); null when it never opens for so long. */
export const afterOpenTime = (opening: Opening, at: number, milliseconds: number): number | null => {
  if (milliseconds <= 0) return at;
  let left = milliseconds;
  for (const { from, to } of spansFrom(opening, at)) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return null;
};
