import { expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { whenInWords } from '../../src/language/when.ts';

/** A Wednesday afternoon in Rome. */
const NOW = '2026-11-25T14:20+01:00';

const told = (when: string, language: Language, now = NOW, timeZone = 'Europe/Rome'): string =>
  whenInWords(Date.parse(when), { now: Date.parse(now), timeZone, language });

const inAll = (when: string, now = NOW): string[] => LANGUAGES.map((language) => told(when, language, now));

test.each([
  ['2026-11-25T15:00+01:00', 'oggi alle 15:00', 'aujourd’hui à 15 h', 'today at 3:00 pm'],
  ['2026-11-25T09:05+01:00', 'oggi alle 9:05', 'aujourd’hui à 9 h 05', 'today at 9:05 am'],
  ['2026-11-26T09:30+01:00', 'domani alle 9:30', 'demain à 9 h 30', 'tomorrow at 9:30 am'],
  ['2026-11-26T12:00+01:00', 'domani alle 12:00', 'demain à 12 h', 'tomorrow at noon'],
  ['2026-11-26T12:30+01:00', 'domani alle 12:30', 'demain à 12 h 30', 'tomorrow at 12:30 pm'],
  ['2026-11-26T01:00+01:00', 'domani all’1:00', 'demain à 1 h', 'tomorrow at 1:00 am'],
  ['2026-11-26T13:00+01:00', 'domani alle 13:00', 'demain à 13 h', 'tomorrow at 1:00 pm'],
  ['2026-11-26T00:00+01:00', 'domani alle 0:00', 'demain à 0 h', 'tomorrow at 12:00 am'],
  ['2026-11-30T09:00+01:00', 'lunedì alle 9:00', 'lundi à 9 h', 'on Monday at 9:00 am'],
  ['2026-12-01T09:00+01:00', 'martedì alle 9:00', 'mardi à 9 h', 'on Tuesday at 9:00 am'],
  [
    '2026-12-02T09:00+01:00',
    'mercoledì 2 dicembre alle 9:00',
    'mercredi 2 décembre à 9 h',
    'on Wednesday 2 December at 9:00 am',
  ],
  [
    '2027-02-01T09:00+01:00',
    'lunedì 1º febbraio alle 9:00',
    'lundi 1er février à 9 h',
    'on Monday 1 February at 9:00 am',
  ],
  [
    '2026-11-24T18:00+01:00',
    'martedì 24 novembre alle 18:00',
    'mardi 24 novembre à 18 h',
    'on Tuesday 24 November at 6:00 pm',
  ],
])('%s, told on 25 November', (when, it, fr, en) => {
  expect(inAll(when)).toEqual([it, fr, en]);
});

test('a Monday further than six days is told with its date', () => {
  expect(inAll('2026-11-30T09:00+01:00', '2026-11-20T10:00+01:00')).toEqual([
    'lunedì 30 novembre alle 9:00',
    'lundi 30 novembre à 9 h',
    'on Monday 30 November at 9:00 am',
  ]);
});

test('today and tomorrow end at midnight by the clock of the place', () => {
  expect(told('2026-11-26T09:00+01:00', 'it', '2026-11-25T23:59+01:00')).toBe('domani alle 9:00');
  expect(told('2026-11-26T09:00+01:00', 'it', '2026-11-26T00:00+01:00')).toBe('oggi alle 9:00');
  expect(told('2026-11-25T22:00Z', 'en', '2026-11-25T12:00Z', 'Pacific/Auckland')).toBe('today at 11:00 am');
});

test('a change of the clock moves no day', () => {
  expect(told('2026-10-25T03:00+01:00', 'it', '2026-10-25T00:30+02:00')).toBe('oggi alle 3:00');
  expect(told('2026-03-30T09:00+02:00', 'fr', '2026-03-29T01:00+01:00')).toBe('demain à 9 h');
  expect(told('2026-03-30T09:00+02:00', 'en', '2026-03-24T09:00+01:00')).toBe('on Monday at 9:00 am');
});
