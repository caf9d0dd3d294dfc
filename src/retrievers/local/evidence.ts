import { familyOf, type Meaning, placeOf } from '../../domain/meaning.ts';
import { PLAN_NUMBERS, type Place, type PlanNumber } from '../../domain/plan.ts';
import { asksWhatIs } from '../../language/definitions.ts';
import { stemFeatures } from '../../language/features.ts';
import { wordsOf } from '../../language/fold.ts';
import { type Probabilities, predict } from '../../language/linear-model.ts';
import type { Query } from '../../retriever.ts';
import type { Neighbour } from '../vectors/vector-index.ts';
import { HEADS, type LanguageIndex, placeClasses } from './language-index.ts';

/** What speaks for a meaning; the stack weighs these. */
export const SIGNALS = ['meaning', 'place', 'words', 'near'] as const;

export type Signals = Readonly<Record<(typeof SIGNALS)[number], number>>;

export type Evidence = {
  readonly signals: ReadonlyMap<Meaning, Signals>;
  /** The glossary entries whose term the query names. */
  readonly terms: ReadonlyMap<Meaning, { readonly asked: boolean }>;
  /** The one plan whose promoter the query calls by the edition's own name; null when none or several. */
  readonly plan: PlanNumber | null;
  /** The plan whose promoter the words speak of, by that name or by others; null when they speak of none, or of all. */
  readonly spoken: PlanNumber | null;
  /** The lexical score of each passage that shares anything with the query. */
  readonly passages: ReadonlyMap<string, number>;
};

/** From this probability on the words speak of one promoter. */
const SPOKEN = 0.5;
/** … where all plans together have this much. */
const HEARD = 0.2;
const FLOOR = 1e-6;

const log = (probability: number | undefined): number => Math.log(Math.max(FLOOR, probability ?? 0));

/** For each meaning, the mean similarity of its three nearest neighbours; the farthest one found stands for missing ones. */
const nearness = (index: LanguageIndex, found: readonly Neighbour[]): ((meaning: Meaning) => number) => {
  const floor = found.at(-1)?.similarity ?? 0;
  const best = new Map<Meaning, number[]>();
  for (const { id, similarity } of found) {
    for (const meaning of index.meanings.get(id) ?? []) {
      const known = best.get(meaning);
      if (known) known.push(similarity);
      else best.set(meaning, [similarity]);
    }
  }
  return (meaning) => {
    const own = best.get(meaning);
    return own ? (own[0]! + (own[1] ?? floor) + (own[2] ?? floor)) / 3 : floor;
  };
};

/** The glossary entries whose term stands in the text, word for word, and whether it asks what that is; a longer term hides the shorter ones in it. */
const termsIn = (index: LanguageIndex, text: string): Map<Meaning, { asked: boolean }> => {
  let words = ` ${wordsOf(text).join(' ')} `;
  const found = new Map<Meaning, { asked: boolean }>();
  for (const { term, spaced, meaning } of index.terms) {
    if (!words.includes(spaced)) continue;
    found.set(meaning, { asked: asksWhatIs(text, term) });
    words = words.replaceAll(spaced, ' · ');
  }
  return found;
};

const planIn = (index: LanguageIndex, text: string): PlanNumber | null => {
  const words = ` ${wordsOf(text).join(' ')} `;
  const found = new Set(index.promoters.filter(({ spaced }) => words.includes(spaced)).map(({ plan }) => plan));
  const [plan] = found;
  return found.size === 1 && plan !== undefined ? plan : null;
};

/** The best score among the passages of each section. */
const bySection = (index: LanguageIndex, scores: ReadonlyMap<string, number>): Map<Meaning, number> => {
  const best = new Map<Meaning, number>();
  for (const [id, score] of scores) {
    const section = index.passages.get(id)?.section;
    if (section && score > (best.get(section) ?? 0)) best.set(section, score);
  }
  return best;
};

