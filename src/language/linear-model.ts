import type { Language } from '../domain/language.ts';
import { type SparseVector, type Vocabulary, vectorOf, vocabularyOf } from './sparse.ts';

/** A text and, for each head of the model, the class it belongs to, or several that share it equally; none where it teaches that head nothing. */
export type Example = { readonly text: string; readonly classes: readonly (readonly string[])[] };

/**
 * Softmax regression over stems and character n-grams, with several heads (independent questions about one text)
 * on one matrix: `weights` holds a row for each feature, a column for each class of each head, as bytes times the
 * row's `scale`.
 */
export type LinearModel = {
  /** Whose stems it was fitted on; null: unstemmed words of any language. */
  readonly language: Language | null;
  readonly heads: readonly (readonly string[])[];
  readonly vocabulary: Vocabulary;
  readonly bias: Float32Array;
  readonly scale: Float32Array;
  readonly weights: Int8Array;
};

/** Passes over the examples and step size: on a plateau when judged on hands left out (5–20 passes, 0.25–1). */
const PASSES = 8;
const STEP = 0.7;
/** A feature of fewer texts teaches little and costs a row. */
const LEAST_TEXTS = 3;

/** Turns the logits of one head into probabilities, in place. */
const softmax = (logits: Float32Array, from: number, to: number): void => {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = from; k < to; k++) highest = Math.max(highest, logits[k]!);
  let sum = 0;
  for (let k = from; k < to; k++) {
    logits[k] = Math.exp(logits[k]! - highest);
    sum += logits[k]!;
  }
  for (let k = from; k < to; k++) logits[k] = logits[k]! / sum;
};

/** A fixed shuffle, so that the same bank gives the same model on every machine. */
const shuffle = (order: Int32Array, seed: number): void => {
  let state = seed;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = state % (i + 1);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
};

const boundsOf = (heads: LinearModel['heads']): [number, number][] => {
  let from = 0;
  return heads.map(({ length }) => {
    from += length;
    return [from - length, from];
  });
};

const columnsByHeads = new WeakMap<LinearModel['heads'], readonly ReadonlyMap<string, number>[]>();

/** The column of each class, for each head. */
const columnsOf = (heads: LinearModel['heads']): readonly ReadonlyMap<string, number>[] => {
  const known = columnsByHeads.get(heads);
  if (known) return known;
  const bounds = boundsOf(heads);
  const columns = heads.map((head, h) => new Map(head.map((name, at) => [name, bounds[h]![0] + at])));
  columnsByHeads.set(heads, columns);
  return columns;
};

type Target = readonly (readonly [column: number, share: number])[];

const targetsOf = (examples: readonly Example[], heads: LinearModel['heads']): Target[] => {
  const columns = columnsOf(heads);
  return examples.map((example) =>
    example.classes.flatMap((names, h) => names.map((name) => [columns[h]!.get(name)!, 1 / names.length] as const)),
  );
};

/** Stochastic gradient descent with a step of its own for each feature (Adagrad by rows). */
const descend = (
  vectors: readonly SparseVector[],
  targets: readonly Target[],
  heads: LinearModel['heads'],
  features: number,
) => {
  const bounds = boundsOf(heads);
  const width = bounds.at(-1)?.[1] ?? 0;
  const weights = new Float32Array(features * width);
  const bias = new Float32Array(width);
  const seen = new Float32Array(features).fill(1e-3);
  const error = new Float32Array(width);
  const order = Int32Array.from(vectors.keys());
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, pass + 1);
    for (const n of order) {
      const { rows, weights: values } = vectors[n]!;
      error.set(bias);
      for (let a = 0; a < rows.length; a++) {
        const offset = rows[a]! * width;
        const value = values[a]!;
        for (let k = 0; k < width; k++) error[k] = error[k]! + value * weights[offset + k]!;
      }
      for (const [from, to] of bounds) {
        if (targets[n]!.some(([column]) => column >= from && column < to)) softmax(error, from, to);
        else error.fill(0, from, to);
      }
      for (const [column, share] of targets[n]!) error[column] = error[column]! - share;
      let square = 0;
      for (let k = 0; k < width; k++) {
        square += error[k]! * error[k]!;
        bias[k] = bias[k]! - 0.01 * error[k]!;
      }
      for (let a = 0; a < rows.length; a++) {
        const row = rows[a]!;
        const value = values[a]!;
        seen[row] = seen[row]! + square * value * value;
        const step = (STEP / Math.sqrt(seen[row]!)) * value;
        const offset = row * width;
        for (let k = 0; k < width; k++) weights[offset + k] = weights[offset + k]! - step * error[k]!;
      }
    }
  }
  return { weights, bias, width };
};

