import { type Meaning, placeOf } from '../../domain/meaning.ts';
import type { Embedder } from '../../embedder.ts';
import { gramFeatures, stemFeatures } from '../../language/features.ts';
import { predict } from '../../language/linear-model.ts';
import type { Query } from '../../retriever.ts';
import { type LanguageIndex, placeClasses } from './language-index.ts';

/** What speaks for a meaning; the stack weighs these. */
export const SIGNALS = ['meaning', 'place', 'words', 'grams', 'near'] as const;

export type Signals = Readonly<Record<(typeof SIGNALS)[number], number>>;

export type Evidence = {
  readonly signals: ReadonlyMap<Meaning, Signals>;
  /** The lexical score of each passage that shares anything with the query. */
  readonly passages: ReadonlyMap<string, number>;
};

const NEIGHBOURS = 60;
const FLOOR = 1e-6;

const log = (probability: number | undefined): number => Math.log(Math.max(FLOOR, probability ?? 0));

/** For each meaning, the mean similarity of its three nearest neighbours; the farthest one found stands for missing ones. */
const nearness = async (
  index: LanguageIndex,
  embedder: Embedder,
  query: Query,
): Promise<(meaning: Meaning) => number> => {
  const [vector] = await embedder.embed([query.text], query.language);
  const found = vector ? index.vectors.search(vector, NEIGHBOURS) : [];
  const floor = found.at(-1)?.similarity ?? 0;
  const best = new Map<Meaning, number[]>();
  for (const { id, similarity } of found) {
    for (const meaning of index.meanings.get(id) ?? []) best.set(meaning, [...(best.get(meaning) ?? []), similarity]);
  }
  return (meaning) => {
    const [first = floor, second = floor, third = floor] = best.get(meaning) ?? [];
    return (first + second + third) / 3;
  };
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

/** Gathers all that speaks for each meaning of a query. */
export const gatherEvidence = async (index: LanguageIndex, embedder: Embedder, query: Query): Promise<Evidence> => {
  const [meanings, plans, phases] = predict(index.model, query.text);
  const words = index.words.score(stemFeatures(query.text, query.language));
  const grams = index.grams.score(gramFeatures(query.text));
  const bestWords = bySection(index, words);
  const bestGrams = bySection(index, grams);
  const near = await nearness(index, embedder, query);
  const signals = new Map<Meaning, Signals>();
  for (const name of new Set([
    ...index.model.heads[0]!,
    ...[...index.passages.values()].map(({ section }) => section),
  ])) {
    const meaning = name as Meaning;
    const [plan, phase] = placeClasses(meaning);
    signals.set(meaning, {
      meaning: log(meanings?.get(meaning)),
      place: log(plans?.get(plan)) + log(phases?.get(phase)),
      words: Math.log1p(bestWords.get(meaning) ?? 0),
      grams: Math.log1p(bestGrams.get(meaning) ?? 0),
      near: near(meaning),
    });
  }
  const passages = new Map(words);
  for (const [id, score] of grams) passages.set(id, (passages.get(id) ?? 0) + score / 4);
  return { signals, passages };
};

/** How much a meaning gains from lying where the conversation stands. */
export const priorOf = (meaning: Meaning, place: Query['place']): number => {
  if (!place) return 0;
  const own = placeOf(meaning);
  const samePlan = own.plan !== null && own.plan === place.plan;
  return (samePlan ? 0.8 : 0) + (samePlan && own.phase !== null && own.phase === place.phase ? 0.4 : 0);
};
