import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { App } from '../app.ts';
import { newConversation } from '../domain/conversation.ts';
import { CampanileError } from '../domain/errors.ts';
import { LANGUAGES } from '../domain/language.ts';
import type { Command } from './command.ts';
import { type Answered, questionFigures, type Recommended, situationFigures } from './eval-figures.ts';

const HELP = `campanile eval: how well questions and situations of an examination are understood

  campanile eval FILE.jsonl … [--half read|kept] [--json]

Questions read {"id","lang","text","scope","plans","phases","tags"}, situations {"id","lang","text","plans","phase"}, a line each.
Prints, for all, for each language and each tag: the right (plan, phase) among the first 1, 3 and 5, MRR, refusals of what is out of scope beside
wrong refusals, times; for situations the plan first and among three, and the phase.

  --half   only the half that may be read while working, or only the half that is kept for the figure (by a fixed hash of the id)
  --json   the same as one JSON object`;

const places = z.array(z.int());
const base = { id: z.string(), lang: z.enum(LANGUAGES), text: z.string(), plans: places };
const questionSchema = z.object({
  ...base,
  scope: z.enum(['answerable', 'partly', 'out']),
  phases: places,
  tags: z.array(z.string()).default([]),
});
const phase = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const situationSchema = z.object({ ...base, phase: phase.nullable() });
const rowSchema = z.union([questionSchema, situationSchema]);

type Row = z.infer<typeof rowSchema>;

const HALVES = ['read', 'kept'] as const;

const halfOf = (id: string): (typeof HALVES)[number] =>
  createHash('sha256').update(id).digest()[31]! % 2 === 0 ? 'read' : 'kept';

const readRows = (file: string): Row[] => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CampanileError(
      'usage',
      `${file} cannot be read`,
      'Name files of questions or situations, such as test/eval/questions.jsonl.',
    );
  }
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const parsed = rowSchema.safeParse(parseJson(line));
    if (parsed.success) return [parsed.data];
    throw new CampanileError(
      'usage',
      `${file}, line ${at + 1}: no question and no situation`,
      'campanile eval --help tells the form of a line.',
    );
  });
};

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const examine = async (
  { assistant }: App,
  rows: readonly Row[],
): Promise<{ answered: Answered[]; recommended: Recommended[] }> => {
  const answered: Answered[] = [];
  const recommended: Recommended[] = [];
  for (const row of rows) {
    const started = performance.now();
    if ('scope' in row) {
      const { answer } = await assistant.reply(row.text, newConversation(row.lang));
      answered.push({
        question: row,
        outcome: answer.outcome,
        ranked: answer.ranked,
        milliseconds: performance.now() - started,
      });
    } else {
      const { plans, phase: told } = await assistant.recommend(row.text, row.lang);
      recommended.push({ situation: row, plans: plans.map(({ plan }) => plan), phase: told });
    }
  }
  return { answered, recommended };
};

const groupsOf = (answered: readonly Answered[]): Map<string, Answered[]> => {
  const tags = new Set(answered.flatMap(({ question }) => question.tags));
  return new Map([
    ['all', [...answered]],
    ...LANGUAGES.map((language) => [language, answered.filter(({ question }) => question.lang === language)] as const),
    ...[...tags].sort().map((tag) => [tag, answered.filter(({ question }) => question.tags.includes(tag))] as const),
  ]);
};

const table = (rows: ReadonlyMap<string, Readonly<Record<string, number | null>>>): string => {
  const [first] = rows.values();
  if (!first) return '';
  const cell = (value: number | null) => (value === null ? '-' : String(Math.round(value * 1000) / 1000));
  const lines = [
    ['', ...Object.keys(first)],
    ...[...rows].map(([name, figures]) => [name, ...Object.values(figures).map(cell)]),
  ];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) => line.map((text, column) => text.padStart(widths[column]!)).join('  ')).join('\n');
};

export const evaluate: Command = {
  help: HELP,
  options: { half: { type: 'string' }, json: { type: 'boolean' } },
  run: async ({ words, options, openApp, print }) => {
    const { half } = options;
    if (half !== undefined && !HALVES.some((known) => known === half)) {
      throw new CampanileError('usage', `--half ${half}: there is no such half`, 'Write read or kept.');
    }
    if (words.length === 0)
      throw new CampanileError(
        'usage',
        'no file is named',
        'campanile eval test/eval/questions.jsonl test/eval/situations.jsonl',
      );
    const rows = words.flatMap(readRows).filter(({ id }) => half === undefined || halfOf(id) === half);
    const app = await openApp();
    await app.prepare();
    const { answered, recommended } = await examine(app, rows);
    const questions = new Map(
      [...groupsOf(answered)]
        .filter(([, group]) => group.length > 0)
        .map(([name, group]) => [name, questionFigures(group)]),
    );
    const situations = new Map(
      (['all', ...LANGUAGES] as const)
        .map(
          (name) => [name, recommended.filter(({ situation }) => name === 'all' || situation.lang === name)] as const,
        )
        .filter(([, group]) => group.length > 0)
        .map(([name, group]) => [name as string, situationFigures(group)]),
    );
    print(
      options.json
        ? JSON.stringify({ questions: Object.fromEntries(questions), situations: Object.fromEntries(situations) })
        : [table(questions), table(situations)].filter(Boolean).join('\n\n'),
    );
    return 0;
  },
};
