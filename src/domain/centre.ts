import type { Language } from './language.ts';
import { type Address, channelOf } from './message.ts';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From one minute of the day (counted from midnight) until another. */
export type Period = { readonly from: number; readonly to: number };

/** When a counter is open, day by day, the periods of a day in their order. */
export type Week = Readonly<Record<Weekday, readonly Period[]>>;

/** How narrowly a place tells where somebody is, the narrowest first. */
export const PLACE_KINDS = ['municipalities', 'postalCodes', 'provinces', 'regions'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Where a centre answers: a Slack channel (`slack:T1:C2`), or a Telegram staff group (`telegram:-100123`). */
export type Desk = {
  readonly at: Address;
  readonly hours: Week;
  /** The reply-time promise: how much opening time an answer takes at most (milliseconds). */
  readonly answersWithin: number;
  /** Whether a note is kept only when a second person approves it. */
  readonly secondApproves: boolean;
};

/** `own`: one day ("2026-08-10") or a day of every year ("08-10"). */
export type Holidays = { readonly national: 'it' | 'fr' | null; readonly own: readonly string[] };

/** Someone of the centre who can walk with a group. `person`: their id as the desk's channel knows them. `hours` null: the desk's. */
export type Tutor = { readonly name: string; readonly person: string; readonly hours: Week | null };

/** A cooperative centre: where people can go or call. Its own word, never the guide's. */
export type Centre = {
  readonly name: string;
  /** True for the one that serves whoever names no place that another has. */
  readonly isDefault: boolean;
  /** Names of places, and how postal codes begin. */
  readonly territory: Readonly<Record<PlaceKind, readonly string[]>>;
  readonly languages: readonly Language[];
  readonly telephone: string | null;
  readonly email: string | null;
  readonly counter: { readonly address: string; readonly hours: Week } | null;
  /** The IANA name of the zone that its hours are meant in. */
  readonly timeZone: string;
  readonly holidays: Holidays;
  /** Null where nobody answers by message. */
  readonly desk: Desk | null;
  readonly tutors: readonly Tutor[];
};

/** Days that follow each other with the same opening hours. */
export type Stretch = { readonly first: Weekday; readonly last: Weekday; readonly periods: readonly Period[] };

const same = (a: readonly Period[], b: readonly Period[]): boolean =>
  a.length === b.length && a.every(({ from, to }, at) => b[at]?.from === from && b[at].to === to);

/** A week in stretches of days with the same hours; days on which it is closed are left out. */
export const stretchesOf = (week: Week): Stretch[] => {
  const stretches: Stretch[] = [];
  for (const [at, day] of WEEKDAYS.entries()) {
    const last = stretches.at(-1);
    if (last && last.last === WEEKDAYS[at - 1] && same(last.periods, week[day]))
      stretches[stretches.length - 1] = { ...last, last: day };
    else if (week[day].length > 0) stretches.push({ first: day, last: day, periods: week[day] });
  }
  return stretches;
};

/** The centres with the desks that can be reached through these channels; the others, which are told, answer no messages. */
export const reachedThrough = (
  centres: readonly Centre[],
  channels: readonly string[],
  onUnreached: (name: string) => void,
): Centre[] =>
  centres.map((centre) => {
    if (!centre.desk || channels.includes(channelOf(centre.desk.at))) return centre;
    onUnreached(centre.name);
    return { ...centre, desk: null };
  });
