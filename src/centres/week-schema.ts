import { z } from 'zod';
import { type Period, WEEKDAYS, type Week } from '../domain/centre.ts';

const PERIOD = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/;
const DAY = 24 * 60;

const periodSchema = z.string().transform((text, context): Period => {
  const [, fromHour, fromMinute, toHour, toMinute] = PERIOD.exec(text.trim()) ?? [];
  const [from, to] = [60 * Number(fromHour) + Number(fromMinute), 60 * Number(toHour) + Number(toMinute)];
  const isTime = Number(fromMinute) < 60 && Number(toMinute) < 60 && to <= DAY;
  if (!isTime || from >= to)
    context.addIssue({ code: 'custom', message: `"${text}" is no period such as "9:00-12:30"` });
  return { from, to };
});

const daySchema = z
  .array(periodSchema)
  .refine(
    (periods) => periods.every(({ from }, at) => at === 0 || from > (periods[at - 1]?.to ?? 0)),
    'periods overlap, or stand in the wrong order',
  );

const NEVER: Week = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

/** The hours of a week; the days that are left out are closed. */
export const weekSchema = z
  .partialRecord(z.enum(WEEKDAYS), daySchema)
  .transform((days): Week => ({ ...NEVER, ...days }));

/** True when a week has any hours. */
export const opensEver = (week: Week): boolean => WEEKDAYS.some((day) => week[day].length > 0);
