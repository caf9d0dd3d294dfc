import { describe, expect, inject, test } from 'vitest';
import { compare } from './compare.ts';
import { runCrash } from './run.ts';
import { SUBJECTS } from './subject.ts';

test.each([
  ['killed six times while a village writes to it', SUBJECTS.telegram, 150, 6],
  ['killed four times while a village in Slack writes to it', SUBJECTS.slack, 80, 4],
  ['killed four times between citizens in Telegram and a desk in Slack', SUBJECTS.relay, 120, 4],
])(
  '%s, it loses nothing, does nothing twice and keeps the order',
  async (_, subject, updates, kills) => {
    const plan = { updates, kills, seed: Date.now() % 1000, dataFolder: inject('dataFolder') };
    const verdict = await runCrash(subject, plan);
    const never = { lost: 0, doubled: 0, outOfOrder: 0, strayed: 0, beyondInFlight: 0 };
    expect({ ...verdict, ...plan }).toMatchObject({ ...never, ...plan });
    if (subject === SUBJECTS.slack) expect(verdict.extra).toBe(0);
  },
  240_000,
);

describe('what happened beside what should have', () => {
  const should = ['a', 'b', 'c', 'd', 'e'];

  test.each([
    ['all of it', ['a', 'b', 'c', 'd', 'e'], { lost: 0, again: [], outOfOrder: 0 }],
    ['one missing in the middle', ['a', 'b', 'd', 'e'], { lost: 1, again: [], outOfOrder: 0 }],
    ['the end missing', ['a', 'b', 'c'], { lost: 2, again: [], outOfOrder: 0 }],
    ['one twice', ['a', 'b', 'b', 'c', 'd', 'e'], { lost: 0, again: [2], outOfOrder: 0 }],
    ['a stretch again', ['a', 'b', 'c', 'a', 'b', 'c', 'd', 'e'], { lost: 0, again: [3, 4, 5], outOfOrder: 0 }],
    ['one late', ['a', 'c', 'b', 'd', 'e'], { lost: 0, again: [], outOfOrder: 1 }],
    ['something else', ['a', 'b', 'x', 'c', 'd', 'e'], { lost: 0, again: [2], outOfOrder: 0 }],
  ])('%s', (_, happened, difference) => {
    expect(compare(should, happened)).toEqual(difference);
  });
});
