/** A day of the calendar, months counted from 1. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

/** The milliseconds of a day that neither begins nor ends summer time. */
export const DAY = 24 * 60 * 60 * 1000;

/** Making one costs more than asking it a hundred times; as many are kept as there are zones in use. */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
};

const shown = (timeZone: string, at: number): number[] =>
  (formatOf(timeZone).format(at).match(/\d+/g) ?? []).map(Number);

/**
 * What calendar and clock show in a zone at a moment, as one number: the milliseconds since 1970 as if the zone were UTC. `at`:
 * milliseconds since 1970; an unknown zone throws a RangeError.
 */
export const readingAt = (timeZone: string, at: number): number => {
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = shown(timeZone, at);
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000);
};

/** How many days since 1970 a reading is in; a Thursday has the number 0. */
export const dayNumber = (reading: number): number => Math.floor(reading / DAY);

/** The day of the calendar with this number. */
export const dateOf = (number: number): Day => {
  const [month = 1, day = 1, year = 1970] = shown('UTC', number * DAY);
  return { year, month, day };
};

/**
 * The first moment at which a zone's clock shows a reading or a later one: where an hour comes twice its first time, where it is left out
 * the moment of the change.
 */
export const momentOf = (timeZone: string, reading: number): number => {
  const offsetAt = (at: number): number => readingAt(timeZone, at) - at;
  const byOldTime = reading - offsetAt(reading - DAY);
  const byNewTime = reading - offsetAt(reading + DAY);
  if (byOldTime === byNewTime || readingAt(timeZone, byOldTime) === reading) return byOldTime;
  if (readingAt(timeZone, byNewTime) === reading) return byNewTime;
  let [early, late] = [byNewTime, byOldTime];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (readingAt(timeZone, middle) < reading) early = middle;
    else late = middle;
  }
  return late;
};
