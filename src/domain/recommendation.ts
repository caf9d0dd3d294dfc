import type { Anchor } from './passage.ts';
import type { Phase, PlanNumber } from './plan.ts';
import type { Thresholds } from './thresholds.ts';

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

/** True when the first of the plans can be recommended without a question. */
export const isClear = (
  plans: readonly { readonly probability: number }[],
  { plan, timesTheSecond }: Pick<Thresholds, 'plan' | 'timesTheSecond'>,
): boolean => {
  const [first, second] = plans;
  if (!first) return false;
  return first.probability >= plan && first.probability >= timesTheSecond * (second?.probability ?? 0);
};
