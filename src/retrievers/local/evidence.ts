import { familyOf, type Meaning, placeOf } from '../../domain/meaning.ts';
import type { Embedder } from '../../embedder.ts';
import { stemFeatures } from '../../language/features.ts';
import { wordsOf } from '../../language/fold.ts';
import { predict } from '../../language/linear-model.ts';
import type { Query } from '../../retriever.ts';
import { type LanguageIndex, placeClasses } from './language-index.ts';

/** What speaks for a meaning; the stack weighs these. */
export const SIGNALS = ['meaning', 'place', 'words', 'near'] as const;

export type Signals = Readonly<Record<(typeof SIGNALS)[number], number>>;

export type Evidence = {
  readonly signals: ReadonlyMap<Meaning, Signals>;
  /** The glossary entries whose term the query names. */
  readonly named: ReadonlySet<Meaning>;
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

/** The glossary entries whose term stands in the text, word for word; a longer term hides the shorter ones in it. */
const termsIn = (index: LanguageIndex, text: string): Set<Meaning> => {
  let words = ` ${wordsOf(text).join(' ')} `;
  const found = new Set<Meaning>();
  for (const { term, meaning } of index.terms) {
    if (!words.includes(` ${term} `)) continue;
    found.add(meaning);
    words = words.replaceAll(` ${term} `, ' · ');
  }
  return found;
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
  const bestWords = bySection(index, words);
  const near = await nearness(index, embedder, query);
  const named = termsIn(index, query.text);
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
      near: near(meaning),
    });
  }
  return { signals, named, passages: words };
};

/** A phase in the general part (`process.phase-2`) has its number too. */
const phaseOf = (meaning: Meaning): number | null => {
  const [, general] = /^process\.phase-(\d)$/.exec(meaning) ?? [];
  return general === undefined ? placeOf(meaning).phase : Number(general);
};

/**
 * How much a meaning gains from lying where the conversation stands, and from being what the message names: its numbers, its
 * terms. "What is a GAL?" cannot ask what the ANCI is, however alike people ask for both.
 */
export const priorOf = (
  meaning: Meaning,
  { place, named }: Pick<Query, 'place' | 'named'>,
  terms: ReadonlySet<Meaning>,
): number => {
  const own = placeOf(meaning);
  const samePlan = place !== undefined && own.plan !== null && own.plan === place.plan;
  let prior = (samePlan ? 0.8 : 0) + (samePlan && own.phase !== null && own.phase === place.phase ? 0.4 : 0);
  if (named?.phase) prior += phaseOf(meaning) === named.phase ? 2.5 : phaseOf(meaning) === null ? 0 : -2;
  if (named?.plan) prior += own.plan === named.plan ? 3 : own.plan === null ? 0 : -3;
  if (familyOf(meaning) === 'glossary' && terms.size > 0 && !terms.has(meaning)) prior -= 4;
  return prior;
};
