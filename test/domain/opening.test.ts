import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Holidays, WEEKDAYS, type Week } from '../../src/domain/centre.ts';
import { afterOpenTime, isOpen, type Opening, opensNext } from '../../src/domain/opening.ts';

const HOUR = 60 * 60 * 1000;
const MINUTE = 60 * 1000;
const NEVER = Object.fromEntries(WEEKDAYS.map((day) => [day, []])) as unknown as Week;
const NO_HOLIDAYS: Holidays = { national: null, own: [] };

const minutes = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return 60 * hour + minute;
};

/** `week({ monday: '9:00-13:00 15:00-18:00' })` */
const week = (days: Partial<Record<(typeof WEEKDAYS)[number], string>>): Week => ({
  ...NEVER,
  ...Object.fromEntries(
    Object.entries(days).map(([day, periods]) => [
      day,
      periods.split(' ').map((period) => {
        const [from = '', to = ''] = period.split('-');
        return { from: minutes(from), to: minutes(to) };
      }),
    ]),
  ),
});

const daily = (periods: string): Week => week(Object.fromEntries(WEEKDAYS.map((day) => [day, periods])));

const inRome = (hours: Week, holidays = NO_HOLIDAYS): Opening => ({ week: hours, holidays, timeZone: 'Europe/Rome' });

const at = (iso: string): number => Date.parse(iso);
const shown = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString());
const utc = (iso: string): string => new Date(iso).toISOString();

const OFFICE = inRome(
  week({
    monday: '9:00-13:00 15:00-18:00',
    tuesday: '9:00-13:00',
    wednesday: '9:00-13:00',
    thursday: '9:00-13:00 15:00-18:00',
    friday: '9:00-13:00',
  }),
  { national: 'it', own: ['2026-12-07'] },
);

describe('is somebody there?', () => {
  test.each([
    ['before the first hour', '2026-11-30T08:59:59.999+01:00', false],
    ['at the first moment', '2026-11-30T09:00:00+01:00', true],
    ['just before the pause', '2026-11-30T12:59:59.999+01:00', true],
    ['when the pause begins', '2026-11-30T13:00:00+01:00', false],
    ['in the afternoon', '2026-11-30T15:00:00+01:00', true],
    ['in the evening', '2026-11-30T18:00:00+01:00', false],
    ['on a Sunday', '2026-11-29T10:00:00+01:00', false],
    ['on a day of the centre’s own', '2026-12-07T10:00:00+01:00', false],
    ['on a holiday of the nation', '2026-12-08T10:00:00+01:00', false],
    ['on the day after', '2026-12-09T10:00:00+01:00', true],
    ['in summer, by the summer’s clock', '2026-07-06T09:00:00+02:00', true],
    ['in summer, by the winter’s clock', '2026-07-06T13:00:00+01:00', false],
  ])('%s', (_, when, open) => {
    expect(isOpen(OFFICE, at(when))).toBe(open);
  });
});

describe('when does it open next?', () => {
  test.each([
    ['while it is open: now', '2026-11-30T10:30:15.250+01:00', '2026-11-30T10:30:15.250+01:00'],
    ['in the pause: after it', '2026-11-30T13:00+01:00', '2026-11-30T15:00+01:00'],
    ['in the evening: in the morning', '2026-11-30T21:00+01:00', '2026-12-01T09:00+01:00'],
    ['on a Friday afternoon before two holidays: on Wednesday', '2026-12-04T14:00+01:00', '2026-12-09T09:00+01:00'],
    ['before the clock goes forward: by the new time', '2026-03-27T14:00+01:00', '2026-03-30T09:00+02:00'],
    ['before the clock goes back: by the new time', '2026-10-23T14:00+02:00', '2026-10-26T09:00+01:00'],
  ])('%s', (_, when, opens) => {
    expect(shown(opensNext(OFFICE, at(when)))).toBe(utc(opens));
  });

  test('never, where there are no hours or every such day is a holiday', () => {
    const now = at('2026-11-30T10:00Z');
    expect(opensNext(inRome(NEVER), now)).toBeNull();
    const own = Array.from({ length: 366 }, (_, day) =>
      new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(5, 10),
    );
    expect(opensNext({ ...OFFICE, holidays: { national: null, own } }, now)).toBeNull();
    const butOne = own.filter((day) => day !== '11-26');
    expect(shown(opensNext({ ...OFFICE, holidays: { national: null, own: butOne } }, now))).toBe(
      '2027-11-26T08:00:00.000Z',
    );
  });
});

