import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Answered, questionFigures, situationFigures } from '../../src/commands/eval-figures.ts';
import { campanile, linesOf } from '../support/run.ts';

const questions = fileURLToPath(new URL('../eval/questions.jsonl', import.meta.url));
const situations = fileURLToPath(new URL('../eval/situations.jsonl', import.meta.url));

describe('the figures', () => {
  const answered = (given: {
    scope?: Answered['question']['scope'];
    outcome?: Answered['outcome'];
    places?: [number | null, number | null][];
  }): Answered => ({
    question: { id: 'q', lang: 'it', text: '', scope: given.scope ?? 'answerable', plans: [5], phases: [2], tags: [] },
    outcome: given.outcome ?? 'answered',
    ranked: (given.places ?? []).map(
      ([plan, phase]) => ({ passage: '', plan, phase, score: 0 }) as Answered['ranked'][number],
    ),
    milliseconds: 1,
  });

  test('count the right (plan, phase) by its place, and a missing one as wrong', () => {
    const figures = questionFigures([
      answered({ places: [[5, 2]] }),
      answered({
        places: [
          [5, 1],
          [9, 2],
          [5, 2],
        ],
      }),
      answered({ places: [[1, 2]] }),
      answered({ places: [] }),
    ]);
    expect(figures).toMatchObject({ 'hit@1': 0.25, 'hit@3': 0.5, 'hit@5': 0.5, mrr: 0.333 });
  });

  test('tell refusals of what is out of scope from wrong refusals', () => {
    const figures = questionFigures([
      answered({ scope: 'out', outcome: 'not_covered' }),
      answered({ scope: 'out', outcome: 'answered' }),
      answered({ outcome: 'declined' }),
      answered({ outcome: 'choose' }),
    ]);
    expect(figures).toMatchObject({ refusedOut: 0.5, refusedAnswerable: 0.5 });
  });

  test('of situations count the plan first and among three, and the phase where one is right', () => {
    const situation = { id: 's', lang: 'it', text: '', plans: [9, 5], phase: 2 } as const;
    expect(
      situationFigures([
        { situation, plans: [9], phase: 2 },
        { situation, plans: [5, 1, 9], phase: 1 },
        { situation: { ...situation, phase: null }, plans: [1], phase: 3 },
      ]),
    ).toMatchObject({ top1: 0.333, top3: 0.667, phase: 0.5 });
  });
});

describe('eval', () => {
  test('--json prints figures for all, each language and each tag, and stays above the floor', async () => {
    const { code, out } = await campanile(['eval', questions, situations, '--json']);
    const [report] = linesOf(out) as {
      questions: Record<string, Record<string, number>>;
      situations: Record<string, Record<string, number>>;
    }[];
    expect(code).toBe(0);
    for (const language of ['it', 'fr', 'en']) {
      expect(report!.questions[language]!['hit@3'], language).toBeGreaterThanOrEqual(0.9);
      expect(report!.questions[language]!.refusedOut, language).toBeGreaterThanOrEqual(0.85);
      expect(report!.questions[language]!.refusedAnswerable, language).toBeLessThanOrEqual(0.08);
      expect(report!.situations[language]!.top1, language).toBeGreaterThanOrEqual(0.85);
    }
    expect(Object.keys(report!.questions)).toContain('typo');
  });

  test('the two halves are apart and together make the whole', async () => {
    const count = async (...half: string[]) => {
      const [report] = linesOf((await campanile(['eval', situations, '--json', ...half])).out) as {
        situations: { all: { situations: number } };
      }[];
      return report!.situations.all.situations;
    };
    const [read, kept] = [await count('--half', 'read'), await count('--half', 'kept')];
    expect(read + kept).toBe(99);
    expect(Math.abs(read - kept)).toBeLessThan(40);
  });

  test('a bad file is named with its line', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'campanile-eval-')), 'bad.jsonl');
    writeFileSync(file, '{"id":"1"}\n');
    const { code, err } = await campanile(['eval', file]);
    expect(code).toBe(2);
    expect(err).toMatch(/bad\.jsonl, line 1: no question and no situation/);
    expect((await campanile(['eval', '/nonexistent.jsonl'])).err).toMatch(/cannot be read/);
    expect((await campanile(['eval'])).err).toMatch(/no file is named/);
    expect((await campanile(['eval', file, '--half', 'third'])).err).toMatch(/there is no such half/);
  });
});
