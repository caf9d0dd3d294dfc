import { familyOf, type Meaning } from '../../domain/meaning.ts';
import type { Query, WeighedMeaning } from '../../retriever.ts';
import { type Evidence, priorOf, SIGNALS, type Signals } from './evidence.ts';

/** How much each signal counts, and what each family of meanings starts with. Fitted by leaving one hand out (`fit-stack.ts`). */
export type StackWeights = {
  readonly signals: Signals;
  readonly families: Readonly<Record<ReturnType<typeof familyOf>, number>>;
};

/** The weighted sum of a meaning's signals. */
export const scoreOf = (weights: StackWeights, meaning: Meaning, signals: Signals): number => {
  let sum = weights.families[familyOf(meaning)];
  for (const name of SIGNALS) sum += weights.signals[name] * signals[name];
  return sum;
};

/** Scores as probabilities that sum to 1 (softmax). */
export const probabilitiesOf = (scores: readonly number[]): number[] => {
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((total, weight) => total + weight, 0);
  return raised.map((weight) => weight / sum);
};

/** The calibrated probability of each meaning, most probable first. */
export const weigh = (
  weights: StackWeights,
  evidence: Evidence,
  query: Pick<Query, 'place' | 'named'>,
): WeighedMeaning[] => {
  const meanings: Meaning[] = [];
  const scores: number[] = [];
  evidence.signals.forEach((signals, meaning) => {
    meanings.push(meaning);
    scores.push(scoreOf(weights, meaning, signals) + priorOf(meaning, query, evidence));
  });
  const probabilities = probabilitiesOf(scores);
  return meanings
    .map((meaning, at) => ({ meaning, probability: probabilities[at]! }))
    .sort((a, b) => b.probability - a.probability || (a.meaning < b.meaning ? -1 : 1));
};