describe('when is a promise due?', () => {
  test.each([
    ['within a morning', '2026-11-30T09:30+01:00', 2, '2026-11-30T11:30+01:00'],
    ['over a pause', '2026-11-30T12:00+01:00', 2, '2026-11-30T16:00+01:00'],
    ['at the end of a period, not at the beginning of the next', '2026-11-30T09:00+01:00', 4, '2026-11-30T13:00+01:00'],
    ['over a night', '2026-11-30T17:00+01:00', 2, '2026-12-01T10:00+01:00'],
    ['asked out of hours', '2026-11-29T23:00+01:00', 8, '2026-12-01T10:00+01:00'],
    ['over a week-end with two holidays', '2026-12-04T12:00+01:00', 8, '2026-12-10T12:00+01:00'],
    ['over the days of a change of the clock', '2026-03-27T12:00+01:00', 2, '2026-03-30T10:00+02:00'],
    ['no time at all', '2026-11-29T23:00+01:00', 0, '2026-11-29T23:00+01:00'],
  ])('%s', (_, when, hours, due) => {
    expect(shown(afterOpenTime(OFFICE, at(when), hours * HOUR))).toBe(utc(due));
  });

  test('years later, where little is promised for every week', () => {
    const rare = inRome(week({ monday: '9:00-9:30' }));
    expect(shown(afterOpenTime(rare, at('2026-11-30T09:00+01:00'), 60 * HOUR))).toBe(utc('2029-03-12T09:30+01:00'));
  });

  test('never, where nobody is ever there', () => {
    expect(afterOpenTime(inRome(NEVER), 0, 1)).toBeNull();
  });
});

describe('nights', () => {
  test('a desk that is open over midnight does not close at it', () => {
    const night = inRome(week({ saturday: '22:00-24:00', sunday: '0:00-2:00' }));
    expect(isOpen(night, at('2026-11-28T23:59:59.999+01:00'))).toBe(true);
    expect(isOpen(night, at('2026-11-29T00:00+01:00'))).toBe(true);
    expect(shown(afterOpenTime(night, at('2026-11-28T12:00+01:00'), 3 * HOUR))).toBe(utc('2026-11-29T01:00+01:00'));
    expect(isOpen(night, at('2026-11-29T02:00+01:00'))).toBe(false);
  });

  test('the day ends by the desk’s own clock, wherever who asks is', () => {
    const newYear = { ...inRome(daily('0:00-24:00'), { national: 'it', own: [] }), timeZone: 'Pacific/Auckland' };
    expect(isOpen(newYear, at('2026-12-31T10:59:59Z'))).toBe(true);
    expect(isOpen(newYear, at('2026-12-31T11:00:00Z'))).toBe(false);
    expect(shown(opensNext(newYear, at('2026-12-31T11:00:00Z')))).toBe('2027-01-01T11:00:00.000Z');
  });

  test('when the clock goes forward, a night has an hour less', () => {
    const night = inRome(week({ sunday: '1:00-4:00' }));
    expect(shown(afterOpenTime(night, at('2026-03-29T00:00+01:00'), 2 * HOUR))).toBe(utc('2026-03-29T04:00+02:00'));
  });

  test('hours that the clock leaves out are none, hours that begin among them begin after them', () => {
    const lost = inRome(week({ sunday: '2:00-3:00' }));
    expect(shown(opensNext(lost, at('2026-03-28T12:00Z')))).toBe(utc('2026-04-05T02:00+02:00'));
    const half = inRome(week({ sunday: '2:30-4:00' }));
    expect(shown(opensNext(half, at('2026-03-28T12:00Z')))).toBe(utc('2026-03-29T03:00+02:00'));
    expect(isOpen(half, at('2026-03-29T00:59:59.999Z'))).toBe(false);
  });

  test('when the clock goes back, a night has an hour more, and half an hour past two comes once', () => {
    const night = inRome(week({ sunday: '1:00-4:00' }));
    expect(shown(afterOpenTime(night, at('2026-10-25T00:00+02:00'), 4 * HOUR))).toBe(utc('2026-10-25T04:00+01:00'));
    const half = inRome(week({ sunday: '1:00-2:30' }));
    expect(isOpen(half, at('2026-10-25T02:29+02:00'))).toBe(true);
    expect(isOpen(half, at('2026-10-25T02:29+01:00'))).toBe(false);
    const from = inRome(week({ sunday: '2:30-3:00' }));
    expect(shown(opensNext(from, at('2026-10-24T12:00Z')))).toBe(utc('2026-10-25T02:30+02:00'));
    expect(isOpen(from, at('2026-10-25T02:10+01:00'))).toBe(true);
  });

  test('where the clock changes at midnight the day begins with its first moment', () => {
    const day = { ...inRome(week({ sunday: '0:00-2:00' })), timeZone: 'America/Santiago' };
    // 24:00 of the 5th of September 2026 is at once 1:00 of the 6th.
    expect(shown(opensNext(day, at('2026-09-05T12:00Z')))).toBe('2026-09-06T04:00:00.000Z');
    expect(shown(afterOpenTime(day, at('2026-09-05T12:00Z'), HOUR))).toBe('2026-09-06T05:00:00.000Z');
  });
});

