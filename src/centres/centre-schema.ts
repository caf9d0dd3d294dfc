import { z } from 'zod';
import type { Centre } from '../domain/centre.ts';
import { LANGUAGES } from '../domain/language.ts';
import { deskSchema, isKnownAt, tutorSchema } from './desk-schema.ts';
import { holidaysSchema } from './holidays-schema.ts';
import { opensEver, weekSchema } from './week-schema.ts';

const placesSchema = z.array(z.string().trim().regex(/\p{L}/u, 'is no name of a place')).default([]);
const postalCodesSchema = z
  .array(z.string().regex(/^\d{1,5}$/, 'is neither a postal code nor how some begin, such as "850"'))
  .default([]);

const isTimeZone = (name: string): boolean => {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const NO_ZONE = 'is no time zone such as "Europe/Rome"';
/** A shift such as "+01:00" knows no summer time. */
const timeZoneSchema = z
  .string(NO_ZONE)
  .regex(/^[a-z]/i, NO_ZONE)
  .refine(isTimeZone, NO_ZONE);

/** One centre, as the file has it; its time zone is `usualZone` where it names none. */
export const centreSchema = (usualZone: string) =>
  z
    .strictObject({
      name: z.string().trim().min(1).max(100),
      default: z.boolean().default(false),
      territory: z.strictObject({
        regions: placesSchema,
        provinces: placesSchema,
        municipalities: placesSchema,
        'postal-codes': postalCodesSchema,
      }),
      languages: z.array(z.enum(LANGUAGES)).min(1),
      telephone: z.string().trim().min(3).max(60).optional(),
      email: z.email().optional(),
      counter: z.strictObject({ address: z.string().trim().min(1).max(200), hours: weekSchema }).optional(),
      'time-zone': timeZoneSchema.prefault(usualZone),
      holidays: holidaysSchema,
      desk: deskSchema.optional(),
      tutors: z.array(tutorSchema).default([]),
    })
    .refine(({ telephone, email, counter }) => telephone || email || counter, 'has no telephone, e-mail or counter')
    .transform((read, context): Centre => {
      const refuse = (path: PropertyKey[], message: string): void =>
        context.addIssue({ code: 'custom', path, message });
      const hours = read.desk?.hours ?? read.counter?.hours;
      const desk = read.desk && hours && opensEver(hours) ? { ...read.desk, hours } : null;
      if (read.desk && !desk) refuse(['desk'], 'has no hours, and no counter that has some');
      for (const [at, tutor] of read.tutors.entries()) {
        if (!read.desk) refuse(['tutors', at], 'a tutor needs a desk to be reached at');
        else if (!isKnownAt(read.desk.at, tutor))
          refuse(['tutors', at, 'person'], `"${tutor.person}" is nobody of the desk's channel`);
        else if (read.tutors.slice(0, at).some(({ person }) => person === tutor.person))
          refuse(['tutors', at, 'person'], `"${tutor.person}" is named twice`);
      }
      return {
        name: read.name,
        isDefault: read.default,
        territory: {
          municipalities: read.territory.municipalities,
          postalCodes: read.territory['postal-codes'],
          provinces: read.territory.provinces,
          regions: read.territory.regions,
        },
        languages: read.languages,
        telephone: read.telephone ?? null,
        email: read.email ?? null,
        counter: read.counter ?? null,
        timeZone: read['time-zone'],
        holidays: read.holidays,
        desk,
        tutors: read.tutors,
      };
    });
