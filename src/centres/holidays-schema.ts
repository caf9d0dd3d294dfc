import { z } from 'zod';
import type { Holidays } from '../domain/centre.ts';

const OWN = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/;
const LEAP_YEAR = '2028';

/** True for "2026-08-10" and "08-10" where the calendar has that day; without a year, where any year has it. */
const exists = (text: string): boolean => {
  const [, year = LEAP_YEAR, month, day] = OWN.exec(text) ?? [];
  if (month === undefined || day === undefined) return false;
  // A day too many is one of the next month.
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCMonth() + 1 === Number(month);
};

const ownSchema = z.string().refine(exists, {
  error: ({ input }) => `"${input}" is no day such as "2026-12-07", or "08-10" for every year`,
});

/** The days on which nobody is there. */
export const holidaysSchema = z
  .strictObject({ national: z.enum(['it', 'fr']).optional(), own: z.array(ownSchema).default([]) })
  .transform(({ national, own }): Holidays => ({ national: national ?? null, own }))
  .prefault({});
