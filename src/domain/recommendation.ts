import type { Anchor } from './passage.ts';
import type { Phase, PlanNumber } from './plan.ts';

/** A plan that may fit: how probably, the words of the message that led there, and where the guide says what it is for. */
export type RecommendedPlan = {
  readonly plan: PlanNumber;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly anchors: readonly Anchor[];
};

/** What is recommended to a group: ranked plans and its phase; `ask` where the plan cannot be told without one more question. */
export type Recommendation = {
  readonly outcome: 'recommended' | 'ask';
  readonly plans: readonly RecommendedPlan[];
  readonly phase: Phase | null;
};

/** The first plan must be this probable, or stand this far before the second, to be recommended without asking. */
const SURE = 0.5;
const LIKELY = 0.3;
const TIMES_THE_SECOND = 2.5;

/** True when the first of the plans can be recommended without a question. */
export const isClear = (plans: readonly { readonly probability: number }[]): boolean => {
  const [first, second] = plans;
  if (!first) return false;
  return (
    first.probability >= SURE ||
    (first.probability >= LIKELY && first.probability >= TIMES_THE_SECOND * (second?.probability ?? 0))
  );
};
