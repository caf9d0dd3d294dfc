import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChild } from './in-child.ts';
import type { Intake } from './load/one-intake.ts';
import { throughGrammy } from './load/through-grammy.ts';
import { markdownTable, tell } from './markdown.ts';

const GROUPS = 5000;
/** Of a hundred updates so many are questions; the others are presses that tick or untick. */
const QUESTIONS = [0, 20] as const;

const ROWS: readonly (readonly [string, (intake: Intake) => string])[] = [
  [
    'turns a second, from what came in to committed state and deliveries',
    ({ turns }) => turns.toLocaleString('en', { maximumFractionDigits: 0 }),
  ],
  ['processor time a turn', ({ cpu }) => `${cpu.toFixed(0)} µs`],
  ['a turn by itself: median', ({ p50 }) => `${p50?.toFixed(1)} ms`],
  ['… 99th percentile', ({ p99 }) => `${p99?.toFixed(1)} ms`],
];

const intakeTable = async (indexFolder: string): Promise<string> => {
  const intakes: Intake[] = [];
  for (const questions of QUESTIONS) {
    tell(`${questions} % questions, nothing sent`);
    intakes.push(await inChild<Intake>('./load/one-intake.ts', [indexFolder, String(GROUPS), String(questions)]));
  }
  const mixes = QUESTIONS.map((questions) => (questions === 0 ? 'presses alone' : `${questions} % questions`));
  return markdownTable(
    ['5,000 groups, encrypted, nothing sent', ...mixes],
    ROWS.map(([name, show]) => [name, ...intakes.map(show)]),
  );
};

/** How many turns are committed, how long people wait, and how soon it is back after a kill, when thousands of groups press and ask. */
export const benchLoad = async (): Promise<string> => {
  const indexFolder = mkdtempSync(join(tmpdir(), 'campanile-bench-'));
  try {
    await inChild('./one-start.ts', [indexFolder, 'anew']);
    const intake = await intakeTable(indexFolder);
    return [intake, await throughGrammy(indexFolder, GROUPS, QUESTIONS[1])].join('\n\n');
  } finally {
    rmSync(indexFolder, { recursive: true, force: true });
  }
};
