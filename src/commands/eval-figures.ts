import type { Outcome, Ranked } from '../domain/answer.ts';
import type { Language } from '../domain/language.ts';
import type { Phase, PlanNumber } from '../domain/plan.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { ExamQuestion, ExamSituation } from './eval-rows.ts';

/** What became of a question: `stranger` is the language of the reply where the writer's own language is not known, `cpu` milliseconds. */
export type Answered = {
  readonly question: ExamQuestion;
  readonly outcome: Outcome;
  readonly ranked: readonly Ranked[];
  readonly stranger: Language;
  readonly cpu: number;
};

/** What was recommended in a situation. */
export type Recommended = {
  readonly situation: ExamSituation;
  readonly outcome: Recommendation['outcome'];
  readonly plans: readonly PlanNumber[];
  readonly phase: Phase | null;
  readonly stranger: Language;
  readonly cpu: number;
};

/** Figures by name; null where no row has anything to say of one. */
export type Figures = Readonly<Record<string, number | null>>;

const REFUSALS: readonly Outcome[] = ['not_covered', 'declined', 'small_talk', 'person'];

const rounded = (value: number): number => Number(value.toFixed(3));

const share = <Row>(rows: readonly Row[], right: (row: Row) => boolean): number | null =>
  rows.length === 0 ? null : rounded(rows.filter(right).length / rows.length);

/** The place, counted from 1, of the first right (plan, phase); infinite when none is ranked. An empty `plans` means the general part. */
const placeOfRight = ({ question: { plans, phases }, ranked }: Answered): number => {
  const isRight = ({ plan, phase }: Ranked) =>
    plans.length === 0
      ? plan === null || phase === null
      : plan !== null && plans.includes(plan) && phase !== null && phases.includes(phase);
  const at = ranked.findIndex(isRight);
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
};

/** The value that this part of the values does not exceed; null without values. */
export const percentile = (values: readonly number[], part: number): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return value === undefined ? null : rounded(value);
};

const timesOf = (rows: readonly { cpu: number }[]) => {
  const times = rows.map(({ cpu }) => cpu);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
};

/** How well questions are understood: the right section among the first, refusals right and wrong, the language, times. */
export const questionFigures = (answered: readonly Answered[]) => {
  const of = (scope: ExamQuestion['scope']) => answered.filter(({ question }) => question.scope === scope);
  const answerable = of('answerable');
  const placed = answerable.filter(({ question: { plans, phases } }) => plans.length > 0 && phases.length > 0);
  const within = (most: number) => share(placed, (one) => placeOfRight(one) <= most);
  const reciprocal = placed.reduce((sum, one) => sum + 1 / placeOfRight(one), 0);
  const refused = ({ outcome }: Answered) => REFUSALS.includes(outcome);
  return {
    questions: answered.length,
    'hit@1': within(1),
    'hit@3': within(3),
    'hit@5': within(5),
    mrr: placed.length === 0 ? null : rounded(reciprocal / placed.length),
    plan: share(placed, ({ question, ranked: [first] }) => first?.plan != null && question.plans.includes(first.plan)),
    refusedOut: share(of('out'), refused),
    refusedAnswerable: share(answerable, refused),
    partlyAsPartly: share(of('partly'), ({ outcome }) => outcome === 'partly'),
    language: share(answered, ({ question, stranger }) => question.lang === stranger),
    ...timesOf(answered),
  };
};

/**
 * How well groups are placed: the right plan first and among three, the right phase where one is right; how often a question
 * comes first where the plan is open, and where it is not.
 */
export const situationFigures = (recommended: readonly Recommended[]) => {
  const open = recommended.filter(({ situation }) => situation.plans.length === 0);
  const told = recommended.filter(({ situation }) => situation.plans.length > 0);
  const phased = recommended.filter(({ situation }) => situation.phase !== null);
  const asks = ({ outcome }: Recommended) => outcome === 'ask';
  return {
    situations: recommended.length,
    top1: share(told, ({ situation, plans }) => plans[0] === situation.plans[0]),
    top3: share(told, ({ situation, plans }) => plans.slice(0, 3).some((plan) => plan === situation.plans[0])),
    phase: share(phased, ({ situation, phase }) => phase === situation.phase),
    asksWhereOpen: share(open, asks),
    asksWhereTold: share(told, asks),
    language: share(recommended, ({ situation, stranger }) => situation.lang === stranger),
    ...timesOf(recommended),
  };
};
