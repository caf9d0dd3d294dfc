import { CampanileError } from '../domain/errors.ts';
import type { Command } from './command.ts';
import { type CurvePoint, learningCurve } from './eval-curve.ts';
import { askAll, tellAll } from './eval-examine.ts';
import { type Answered, type Figures, questionFigures, type Recommended, situationFigures } from './eval-figures.ts';
import { type Examination, HALVES, readExamination } from './eval-rows.ts';
import { figuresByGroup, table } from './eval-table.ts';

const HELP = `campanile eval: how well the questions and situations of an examination are understood

  campanile eval FILE.jsonl … [--half read|kept] [--json] [--curve]

Questions read {"id","lang","text","scope":"answerable"|"partly"|"out","plans":[…],"phases":[…],"tags":[…]}, situations
{"id","lang","text","plans":[…best first],"phase":1–4|null,"tags":[…]}, a line each. An empty "plans" means: the general part answers it;
of a situation: one must ask before recommending. A file of lines for another examination is named and left out.

For each file, for all, each language and each tag:
  hit@1 …             the right (plan, phase) among the first 1, 3, 5; mrr its mean reciprocal rank; plan: the right plan first
  refusedOut          turned away, of those out of scope; refusedAnswerable: of those that the guide answers (wrong)
  top1, top3, phase   of situations: the best plan first, among three; the phase
  asksWhereOpen       asks first, of situations that leave the plan open; asksWhereTold: of those that do not
  language            the reply is in the question's language though the writer's usual language is another
  p50, p99            milliseconds of CPU that the process spends on one, once warm

  --half   only the half that may be read while working, or only the half that is kept for the figure (by a fixed hash of the id)
  --json   one JSON object: "questions" and "situations" of all files together, "files" of each
  --curve  the learning curve instead: the questions asked of models learned from growing parts of the bank; takes minutes`;

type Examined = { readonly name: string; readonly answered: Answered[]; readonly recommended: Recommended[] };

type Report = { readonly questions: Record<string, Figures>; readonly situations: Record<string, Figures> };

const reportOf = ({ answered, recommended }: Omit<Examined, 'name'>): Report => ({
  questions: figuresByGroup(answered, ({ question }) => question, questionFigures),
  situations: figuresByGroup(recommended, ({ situation }) => situation, situationFigures),
});

/** The files that ask for what is examined here; the others are named on standard error. */
const readAll = (files: readonly string[], half: string | undefined): Examination[] => {
  const read = files.map((file) => readExamination(file, half));
  for (const { name, other } of read) {
    if (other > 0)
      process.stderr.write(`campanile: ${name}: ${counted(other, 'line')} for another examination left out\n`);
  }
  const examined = read.filter(({ questions, situations }) => questions.length + situations.length > 0);
  if (examined.length > 0) return examined;
  throw new CampanileError(
    'usage',
    'there is no question and no situation in what is named',
    'campanile eval test/eval/questions.jsonl test/eval/situations.jsonl',
  );
};

const counted = (count: number, one: string): string => (count === 0 ? '' : `${count} ${one}${count === 1 ? '' : 's'}`);

const printed = ({ name, answered, recommended }: Examined): string => {
  const { questions, situations } = reportOf({ answered, recommended });
  return [
    table(`${name}: ${counted(answered.length, 'question')}`, questions),
    table(`${name}: ${counted(recommended.length, 'situation')}`, situations),
  ]
    .filter(Boolean)
    .join('\n\n');
};

const printedCurve = (points: readonly CurvePoint[]): string =>
  Object.keys(points[0]?.figures ?? {})
    .map((group) =>
      table(
        `learned from, of each meaning (${group})`,
        Object.fromEntries(points.map((point) => [point.part, point.figures[group]!])),
      ),
    )
    .join('\n\n');

export const evaluate: Command = {
  help: HELP,
  options: { half: { type: 'string' }, json: { type: 'boolean' }, curve: { type: 'boolean' } },
  run: async ({ words, options, openApp, print }) => {
    const { half } = options;
    if (half !== undefined && (typeof half !== 'string' || !HALVES.some((known) => known === half))) {
      throw new CampanileError('usage', `--half ${half}: there is no such half`, 'Write read or kept.');
    }
    if (words.length === 0)
      throw new CampanileError(
        'usage',
        'no file is named',
        'campanile eval test/eval/questions.jsonl test/eval/situations.jsonl',
      );
    const files = readAll(words, half);
    const app = await openApp();
    if (options.curve) {
      const points: CurvePoint[] = [];
      for await (const point of learningCurve(
        app,
        files.flatMap(({ questions }) => questions),
      )) {
        process.stderr.write(`campanile: learned from ${point.part}\n`);
        points.push(point);
      }
      print(options.json ? JSON.stringify({ curve: points }) : printedCurve(points));
      return 0;
    }
    await app.prepare();
    const examined: Examined[] = [];
    for (const { name, questions, situations } of files) {
      const answered = await askAll(app.assistant, questions);
      examined.push({ name, answered, recommended: await tellAll(app.assistant, situations) });
    }
    print(
      options.json
        ? JSON.stringify({
            ...reportOf({
              answered: examined.flatMap(({ answered }) => answered),
              recommended: examined.flatMap(({ recommended }) => recommended),
            }),
            files: Object.fromEntries(examined.map((one) => [one.name, reportOf(one)])),
          })
        : examined.map(printed).join('\n\n'),
    );
    return 0;
  },
};
