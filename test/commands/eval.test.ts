import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { learningCurve } from '../../src/commands/eval-curve.ts';
import { type Answered, questionFigures, type Recommended, situationFigures } from '../../src/commands/eval-figures.ts';
import { readExamination } from '../../src/commands/eval-rows.ts';
import type { BankQuestion } from '../../src/domain/bank.ts';
import { newConversation } from '../../src/domain/conversation.ts';
import { openTestApp } from '../support/app.ts';
import { campanile, linesOf } from '../support/run.ts';

const questions = fileURLToPath(new URL('../eval/questions.jsonl', import.meta.url));
const otherHand = fileURLToPath(new URL('../eval/other-hand.jsonl', import.meta.url));
const situations = fileURLToPath(new URL('../eval/situations.jsonl', import.meta.url));

describe('the figures', () => {
  const answered = (given: {
    scope?: Answered['question']['scope'];
    outcome?: Answered['outcome'];
    places?: [number | null, number | null][];
    stranger?: Answered['stranger'];
    cpu?: number;
  }): Answered => ({
    question: { id: 'q', lang: 'it', text: '', scope: given.scope ?? 'answerable', plans: [5], phases: [2], tags: [] },
    outcome: given.outcome ?? 'answered',
    ranked: (given.places ?? []).map(
      ([plan, phase]) => ({ passage: '', plan, phase, score: 0 }) as Answered['ranked'][number],
    ),
    stranger: given.stranger ?? 'it',
    cpu: given.cpu ?? 1,
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

  test('tell how many replies are in the question’s language, and the times that half and nearly all stay within', () => {
    const times = Array.from({ length: 100 }, (_, at) => answered({ cpu: 100 - at, stranger: at < 25 ? 'en' : 'it' }));
    expect(questionFigures(times)).toMatchObject({ language: 0.75, p50: 51, p99: 100 });
  });

  const told = (
    given: Partial<Recommended['situation']>,
    { plans, phase = null, outcome = 'recommended' }: Partial<Recommended>,
  ): Recommended => ({
    situation: { id: 's', lang: 'it', text: '', plans: [9, 5], phase: 2, tags: [], ...given },
    outcome,
    plans: plans ?? [],
    phase,
    stranger: 'it',
    cpu: 1,
  });

  test('of situations count the plan first and among three, and the phase where one is right', () => {
    expect(
      situationFigures([
        told({}, { plans: [9], phase: 2 }),
        told({}, { plans: [5, 1, 9], phase: 1 }),
        told({ phase: null }, { plans: [1], phase: 3 }),
      ]),
    ).toMatchObject({ top1: 0.333, top3: 0.667, phase: 0.5, asksWhereOpen: null });
  });

  test('of situations that leave the plan open count the question that comes first, and nothing else', () => {
    const open = { plans: [], phase: null };
    expect(
      situationFigures([
        told(open, { plans: [1], outcome: 'ask' }),
        told(open, { plans: [1] }),
        told({}, { plans: [9], outcome: 'ask' }),
      ]),
    ).toMatchObject({ top1: 1, phase: 0, asksWhereOpen: 0.5, asksWhereTold: 1 });
  });
});

describe('the learning curve', () => {
  test('learns from more and more of each meaning, from all hands in turn or one hand after another, and at last from all', async () => {
    const app = await openTestApp();
    const bank = (['a', 'b', 'c', 'd', 'e'] as const).flatMap((hand) =>
      Array.from({ length: 12 }, (_, at): BankQuestion => ({ language: 'it', hand, text: `${at}`, meanings: ['5.2'] })),
    );
    const parts: (readonly BankQuestion[])[] = [];
    const learnedFrom: App['learnedFrom'] = (choose) => {
      parts.push(choose(bank));
      return app.assistant;
    };
    const { questions: asked } = readExamination(questions);
    const points: string[] = [];
    for await (const { part, figures } of learningCurve({ learnedFrom }, asked.slice(0, 3))) {
      points.push(part);
      expect(Object.keys(figures)).toEqual(['all', 'it']);
    }
    expect(points.map((part, at) => [part, parts[at]!.length])).toEqual([
      ['3 questions', 3],
      ['5 questions', 5],
      ['10 questions', 10],
      ['20 questions', 20],
      ['40 questions', 40],
      ['1 hand', 12],
      ['2 hands', 24],
      ['3 hands', 36],
      ['4 hands', 48],
      ['all', 60],
    ]);
    expect(parts[0]!.map(({ hand }) => hand)).toEqual(['a', 'b', 'c']);
    expect(new Set(parts[6]!.map(({ hand }) => hand))).toEqual(new Set(['a', 'b']));
  });

  test('a model learned from a part of the bank answers by that part alone', async () => {
    const app = await openTestApp();
    const few = app.learnedFrom((bank) =>
      bank.filter(({ language, meanings: [meaning] }) => language === 'en' && meaning === '5.2'),
    );
    const { answer } = await few.reply('who lends us money for the opening?', newConversation('en'));
    expect(answer.ranked[0]).toMatchObject({ plan: 5, phase: 2 });
  });
});

describe('eval', () => {
  test('--json prints figures for all, each language and each tag, and stays above the floor', async () => {
    const { code, out } = await campanile(['eval', questions, situations, '--json']);
    const [report] = linesOf(out) as {
      questions: Record<string, Record<string, number>>;
      situations: Record<string, Record<string, number>>;
      files: Record<string, { situations: Record<string, Record<string, number>> }>;
    }[];
    expect(code).toBe(0);
    for (const language of ['it', 'fr', 'en']) {
      expect(report!.questions[language]!['hit@3'], language).toBeGreaterThanOrEqual(0.9);
      expect(report!.questions[language]!.refusedOut, language).toBeGreaterThanOrEqual(0.85);
      expect(report!.questions[language]!.refusedAnswerable, language).toBeLessThanOrEqual(0.08);
      expect(report!.situations[language]!.top1, language).toBeGreaterThanOrEqual(0.85);
    }
    expect(Object.keys(report!.questions)).toContain('typo');
    expect(report!.questions.all!.language).toBeGreaterThanOrEqual(0.98);
    expect(report!.files['situations.jsonl']!.situations).toEqual(report!.situations);
  });

  test('prints each file under its name, and names one that is for another examination', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'campanile-eval-')), 'said.jsonl');
    writeFileSync(file, '{"id":"m1","lang":"it","text":"fatto il 2","expect":{"kind":"ticks"}}\n');
    const { code, out, err } = await campanile(['eval', otherHand, file, situations]);
    expect(code).toBe(0);
    expect(out).toMatch(/^other-hand\.jsonl: 212 questions$/m);
    expect(out).toMatch(/^situations\.jsonl: 99 situations$/m);
    expect(err).toMatch(/said\.jsonl: 1 line for another examination left out/);
    expect((await campanile(['eval', file])).err).toMatch(/no question and no situation/);
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
