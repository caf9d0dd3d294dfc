import type { Outcome, Ranked } from '../domain/answer.ts';
import type { Language } from '../domain/language.ts';
import type { Phase, PlanNumber } from '../domain/plan.ts';

/** A question of an examination: what answers it, and whether anything does. */
export type ExamQuestion = {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  readonly scope: 'answerable' | 'partly' | 'out';
  readonly plans: readonly number[];
  readonly phases: readonly number[];
  readonly tags: readonly string[];
};

/** A situation of an examination: the plans that fit, best first, and the phase where it can be told. */
export type ExamSituation = {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  readonly plans: readonly number[];
  readonly phase: Phase | null;
};

export type Answered = {
  readonly question: ExamQuestion;
  readonly outcome: Outcome;
  readonly ranked: readonly Ranked[];
  readonly milliseconds: number;
};

export type Recommended = {
  readonly situation: ExamSituation;
  readonly plans: readonly PlanNumber[];
  readonly phase: Phase | null;
};

const REFUSALS: readonly Outcome[] = ['not_covered', 'declined', 'small_talk', 'person'];

const share = <Row>(rows: readonly Row[], right: (row: Row) => boolean): number | null =>
  rows.length === 0 ? null : Number((rows.filter(right).length / rows.length).toFixed(3));

/** The place, counted from 1, of the first right (plan, phase); undefined when none is ranked. An empty `plans` means the general part. */
const placeOfRight = ({ question: { plans, phases }, ranked }: Answered): number | undefined => {
  const isRight = ({ plan, phase }: Ranked) =>
    plans.length === 0
      ? plan === null || phase === null
      : plan !== null && plans.includes(plan) && phase !== null && phases.includes(phase);
  const at = ranked.findIndex(isRight);
  return at < 0 ? undefined : at + 1;
};

const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** How well questions are understood: the right section among the first, refusals right and wrong, times. */
export const questionFigures = (answered: readonly Answered[]) => {
  const placed = answered.filter(
    ({ question: { scope, plans, phases } }) => scope === 'answerable' && plans.length > 0 && phases.length > 0,
  );
  const within = (most: number) => share(placed, (one) => (placeOfRight(one) ?? Number.POSITIVE_INFINITY) <= most);
  const reciprocal = placed.reduce((sum, one) => sum + 1 / (placeOfRight(one) ?? Number.POSITIVE_INFINITY), 0);
  const refused = ({ outcome }: Answered) => REFUSALS.includes(outcome);
  const of = (scope: ExamQuestion['scope']) => answered.filter(({ question }) => question.scope === scope);
  const times = answered.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    questions: answered.length,
    'hit@1': within(1),
    'hit@3': within(3),
    'hit@5': within(5),
    mrr: placed.length === 0 ? null : Number((reciprocal / placed.length).toFixed(3)),
    refusedOut: share(of('out'), refused),
    refusedAnswerable: share(of('answerable'), refused),
    partlyAsPartly: share(of('partly'), ({ outcome }) => outcome === 'partly'),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
};

/** How well groups are placed: the right plan first and among three, the right phase where one is right. */
export const situationFigures = (recommended: readonly Recommended[]) => {
  const phased = recommended.filter(({ situation }) => situation.phase !== null);
  return {
    situations: recommended.length,
    top1: share(recommended, ({ situation, plans }) => plans[0] === situation.plans[0]),
    top3: share(recommended, ({ situation, plans }) => plans.slice(0, 3).some((plan) => plan === situation.plans[0])),
    phase: share(phased, ({ situation, phase }) => phase === situation.phase),
  };
};
