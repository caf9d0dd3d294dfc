import { PHASES, PLAN_NUMBERS } from '../../domain/plan.ts';
import { type LinearModel, predict, wordsFor } from '../../language/linear-model.ts';
import type { Situated, Situation } from '../../retriever.ts';

const PLAN_HEAD = 1;
const PHASE_HEAD = 2;
const MOST_WORDS = 3;
/** Words are sought only for what may be recommended. */
const LIKELY = 0.1;

const situated = <Where extends number>(
  model: LinearModel,
  text: string,
  head: number,
  places: readonly Where[],
): Situated<Where>[] => {
  const probabilities = predict(model, text)[head];
  const sum = places.reduce((total, where) => total + (probabilities?.get(String(where)) ?? 0), 0) || 1;
  return places
    .map((where) => ({ where, probability: (probabilities?.get(String(where)) ?? 0) / sum }))
    .sort((a, b) => b.probability - a.probability)
    .map(({ where, probability }) => ({
      where,
      probability,
      words: probability < LIKELY ? [] : wordsFor(model, text, head, String(where), MOST_WORDS),
    }));
};

/** Which plan and phase a text speaks of, by the plan's and the phase's own models. */
export const situateBy = (model: LinearModel, text: string): Situation => ({
  plans: situated(model, text, PLAN_HEAD, PLAN_NUMBERS),
  phases: situated(model, text, PHASE_HEAD, PHASES),
});
