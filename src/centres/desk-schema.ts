import { z } from 'zod';
import type { Tutor } from '../domain/centre.ts';
import { opensEver, weekSchema } from './week-schema.ts';

const HOUR = 60 * 60 * 1000;

const SLACK_CHANNEL = /^slack:[TE][A-Z0-9]+:[CG][A-Z0-9]+$/;
const TELEGRAM_GROUP = /^telegram:-\d+$/;

/** How each channel names a person. */
const SLACK_PERSON = /^[UW][A-Z0-9]+$/;
const TELEGRAM_PERSON = /^\d+$/;

const hoursSchema = weekSchema.refine(opensEver, 'never opens in the whole week');

/** A promise of more than this much opening time is a slip of the pen. */
const MOST_HOURS = 1000;

/** Numbers come as they are written. */
const hoursPromised = z
  .string('is no number of hours such as 8')
  .regex(/^\d+(\.\d+)?$/, 'is no number of hours such as 8')
  .transform(Number)
  .refine((hours) => hours > 0 && hours <= MOST_HOURS, `must be over 0 and at most ${MOST_HOURS}`);

/** A desk as it is written; `hours` are missing where it keeps those of the counter. */
export const deskSchema = z
  .strictObject({
    at: z
      .string()
      .refine(
        (at) => SLACK_CHANNEL.test(at) || TELEGRAM_GROUP.test(at),
        'is no desk such as "slack:T0123ABCD:C0456EFGH" or "telegram:-1001234567890"',
      ),
    hours: hoursSchema.optional(),
    'answers-within-hours': hoursPromised,
    'second-approves': z.boolean().default(false),
  })
  .transform(({ at, hours, ...read }) => ({
    at,
    hours,
    answersWithin: read['answers-within-hours'] * HOUR,
    secondApproves: read['second-approves'],
  }));

export const tutorSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    person: z
      .string()
      .refine(
        (person) => SLACK_PERSON.test(person) || TELEGRAM_PERSON.test(person),
        'is no person such as "U0123ABCD" in Slack, or 123456789 in Telegram',
      ),
    hours: hoursSchema.optional(),
  })
  .transform(({ name, person, hours }): Tutor => ({ name, person, hours: hours ?? null }));

/** True when the channel of a desk can know this person. */
export const isKnownAt = (at: string, { person }: Tutor): boolean =>
  (SLACK_CHANNEL.test(at) ? SLACK_PERSON : TELEGRAM_PERSON).test(person);
