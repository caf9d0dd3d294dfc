import type { Language } from '../../domain/language.ts';
import { DAY, dateOf, dayNumber, momentOf, readingAt } from '../../domain/local-time.ts';

const LOCALES: Readonly<Record<Language, string>> = { it: 'it', fr: 'fr', en: 'en-GB' };

/** A day as it is read, "27 novembre 2026", by the clock of a zone; `at` in milliseconds since 1970. */
export const dayInWords = (at: number, timeZone: string, language: Language): string => {
  const words = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  const written = words.format(at);
  return language === 'fr' ? written.replace(/^1 /, '1er ') : written;
};

const two = (number: number): string => String(number).padStart(2, '0');

/** A day as a form writes it, "2026-11-27". */
export const dayInForm = (at: number, timeZone: string): string => {
  const { year, month, day } = dateOf(dayNumber(readingAt(timeZone, at)));
  return `${year}-${two(month)}-${two(day)}`;
};

/** The same day of the next year; the last of February where it has no twenty-ninth. */
export const yearLater = (day: string): string => {
  const [year = 0, month = 1, ofMonth = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year + 1, month, 0)).getUTCDate();
  return `${year + 1}-${two(month)}-${two(Math.min(ofMonth, last))}`;
};

/** The moment at which a day written so is over; undefined where the calendar has no such day. */
export const endOfDay = (day: string, timeZone: string): number | undefined => {
  const [, year, month, ofMonth] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(day) ?? [];
  const reading = Date.UTC(Number(year), Number(month) - 1, Number(ofMonth));
  const { month: shown, day: of } = year === undefined ? { month: 0, day: 0 } : dateOf(reading / DAY);
  return shown === Number(month) && of === Number(ofMonth) ? momentOf(timeZone, reading + DAY) : undefined;
};