/** The plan that has most of the plans' share, where any plan is spoken of at all. */
const planSpokenOf = (plans: Probabilities | undefined): PlanNumber | null => {
  const shareOf = (plan: PlanNumber) => plans?.get(String(plan)) ?? 0;
  const all = PLAN_NUMBERS.reduce((sum, plan) => sum + shareOf(plan), 0);
  return all < HEARD ? null : (PLAN_NUMBERS.find((plan) => shareOf(plan) > SPOKEN * all) ?? null);
};

/** Gathers all that speaks for each meaning of a query; `neighbours` are the questions and passages nearest to it. */
export const gatherEvidence = (index: LanguageIndex, neighbours: readonly Neighbour[], query: Query): Evidence => {
  const [meanings, plans, phases] = predict(index.model, query.text);
  const { rows, rarity } = index.model.vocabulary;
  const words = index.words.score(
    stemFeatures(query.text, query.language),
    (feature) => rarity[rows.get(feature) ?? -1],
  );
  const bestWords = bySection(index, words);
  const near = nearness(index, neighbours);
  const signals = new Map<Meaning, Signals>();
  const gather = (meaning: Meaning): void => {
    const [plan, phase] = placeClasses(meaning);
    signals.set(meaning, {
      meaning: log(meanings?.get(meaning)),
      place: log(plans?.get(plan)) + log(phases?.get(phase)),
      words: Math.log1p(bestWords.get(meaning) ?? 0),
      near: near(meaning),
    });
  };
  for (const learned of index.model.heads[HEADS.meaning]!) gather(learned as Meaning);
  for (const section of index.sections) if (!signals.has(section)) gather(section);
  const called = planIn(index, query.text);
  const spoken = called ?? planSpokenOf(plans);
  return { signals, terms: termsIn(index, query.text), plan: called, spoken, passages: words };
};

/** The number of a phase in the general part (`process.phase-2`). */
const generalPhaseOf = (meaning: Meaning): number | null => {
  const [, phase] = /^process\.phase-(\d)$/.exec(meaning) ?? [];
  return phase === undefined ? null : Number(phase);
};

/** What a meaning gains from having the numbers that the message names, and loses from having others. */
const namedPrior = (meaning: Meaning, named: Place, spoken: PlanNumber | null): number => {
  const own = placeOf(meaning);
  const general = generalPhaseOf(meaning);
  let prior = 0;
  if (named.phase !== null && general !== null) prior += general === named.phase && spoken === null ? 5 : -3;
  if (named.phase !== null && own.plan !== null) prior += own.phase === named.phase ? 2.5 : -2;
  if (named.plan !== null && own.plan !== null) prior += own.plan === named.plan ? 3 : -3;
  if (named.plan !== null && named.phase === null && own.plan === named.plan && own.phase === null) prior += 2;
  if (own.plan === null && general === null) prior -= 2;
  // Promoter and phase are both said outright: only a thing that the guide does not have can be meant instead.
  if (named.phase !== null && spoken !== null) {
    if (own.plan === spoken && own.phase === named.phase) prior += 4;
    if (familyOf(meaning) === 'glossary') prior -= 8;
  }
  return prior;
};

/**
 * What a meaning gains before the words are weighed: from lying where the conversation stands, and from being what the message
 * names, its numbers and its terms. "What is a GAL?" cannot ask what the ANCI is, however alike people ask for both.
 */
export const priorOf = (
  meaning: Meaning,
  { place, named }: Pick<Query, 'place' | 'named'>,
  { terms, plan: called, spoken }: Evidence,
): number => {
  const own = placeOf(meaning);
  const samePlan = place !== undefined && own.plan !== null && own.plan === place.plan;
  let prior = (samePlan ? 0.5 : 0) + (samePlan && own.phase !== null && own.phase === place.phase ? 0.3 : 0);
  if (called !== null && own.plan !== null) prior += own.plan !== called ? -0.5 : own.phase === null ? 1 : 2;
  if (called !== null && generalPhaseOf(meaning) !== null) prior -= 1;
  if (named) prior += namedPrior(meaning, named, spoken);
  if (familyOf(meaning) === 'glossary' && terms.size > 0)
    prior += terms.get(meaning)?.asked ? 4 : terms.has(meaning) ? 0 : -4;
  return prior;
};