const periods = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 0, maxLength: 6 })
  .map((halfHours) => halfHours.sort((a, b) => a - b))
  .map((sorted) =>
    Array.from({ length: Math.floor(sorted.length / 2) }, (_, pair) => ({
      from: 30 * sorted[2 * pair]!,
      to: 30 * sorted[2 * pair + 1]!,
    })),
  );

const openings: fc.Arbitrary<Opening> = fc.record({
  week: fc
    .tuple(...WEEKDAYS.map(() => periods))
    .map((days): Week => ({ ...NEVER, ...Object.fromEntries(WEEKDAYS.map((day, number) => [day, days[number]])) })),
  holidays: fc.record({
    national: fc.constantFrom('it', 'fr', null),
    own: fc.subarray(['03-29', '10-25', '2026-10-26', '12-24', '06-01']),
  }),
  timeZone: fc.constantFrom(
    'Europe/Rome',
    'Europe/Paris',
    'UTC',
    'Pacific/Auckland',
    'America/St_Johns',
    'Africa/Cairo',
  ),
});

/** Every other moment lies near a change of Rome's clock. */
const moments = fc.oneof(
  fc.integer({ min: at('2025-01-01'), max: at('2030-01-01') }),
  fc
    .tuple(
      fc.constantFrom(at('2026-03-29T01:00Z'), at('2026-10-25T01:00Z'), at('2027-03-28T01:00Z')),
      fc.integer({ min: -50 * HOUR, max: 50 * HOUR }),
    )
    .map(([change, away]) => change + away),
);
const durations = fc.integer({ min: 0, max: 60 * HOUR });

describe('whatever the hours, the holidays and the zone', () => {
  test('it is open when it opens next, and at no moment until then', () => {
    fc.assert(
      fc.property(
        openings,
        moments,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (opening, now, share) => {
          const next = opensNext(opening, now);
          if (next === null) return;
          expect(next).toBeGreaterThanOrEqual(now);
          expect(isOpen(opening, next)).toBe(true);
          expect(isOpen(opening, now)).toBe(next === now);
          if (next === now) return;
          expect(isOpen(opening, next - 1)).toBe(false);
          const between = Math.min(next - 1, Math.floor(now + share * (next - now)));
          expect(isOpen(opening, between)).toBe(false);
          expect(opensNext(opening, between)).toBe(next);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('the opening time that has passed is what a stopwatch shows', () => {
    fc.assert(
      fc.property(openings, moments, fc.integer({ min: 1, max: 12 * 60 }), (opening, now, asked) => {
        // By whole minutes: all clocks here change on one.
        const start = Math.floor(now / MINUTE) * MINUTE;
        const due = afterOpenTime(opening, start, asked * MINUTE);
        if (due === null || due - start > 4 * 24 * HOUR) return;
        let open = 0;
        for (let minute = start; minute < due; minute += MINUTE) if (isOpen(opening, minute)) open++;
        expect(open).toBe(asked);
        expect(isOpen(opening, due - 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('more time is never due earlier, and a later question never before an earlier one', () => {
    fc.assert(
      fc.property(openings, moments, durations, durations, (opening, now, more, wait) => {
        const due = afterOpenTime(opening, now, wait);
        if (due === null) return;
        expect(due).toBeGreaterThanOrEqual(now + wait);
        expect(afterOpenTime(opening, now, wait + more)).toBeGreaterThanOrEqual(due);
        expect(afterOpenTime(opening, now + more, wait)).toBeGreaterThanOrEqual(due);
      }),
      { numRuns: 1000 },
    );
  });

  test('two waits after each other are one wait as long as both', () => {
    fc.assert(
      fc.property(openings, moments, durations, durations, (opening, now, first, second) => {
        const between = afterOpenTime(opening, now, first);
        expect(between === null ? null : afterOpenTime(opening, between, second)).toBe(
          afterOpenTime(opening, now, first + second),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('outside the hours that come twice, the clock on the wall says whether it is open', () => {
    fc.assert(
      fc.property(openings, moments, (opening, now) => {
        const clock = (moment: number) =>
          new Intl.DateTimeFormat('en-GB', {
            timeZone: opening.timeZone,
            dateStyle: 'short',
            timeStyle: 'medium',
            hourCycle: 'h23',
          }).format(moment);
        if ([-HOUR, HOUR].some((away) => clock(now + away) === clock(now))) return;
        const parts = Object.fromEntries(
          new Intl.DateTimeFormat('en', {
            timeZone: opening.timeZone,
            weekday: 'long',
            hour: 'numeric',
            minute: 'numeric',
            hourCycle: 'h23',
          })
            .formatToParts(now)
            .map(({ type, value }) => [type, value]),
        );
        const minute = 60 * Number(parts.hour) + Number(parts.minute);
        const day = opening.week[parts.weekday!.toLowerCase() as keyof Week];
        const unholy = { ...opening, holidays: NO_HOLIDAYS };
        expect(isOpen(unholy, now)).toBe(day.some(({ from, to }) => from <= minute && minute < to));
      }),
      { numRuns: 1000 },
    );
  });
});
