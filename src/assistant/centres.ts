import type { Centre, Period, PlaceKind, Week } from '../domain/centre.ts';
import { PLACE_KINDS, stretchesOf, WEEKDAYS, type Weekday } from '../domain/centre.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import { wordsOf } from '../language/fold.ts';
import { texts } from './texts/texts.ts';

const MOST_OFFERED = 4;

const folded = (text: string): string => ` ${wordsOf(text).join(' ')} `;

/** True when a message names this place: its name, or a postal code that begins so. */
const names = (message: string, kind: PlaceKind, place: string): boolean =>
  kind === 'postalCodes'
    ? [...message.matchAll(/ (\d{5}) /g)].some(([, code]) => code?.startsWith(place))
    : message.includes(folded(place));

/** The centre of a place that a message names, the narrowest match; undefined where it names none of theirs. */
export const placedIn = (centres: readonly Centre[], message: string): Centre | undefined => {
  const text = folded(message).replaceAll(' ', '  ');
  const plain = folded(message);
  for (const kind of PLACE_KINDS) {
    const matching = centres.flatMap((centre) =>
      centre.territory[kind]
        .filter((place) => names(kind === 'postalCodes' ? text : plain, kind, place))
        .map((place) => ({ centre, length: place.length })),
    );
    const longest = Math.max(...matching.map(({ length }) => length));
    const [found] = matching.filter(({ length }) => length === longest);
    if (found) return found.centre;
  }
  return undefined;
};

/** The centres of a place that a message names; else the default one, else all. */
export const centresFor = (centres: readonly Centre[], message: string): readonly Centre[] => {
  const placed = placedIn(centres, message);
  if (placed) return [placed];
  const byDefault = centres.filter(({ isDefault }) => isDefault);
  return byDefault.length > 0 ? byDefault : centres.slice(0, MOST_OFFERED);
};

/** A day of which only the weekday counts: the first of January 2024 was a Monday. */
const dayName = (day: Weekday, language: Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day)),
  );

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

const periodsIn = (periods: readonly Period[]): string =>
  periods.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');

const hoursOf = (week: Week, language: Language): string =>
  stretchesOf(week)
    .map(({ first, last, periods }) => {
      const days = first === last ? dayName(first, language) : `${dayName(first, language)}–${dayName(last, language)}`;
      return `${days} ${periodsIn(periods)}`;
    })
    .join('; ');

const lineOf = (centre: Centre, language: Language): string => {
  const spoken = new Intl.DisplayNames(language, { type: 'language' });
  const listed = new Intl.ListFormat(language, { type: 'conjunction' });
  return texts[language]('centre', {
    name: centre.name,
    telephone: centre.telephone ?? 'none',
    email: centre.email ?? 'none',
    address: centre.counter?.address ?? 'none',
    hours: (centre.counter && hoursOf(centre.counter.hours, language)) || 'none',
    languages: listed.format(
      LANGUAGES.filter((one) => centre.languages.includes(one)).map((one) => spoken.of(one) ?? one),
    ),
  });
};

/** Who can be called or visited, as the centres say it themselves; null where nobody can. */
export const tellCentres = (centres: readonly Centre[], message: string, language: Language): string | null => {
  const found = centresFor(
    centres.filter(({ telephone, email, counter }) => telephone ?? email ?? counter),
    message,
  );
  if (found.length === 0) return null;
  return [...found.map((centre) => lineOf(centre, language)), texts[language]('centresSay')].join('\n');
};
