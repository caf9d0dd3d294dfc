import { z } from 'zod';
import type { Centre, Week } from '../domain/centre.ts';
import { LANGUAGES } from '../domain/language.ts';
import { weekSchema } from './week.ts';

const HOUR = 60 * 60 * 1000;

const names = z.array(z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1)));
const name = z.string().trim().min(1).max(100);

const isNeverOpen = (week: Week): boolean => Object.values(week).every((periods) => periods.length === 0);

const hoursSchema = weekSchema.refine((week) => !isNeverOpen(week), 'has no hours in the whole week');

const DESK = /^(?:slack:[TE][A-Z0-9]+:[CG][A-Z0-9]+|telegram:-\d+)$/;

const deskSchema = z.strictObject({
  at: z.string().regex(DESK, 'is no desk such as "slack:T0123ABCD:C0456EFGH" or "telegram:-1001234567890"'),
  hours: hoursSchema.optional(),
  'answers-within-hours': z.number().positive().max(1000),
  'second-approves': z.boolean().optional(),
});

const tutorSchema = z.strictObject({
  name,
  person: z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1)),
  hours: hoursSchema.optional(),
});

/** One centre as the file has it, in the zone `usualZone` where it names none. */
export const centreSchema = (usualZone: string) =>
  z
    .strictObject({
      name,
      default: z.boolean().optional(),
      territory: z.strictObject({
        regions: names.optional(),
        provinces: names.optional(),
        municipalities: names.optional(),
        'postal-codes': names.optional(),
      }),
      languages: z.array(z.enum(LANGUAGES)).min(1),
      telephone: z.string().trim().min(3).max(60).optional(),
      email: z.email().optional(),
      counter: z.strictObject({ address: z.string().trim().min(1).max(200), hours: weekSchema }).optional(),
      'time-zone': z.string().optional(),
      holidays: z
        .strictObject({ national: z.enum(['it', 'fr']).optional(), own: z.array(z.string()).optional() })
        .optional(),
      desk: deskSchema.optional(),
      tutors: z.array(tutorSchema).optional(),
    })
    .refine(({ telephone, email, counter }) => telephone || email || counter, 'has no telephone, e-mail or counter')
    .transform((read, context): Centre => {
      const hours = read.desk?.hours ?? read.counter?.hours;
      if (read.desk && (!hours || isNeverOpen(hours)))
        context.addIssue({ code: 'custom', path: ['desk'], message: 'has no hours, nor has a counter' });
      return {
        name: read.name,
        isDefault: read.default ?? false,
        territory: {
          municipalities: read.territory.municipalities ?? [],
          postalCodes: read.territory['postal-codes'] ?? [],
          provinces: read.territory.provinces ?? [],
          regions: read.territory.regions ?? [],
        },
        languages: read.languages,
        telephone: read.telephone ?? null,
        email: read.email ?? null,
        counter: read.counter ?? null,
        timeZone: read['time-zone'] ?? usualZone,
        holidays: { national: read.holidays?.national ?? null, own: read.holidays?.own ?? [] },
        desk:
          read.desk && hours
            ? {
                at: read.desk.at,
                hours,
                answersWithin: read.desk['answers-within-hours'] * HOUR,
                secondApproves: read.desk['second-approves'] ?? false,
              }
            : null,
        tutors: (read.tutors ?? []).map((tutor) => ({ ...tutor, hours: tutor.hours ?? null })),
      };
    });