/** A quarter of the memory for a change that no figure shows: each row as bytes and one scale. */
const toBytes = (weights: Float32Array, width: number): { bytes: Int8Array; scale: Float32Array } => {
  const scale = new Float32Array(width === 0 ? 0 : weights.length / width);
  const bytes = new Int8Array(weights.length);
  for (let row = 0; row < scale.length; row++) {
    let largest = 1e-9;
    for (let k = 0; k < width; k++) largest = Math.max(largest, Math.abs(weights[row * width + k]!));
    scale[row] = largest / 127;
    for (let k = 0; k < width; k++) bytes[row * width + k] = Math.round(weights[row * width + k]! / scale[row]!);
  }
  return { bytes, scale };
};

/** Fits a model to the examples, in seconds; the same examples give the same model. */
export const fitLinearModel = (
  language: Language | null,
  examples: readonly Example[],
  leastTexts = LEAST_TEXTS,
): LinearModel => {
  const headCount = examples[0]?.classes.length ?? 0;
  const heads = Array.from({ length: headCount }, (_, h) =>
    [...new Set(examples.flatMap(({ classes }) => classes[h] ?? []))].sort(),
  );
  const vocabulary = vocabularyOf(
    examples.map(({ text }) => text),
    language,
    leastTexts,
  );
  const vectors = examples.map(({ text }) => vectorOf(text, language, vocabulary));
  const { weights, bias, width } = descend(vectors, targetsOf(examples, heads), heads, vocabulary.rarity.length);
  const { bytes, scale } = toBytes(weights, width);
  return { language, heads, vocabulary, bias, scale, weights: bytes };
};

/** The logits of all heads' classes, side by side. */
const logitsOf = (model: LinearModel, text: string): Float32Array => {
  const { rows, weights: values } = vectorOf(text, model.language, model.vocabulary);
  const logits = Float32Array.from(model.bias);
  const width = logits.length;
  for (let a = 0; a < rows.length; a++) {
    const row = rows[a]!;
    const value = values[a]! * model.scale[row]!;
    const offset = row * width;
    for (let k = 0; k < width; k++) logits[k] = logits[k]! + value * model.weights[offset + k]!;
  }
  return logits;
};

/** How probable each class of a head is; undefined for a class that the head does not have. */
export type Probabilities = { get(name: string): number | undefined };

/** The probabilities of each head's classes, in the heads' order. */
export const predict = (model: LinearModel, text: string): Probabilities[] => {
  const logits = logitsOf(model, text);
  for (const [from, to] of boundsOf(model.heads)) softmax(logits, from, to);
  return columnsOf(model.heads).map((columns) => ({ get: (name) => logits[columns.get(name) ?? -1] }));
};

/** How many of a long message's words are weighed. */
const MOST_WEIGHED = 60;
const LEAST_LETTERS = 3;

/**
 * The words of a text that speak most for a class of a head, by the model's own weights: how much more they weigh for it than for
 * what the model would expect in its place.
 */
export const wordsFor = (model: LinearModel, text: string, head: number, name: string, most: number): string[] => {
  const [from, to] = boundsOf(model.heads)[head]!;
  const column = from + model.heads[head]!.indexOf(name);
  const expected = logitsOf(model, text);
  softmax(expected, from, to);
  const width = expected.length;
  const weigh = (word: string): number => {
    const { rows, weights } = vectorOf(word, model.language, model.vocabulary);
    let weight = 0;
    for (let a = 0; a < rows.length; a++) {
      const offset = rows[a]! * width;
      let usual = 0;
      for (let k = from; k < to; k++) usual += expected[k]! * model.weights[offset + k]!;
      weight += weights[a]! * model.scale[rows[a]!]! * (model.weights[offset + column]! - usual);
    }
    return weight;
  };
  const words = (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).filter((word) => word.length >= LEAST_LETTERS);
  const weighed = [...new Map(words.slice(0, MOST_WEIGHED).map((word) => [word.toLowerCase(), word])).values()]
    .map((word) => ({ word, weight: weigh(word) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return weighed.slice(0, most).map(({ word }) => word);
};
