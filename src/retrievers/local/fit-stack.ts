import type { BankQuestion } from '../../domain/bank.ts';
import type { Edition } from '../../domain/library.ts';
import { familyOf, type Meaning, placeOf } from '../../domain/meaning.ts';
import type { Embedder } from '../../embedder.ts';
import { gatherEvidence, SIGNALS, type Signals } from './evidence.ts';
import { fitMeanings, type Hnswlib, indexVectors, indexWords } from './language-index.ts';
import { nearestTo } from './nearest.ts';
import { type StackWeights, scoreOf } from './stack.ts';

/** A question judged by an index that never saw its writer. */
export type HeldOut = { readonly question: BankQuestion; readonly signals: ReadonlyMap<Meaning, Signals> };

const START: StackWeights = {
  signals: { meaning: 1, place: 0.3, words: 0.1, near: 2 },
  families: { plan: 0, process: 0, glossary: 0, unknown: 0, talk: 0 },
};

/** Meanings beyond the most likely forty hardly ever win and only cost time. */
const CANDIDATES = 40;

const keepLikely = ({ question, signals }: HeldOut): HeldOut => {
  const scored = [...signals].map(([meaning, own]) => ({ meaning, own, score: scoreOf(START, meaning, own) }));
  const likely = scored
    .sort((a, b) => b.score - a.score)
    .filter(({ meaning }, at) => at < CANDIDATES || question.meanings.includes(meaning));
  return { question, signals: new Map(likely.map(({ meaning, own }) => [meaning, own])) };
};

/** For each hand: everything is learned from the other hands, then the hand's own questions are searched. */
export const holdOutHands = async (
  edition: Edition,
  bank: readonly BankQuestion[],
  embedder: Embedder,
  hnswlib: Hnswlib,
): Promise<HeldOut[]> => {
  const own = bank.filter(({ language }) => language === edition.language);
  const held: HeldOut[] = [];
  for (const hand of new Set(own.map((question) => question.hand))) {
    const others = own.filter((question) => question.hand !== hand);
    const index = {
      language: edition.language,
      model: fitMeanings(edition, others),
      ...(await indexVectors(edition, others, embedder, hnswlib)),
      ...indexWords(edition),
    };
    const known = new Set(others.flatMap(({ meanings }) => meanings));
    for (const question of own.filter((candidate) => candidate.hand === hand && known.has(candidate.meanings[0]))) {
      const neighbours = await nearestTo(question, embedder, index.vectors);
      held.push(keepLikely({ question, signals: gatherEvidence(index, neighbours, question).signals }));
    }
  }
  return held;
};

const PASSES = 60;
const STEP = 0.05;
type Mutable = { signals: Record<keyof Signals, number>; families: Record<ReturnType<typeof familyOf>, number> };

/** Maximises the probability of the right meaning over the held-out questions (gradient ascent with Adam). */
export const fitStack = (held: readonly HeldOut[]): StackWeights => {
  const weights = structuredClone(START) as Mutable;
  const knobs = [
    ...SIGNALS.map((name) => [weights.signals, name] as const),
    ...Object.keys(weights.families).map((name) => [weights.families, name] as const),
  ] as (readonly [Record<string, number>, string])[];
  const inputsOf = (meaning: Meaning, signals: Signals): number[] => [
    ...SIGNALS.map((name) => signals[name]),
    ...Object.keys(weights.families).map((name) => (familyOf(meaning) === name ? 1 : 0)),
  ];
  const [mean, spread] = [new Float64Array(knobs.length), new Float64Array(knobs.length)];
  for (let pass = 1; pass <= PASSES; pass++) {
    const gradient = new Float64Array(knobs.length);
    for (const { question, signals } of held) {
      const scored = [...signals].map(([meaning, own]) => ({ meaning, own, score: scoreOf(weights, meaning, own) }));
      const highest = Math.max(...scored.map(({ score }) => score));
      const sum = scored.reduce((total, { score }) => total + Math.exp(score - highest), 0);
      for (const { meaning, own, score } of scored) {
        const target = question.meanings.includes(meaning) ? 1 / question.meanings.length : 0;
        const error = target - Math.exp(score - highest) / sum;
        if (Math.abs(error) < 1e-4) continue;
        inputsOf(meaning, own).forEach((value, at) => {
          gradient[at] = gradient[at]! + (error * value) / held.length;
        });
      }
    }
    knobs.forEach(([group, name], at) => {
      mean[at] = 0.9 * mean[at]! + 0.1 * gradient[at]!;
      spread[at] = 0.99 * spread[at]! + 0.01 * gradient[at]! ** 2;
      const direction = mean[at]! / (1 - 0.9 ** pass) / (Math.sqrt(spread[at]! / (1 - 0.99 ** pass)) + 1e-8);
      group[name] = group[name]! + STEP * direction;
    });
  }
  return weights;
};

/** How often the right meaning came first, and the right phase of the right plan among the first one and three. */
export const judge = (
  held: readonly HeldOut[],
  weights: StackWeights,
): { first: number; hit1: number; hit3: number; family: number } => {
  const sum = { first: 0, hit1: 0, hit3: 0, family: 0 };
  let phases = 0;
  for (const { question, signals } of held) {
    const ranked = [...signals.keys()].sort(
      (a, b) => scoreOf(weights, b, signals.get(b)!) - scoreOf(weights, a, signals.get(a)!),
    );
    const right = (meaning: Meaning | undefined) => meaning !== undefined && question.meanings.includes(meaning);
    if (right(ranked[0])) sum.first += 1;
    if (familyOf(ranked[0]!) === familyOf(question.meanings[0])) sum.family += 1;
    if (placeOf(question.meanings[0]).phase === null) continue;
    phases += 1;
    const places = ranked.filter((meaning) => placeOf(meaning).phase !== null);
    if (right(places[0])) sum.hit1 += 1;
    if (places.slice(0, 3).some(right)) sum.hit3 += 1;
  }
  return {
    first: sum.first / held.length,
    family: sum.family / held.length,
    hit1: sum.hit1 / phases,
    hit3: sum.hit3 / phases,
  };
};
