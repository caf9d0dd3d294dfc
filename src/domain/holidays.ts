import type { Holidays } from './centre.ts';
import { type Day, dayNumber } from './local-time.ts';

type National = {
  /** Days of every year, as "MM-DD"; with the year of the first where a law added one since. */
  readonly fixed: readonly (readonly [day: string, since?: number])[];
  /** How many days after Easter Sunday. */
  readonly moving: readonly number[];
};

const NATIONAL: Readonly<Record<NonNullable<Holidays['national']>, National>> = {
  it: {
    fixed: [
      ['01-01'],
      ['01-06'],
      ['04-25'],
      ['05-01'],
      ['06-02'],
      ['08-15'],
      // San Francesco, by the law 151 of 8 October 2025.
      ['10-04', 2026],
      ['11-01'],
      ['12-08'],
      ['12-25'],
      ['12-26'],
    ],
    moving: [0, 1],
  },
  fr: {
    fixed: [['01-01'], ['05-01'], ['05-08'], ['07-14'], ['08-15'], ['11-01'], ['11-11'], ['12-25']],
    // Easter Monday, Ascension, Whit Monday.
    moving: [1, 39, 50],
  },
};

/** Easter Sunday of a year by the Gregorian rule (Meeus, Jones and Butcher). */
export const easterOf = (year: number): Day => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 };
};

const numberOf = ({ year, month, day }: Day): number => dayNumber(Date.UTC(year, month - 1, day));

const two = (number: number): string => String(number).padStart(2, '0');

/** True on a day that is no working day: one of the nation's, or one of the centre's own. */
export const isHoliday = ({ national, own }: Holidays, day: Day): boolean => {
  const everyYear = `${two(day.month)}-${two(day.day)}`;
  if (own.includes(everyYear) || own.includes(`${day.year}-${everyYear}`)) return true;
  if (national === null) return false;
  const { fixed, moving } = NATIONAL[national];
  return (
    fixed.some(([one, since]) => one === everyYear && (since === undefined || day.year >= since)) ||
    moving.includes(numberOf(day) - numberOf(easterOf(day.year)))
  );
};
