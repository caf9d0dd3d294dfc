import { familyOf, type Meaning, placeOf } from '../../domain/meaning.ts';
import type { WeighedMeaning } from '../../retriever.ts';
import { SIGNALS, type Signals } from './evidence.ts';
import type { Candidate, HeldOut } from './held-out.ts';
import { probabilitiesOf, type StackWeights, scoreOf } from './stack.ts';

const START: StackWeights = {
  signals: { meaning: 1, place: 0.3, words: 0.1, near: 2 },
  families: { plan: 0, process: 0, glossary: 0, unknown: 0, talk: 0 },
};

const PASSES = 60;
const STEP = 0.05;
type Mutable = { signals: Record<keyof Signals, number>; families: Record<ReturnType<typeof familyOf>, number> };

/**
 * Maximises the probability of the right meaning over the held-out questions (gradient ascent with Adam). What is fitted so is
 * calibrated too: a temperature would be one more factor of all weights, and 1 is its best value.
 */
export const fitStack = (held: readonly HeldOut[]): StackWeights => {
  const weights = structuredClone(START) as Mutable;
  const knobs = [
    ...SIGNALS.map((name) => [weights.signals, name] as const),
    ...Object.keys(weights.families).map((name) => [weights.families, name] as const),
  ] as (readonly [Record<string, number>, string])[];
  const inputsOf = ({ meaning, signals }: Candidate): number[] => [
    ...SIGNALS.map((name) => signals[name]),
    ...Object.keys(weights.families).map((name) => (familyOf(meaning) === name ? 1 : 0)),
  ];
  const [mean, spread] = [new Float64Array(knobs.length), new Float64Array(knobs.length)];
  for (let pass = 1; pass <= PASSES; pass++) {
    const gradient = new Float64Array(knobs.length);
    for (const { question, candidates } of held) {
      const probabilities = probabilitiesOf(candidates.map((candidate) => score(weights, candidate)));
      for (const [n, candidate] of candidates.entries()) {
        const target = question.meanings.includes(candidate.meaning) ? 1 / question.meanings.length : 0;
        const error = target - probabilities[n]!;
        if (Math.abs(error) < 1e-4) continue;
        inputsOf(candidate).forEach((value, at) => {
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

const score = (weights: StackWeights, { meaning, signals, prior }: Candidate): number =>
  scoreOf(weights, meaning, signals) + prior;

/** What a held-out question can mean, most probable first, as the weights see it. */
export const weighHeldOut = (weights: StackWeights, { candidates }: HeldOut): WeighedMeaning[] => {
  const probabilities = probabilitiesOf(candidates.map((candidate) => score(weights, candidate)));
  return candidates
    .map(({ meaning }, at) => ({ meaning, probability: probabilities[at]! }))
    .sort((a, b) => b.probability - a.probability);
};

/** How well hands left out are understood; all are shares of 1. */
export type Judgement = {
  /** The right meaning first; its family first. */
  readonly first: number;
  readonly family: number;
  /** The right phase of the right plan first, and among three. */
  readonly hit1: number;
  readonly hit3: number;
  /** The expected calibration error: how far the first meaning's probability is from how often it is right. */
  readonly miscalibrated: number;
};

const BINS = 10;

/** Judges how well the weights understand questions of hands left out. */
export const judge = (held: readonly HeldOut[], weights: StackWeights): Judgement => {
  const sum = { first: 0, hit1: 0, hit3: 0, family: 0 };
  const gaps = new Float64Array(BINS);
  let phases = 0;
  for (const one of held) {
    const { question } = one;
    const ranked = weighHeldOut(weights, one);
    const right = (meaning: Meaning | undefined) => meaning !== undefined && question.meanings.includes(meaning);
    const { meaning, probability } = ranked[0]!;
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    gaps[bin] = gaps[bin]! + probability - (right(meaning) ? 1 : 0);
    if (right(meaning)) sum.first += 1;
    if (familyOf(meaning) === familyOf(question.meanings[0])) sum.family += 1;
    if (placeOf(question.meanings[0]).phase === null) continue;
    phases += 1;
    const places = ranked.map((weighed) => weighed.meaning).filter((place) => placeOf(place).phase !== null);
    if (right(places[0])) sum.hit1 += 1;
    if (places.slice(0, 3).some(right)) sum.hit3 += 1;
  }
  return {
    first: sum.first / held.length,
    family: sum.family / held.length,
    hit1: sum.hit1 / phases,
    hit3: sum.hit3 / phases,
    miscalibrated: gaps.reduce((total, gap) => total + Math.abs(gap), 0) / held.length,
  };
};
