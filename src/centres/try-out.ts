import type { Centre, Desk, Period, Week } from '../domain/centre.ts';
import { LANGUAGES } from '../domain/language.ts';
import type { Address } from '../domain/message.ts';

const HOUR = 60;
const WORKING_DAY: readonly Period[] = [
  { from: 9 * HOUR, to: 13 * HOUR },
  { from: 14 * HOUR, to: 18 * HOUR },
];
const WORKING_WEEK: Week = {
  monday: WORKING_DAY,
  tuesday: WORKING_DAY,
  wednesday: WORKING_DAY,
  thursday: WORKING_DAY,
  friday: WORKING_DAY,
  saturday: [],
  sunday: [],
};
const A_DAY_OF_WORK = 8 * 3_600_000;

const deskFor = (at: Address): Desk => ({
  at,
  hours: WORKING_WEEK,
  answersWithin: A_DAY_OF_WORK,
  secondApproves: false,
});

/** A centre to try both sides with, where the operator named none: with a desk, and nothing to call. */
const tryOutCentre = (at: Address, timeZone: string): Centre => ({
  name: 'Centro cooperativo',
  isDefault: true,
  territory: { municipalities: [], postalCodes: [], provinces: [], regions: [] },
  languages: LANGUAGES,
  telephone: null,
  email: null,
  counter: null,
  timeZone,
  holidays: { national: null, own: [] },
  desk: deskFor(at),
  tutors: [],
});

/** The centres with the default one's desk at this address; a centre comes to be where there is none. */
export const withDeskAt = (centres: readonly Centre[], at: Address, timeZone: string): Centre[] => {
  const main = centres.find(({ isDefault }) => isDefault) ?? centres[0];
  if (!main) return [tryOutCentre(at, timeZone)];
  return centres.map((centre) =>
    centre === main ? { ...centre, desk: { ...(centre.desk ?? deskFor(at)), at } } : centre,
  );
};
