import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCentres } from '../../src/centres/centres-file.ts';

const EXAMPLE = fileURLToPath(new URL('../../centres.example.yaml', import.meta.url));
const example = readFileSync(EXAMPLE, 'utf8');

const written = (text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'campanile-centres-')), 'centres.yaml');
  writeFileSync(file, text);
  return file;
};

test('the example that is shipped can be read', () => {
  const [first, second] = readCentres(EXAMPLE, 'Europe/Rome');
  expect(first).toMatchObject({ isDefault: true, territory: { postalCodes: ['850'] }, languages: ['it', 'en'] });
  expect(first!.counter!.hours.monday).toEqual([
    { from: 540, to: 750 },
    { from: 900, to: 1020 },
  ]);
  expect(first!.counter!.hours.sunday).toEqual([]);
  expect(second).toMatchObject({ isDefault: false, counter: null, email: null });
});

const refusalOf = (file: string): string => {
  try {
    readCentres(file, 'Europe/Rome');
    return '';
  } catch (error) {
    return String(error);
  }
};

/** The line on which a text stands in the example, from 1. */
const lineOf = (text: string): number => example.slice(0, example.indexOf(text)).split('\n').length;

test.each([
  ['a field that nobody knows', '    telephone: "+39 0971', '    phone: "+39 0971', /phone/],
  ['hours that end before they begin', '["9:00-12:30"]', '["12:30-9:00"]', /"12:30-9:00" is no period/],
  ['an hour that no clock shows', '["9:00-12:30"]', '["9:00-25:00"]', /"9:00-25:00" is no period/],
  ['periods that overlap', '["9:00-12:30", "15:00-17:00"]', '["9:00-12:30", "12:00-17:00"]', /overlap/],
  ['a day that no week has', '        tuesday:', '        someday:', /someday/],
  ['a language that is not spoken here', '[it, fr]', '[it, de]', /languages/],
  ['a place that two centres have', 'provinces: [Matera]', 'provinces: [Potenza]', /both have: provinces potenza/],
  ['what is no YAML', '    languages: [it, fr]', '    languages: [it, fr', /is not YAML/],
])('%s is refused with file, line and reason', (_, right, wrong, reason) => {
  const told = refusalOf(written(example.replace(right, wrong)));
  expect(told).toMatch(reason);
  const [, line] = /centres\.yaml, line (\d+):/.exec(told) ?? [];
  // What clashes, or is never closed, is told where it is noticed: a line or two further.
  expect(Math.abs(Number(line) - lineOf(right))).toBeLessThanOrEqual(2);
});

test('a file that is not there is refused with what to do', () => {
  expect(() => readCentres('/nowhere/centres.yaml', 'Europe/Rome')).toThrow(/cannot be read/);
});
