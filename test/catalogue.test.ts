import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './support/project.ts';

type Row = { readonly number: string; readonly tests: readonly string[]; readonly issues: readonly string[] };

const rows: readonly Row[] = readFileSync(join(root, 'test', 'CATALOGUE.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number = '', held = ''] = /^\| ([BF]\d+) \|.*\| ([^|]*) \|$/.exec(line) ?? [];
    const names = [...held.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const [issues, tests] = [true, false].map((isIssue) =>
      names.filter((name) => name.startsWith('issue: ') === isIssue),
    );
    return number === '' ? [] : [{ number, tests: tests!, issues: issues! }];
  });

const numbered = (letter: string, last: number): string[] =>
  Array.from({ length: last }, (_, at) => `${letter}${at + 1}`);

/** What does not stand yet; all else has a test. */
const TO_COME = new Set(['B51 B55 B65 B66', 'F11 F15 F16 F17 F18'].flatMap((numbers) => numbers.split(' ')));

/** Whether a file of tests has one of this name, as it is written there. */
const hasTest = (file: string, name: string): boolean => {
  const path = join(root, file);
  if (!/^test\/[\w./-]+\.ts$/.test(file) || !existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  return ["'", '"', '`'].some((quote) => {
    const written = `${quote}${name}${quote}`.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?:\\btest|\\))\\(\\s*${written},`).test(text);
  });
};

describe('the catalogue of what it must survive', () => {
  test('has every bad input and every fault, each once, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual([...numbered('B', 75), ...numbered('F', 40)]);
  });

  test('names only tests that exist', () => {
    const named = rows.flatMap(({ number, tests }) => tests.map((name) => ({ number, name })));
    const missing = named.filter(({ name }) => {
      const [file = '', of = ''] = name.split(' › ');
      return !hasTest(file, of);
    });
    expect(missing).toEqual([]);
  });

  test('names a test for all that stands, and says who brings the rest', () => {
    expect(rows.filter(({ number, tests }) => !TO_COME.has(number) && tests.length === 0)).toEqual([]);
    expect(rows.filter(({ number, issues }) => TO_COME.has(number) !== issues.length > 0)).toEqual([]);
  });
});
