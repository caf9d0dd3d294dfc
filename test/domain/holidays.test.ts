import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { easterOf, isHoliday } from '../../src/domain/holidays.ts';

const dayIn = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
};

const daysOf = (year: number): string[] => {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
};

const holidaysOf = (national: 'it' | 'fr' | null, year: number, own: string[] = []): string[] =>
  daysOf(year)
    .filter((day) => isHoliday({ national, own }, dayIn(day)))
    .map((day) => day.slice(5));

describe('Easter', () => {
  test.each([
    '1583-04-10',
    '1598-03-22',
    '1666-04-25',
    '1700-04-11',
    '1818-03-22',
    '1886-04-25',
    '1900-04-15',
    '1913-03-23',
    '1943-04-25',
    '1954-04-18',
    '1961-04-02',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2016-03-27',
    '2019-04-21',
    '2020-04-12',
    '2021-04-04',
    '2022-04-17',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2035-03-25',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2100-03-28',
    '2285-03-22',
  ])('is on %s', (day) => {
    expect(easterOf(dayIn(day).year)).toEqual(dayIn(day));
  });

  test('is a Sunday between 22 March and 25 April of any year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
        const { month, day } = easterOf(year);
        const at = new Date(Date.UTC(year, month - 1, day));
        expect(at.getUTCDay()).toBe(0);
        expect(at.getTime()).toBeGreaterThanOrEqual(Date.UTC(year, 2, 22));
        expect(at.getTime()).toBeLessThanOrEqual(Date.UTC(year, 3, 25));
      }),
    );
  });
});

test('Italy’s holidays: San Francesco is one of them from 2026', () => {
  const of2025 = '01-01 01-06 04-20 04-21 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26';
  const of2026 = '01-01 01-06 04-05 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26';
  const of2027 = '01-01 01-06 03-28 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26';
  expect(holidaysOf('it', 2025).join(' ')).toBe(of2025);
  expect(holidaysOf('it', 2026).join(' ')).toBe(of2026);
  expect(holidaysOf('it', 2027).join(' ')).toBe(of2027);
});

test('Easter Monday and the day of the Liberation may be one', () => {
  expect(holidaysOf('it', 2011).filter((day) => day.startsWith('04'))).toEqual(['04-24', '04-25']);
});

test('France’s holidays, with the Mondays and the Thursday that follow Easter', () => {
  const of2026 = '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25';
  const of2027 = '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25';
  expect(holidaysOf('fr', 2026).join(' ')).toBe(of2026);
  expect(holidaysOf('fr', 2027).join(' ')).toBe(of2027);
  // In 2008 Ascension fell upon the first of May.
  expect(holidaysOf('fr', 2008).filter((day) => day.startsWith('05'))).toEqual(['05-01', '05-08', '05-12']);
});

test('a day of one’s own is of its year or of every year, and holds beside the nation’s', () => {
  const own = ['08-10', '2026-12-07', '02-29'];
  expect(holidaysOf(null, 2026, own)).toEqual(['08-10', '12-07']);
  expect(holidaysOf(null, 2028, own)).toEqual(['02-29', '08-10']);
  expect(holidaysOf('fr', 2026, own)).toHaveLength(13);
  expect(holidaysOf(null, 2026)).toEqual([]);
});
