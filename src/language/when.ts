import type { Language } from '../domain/language.ts';
import { DAY, dateOf, dayNumber, readingAt } from '../domain/local-time.ts';

type Names = { readonly weekday: Intl.DateTimeFormat; readonly month: Intl.DateTimeFormat };

const namesIn = (locale: string): Names => ({
  weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
});

const NAMES: Readonly<Record<Language, Names>> = { it: namesIn('it'), fr: namesIn('fr'), en: namesIn('en-GB') };

const NEAR: Readonly<Record<Language, readonly [today: string, tomorrow: string]>> = {
  it: ['oggi', 'domani'],
  fr: ['aujourd’hui', 'demain'],
  en: ['today', 'tomorrow'],
};

/** How the first of a month is said. */
const FIRST: Readonly<Record<Language, string>> = { it: '1º', fr: '1er', en: '1' };

const two = (number: number): string => String(number).padStart(2, '0');

const CLOCK: Readonly<Record<Language, (hour: number, minute: number) => string>> = {
  it: (hour, minute) => `${hour === 1 ? 'all’' : 'alle '}${hour}:${two(minute)}`,
  fr: (hour, minute) => `à ${hour} h${minute === 0 ? '' : ` ${two(minute)}`}`,
  en: (hour, minute) =>
    hour === 12 && minute === 0 ? 'at noon' : `at ${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'am' : 'pm'}`,
};

/** The day as it is called `ahead` days before it. */
const dayInWords = (day: number, ahead: number, language: Language): string => {
  const near = NEAR[language][ahead];
  if (near !== undefined) return near;
  const { weekday, month } = NAMES[language];
  const named = `${language === 'en' ? 'on ' : ''}${weekday.format(day * DAY)}`;
  if (ahead > 0 && ahead < 7) return named;
  const { day: ofMonth } = dateOf(day);
  return `${named} ${ofMonth === 1 ? FIRST[language] : ofMonth} ${month.format(day * DAY)}`;
};

/**
 * A moment less than a year away as a neighbour says it: "domani alle 9:00", "lundi à 9 h 30", "on Monday 30 November at 9:00 am". `at` and
 * `now` in milliseconds since 1970; the clock is that of `timeZone`.
 */
export const whenInWords = (
  at: number,
  { now, timeZone, language }: { readonly now: number; readonly timeZone: string; readonly language: Language },
): string => {
  const reading = readingAt(timeZone, at);
  const day = dayNumber(reading);
  const minutes = Math.floor((reading - day * DAY) / 60_000);
  const ahead = day - dayNumber(readingAt(timeZone, now));
  return `${dayInWords(day, ahead, language)} ${CLOCK[language](Math.floor(minutes / 60), minutes % 60)}`;
};
