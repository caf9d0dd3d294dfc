import { cpuOf } from '../../src/commands/eval-examine.ts';
import { percentile } from '../../src/commands/eval-figures.ts';
import type { ExamQuestion } from '../../src/commands/eval-rows.ts';
import { isSection, type Meaning, placeOf } from '../../src/domain/meaning.ts';
import { evalQuestions, otherHandQuestions } from '../support/eval.ts';

/** The two sets that everything here is judged on: nothing was tuned on either. */
export const EXAMINATION: Readonly<Record<string, readonly ExamQuestion[]>> = {
  'another hand': otherHandQuestions(),
  'kept half': evalQuestions('kept'),
};

/** The questions of both sets that a phase of a plan answers. */
export const PLACED = Object.entries(EXAMINATION).map(([name, questions]) => ({
  name,
  questions: questions.filter(
    ({ scope, plans, phases }) => scope === 'answerable' && plans.length > 0 && phases.length > 0,
  ),
}));

/** Gives the meanings that fit a question, best first. */
export type Ranker = (question: ExamQuestion) => Promise<readonly Meaning[]> | readonly Meaning[];

const MOST = [1, 3, 5] as const;

/** The columns for how often a search finds the right phase of the right plan. */
export const HIT_COLUMNS = PLACED.flatMap(({ name, questions }) =>
  MOST.map((most) => (most === 1 ? `${name} (${questions.length}): hit@1` : `hit@${most}`)),
);

/** As in the answer's `ranked`: one place for each (plan, phase), the general part and the glossary together are one more. */
const placeOfRight = (ranked: readonly Meaning[], { plans, phases }: ExamQuestion): number => {
  const places = new Map(
    ranked
      .filter(isSection)
      .map(placeOf)
      .map((place) => [`${place.plan}.${place.phase}`, place]),
  );
  const at = [...places.values()].findIndex(
    ({ plan, phase }) => plan !== null && plans.includes(plan) && phase !== null && phases.includes(phase),
  );
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
};

/** How often a search finds the right phase of the right plan, a cell a column, and the median of its CPU time in milliseconds, once warm. */
export const judgeRanker = async (ranker: Ranker): Promise<{ hits: string[]; median: string }> => {
  for (const question of PLACED[0]!.questions) await ranker(question);
  const times: number[] = [];
  const hits: string[] = [];
  for (const { questions } of PLACED) {
    const found: number[] = [];
    for (const question of questions) {
      const [ranked, cpu] = await cpuOf(async () => ranker(question));
      times.push(cpu);
      found.push(placeOfRight(ranked, question));
    }
    hits.push(...MOST.map((most) => (found.filter((at) => at <= most).length / found.length).toFixed(2)));
  }
  return { hits, median: percentile(times, 0.5)?.toFixed(2) ?? '-' };
};
