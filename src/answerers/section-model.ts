import type { Language } from '../domain/language.ts';
import { type Passage, textOf } from '../domain/passage.ts';
import { type SparseVector, type Vocabulary, vectorOf, vocabularyOf } from '../language/sparse.ts';

/** How well each passage of a section fits a question, in the order of the passages: 0 shares nothing, 1 is word for word. */
export type SectionModel = (question: string) => readonly number[];

/** So many times the questions are shared out among the passages, and the passages learn from them. */
const ROUNDS = 3;
/** How firmly a question is given to the passage that it fits best. */
const FIRMNESS = 12;
/** Of a question that it has no more than this share in, a passage learns nothing. */
const SMALLEST_SHARE = 0.3;
/** From so many questions on, how people ask counts as much as the passage's own words. */
const ENOUGH = 3;

/** Shares that sum to 1: the better a score, the larger. */
const sharesOf = (scores: readonly number[]): number[] => {
  const raised = scores.map((score) => Math.exp(FIRMNESS * score));
  const sum = raised.reduce((total, one) => total + one, 0);
  return raised.map((one) => one / sum);
};

const addTo = (sum: Float32Array, { rows, weights }: SparseVector, times: number): void => {
  for (let at = 0; at < rows.length; at++) sum[rows[at]!] = sum[rows[at]!]! + times * weights[at]!;
};

const broughtTo = (length: number, vector: Float32Array): Float32Array => {
  let squares = 0;
  for (const weight of vector) squares += weight * weight;
  const scale = length / (Math.sqrt(squares) || 1);
  return vector.map((weight) => weight * scale);
};

/** The similarity to each prototype. */
const scoresOf = ({ rows, weights }: SparseVector, prototypes: readonly Float32Array[]): number[] =>
  prototypes.map((prototype) => {
    let sum = 0;
    for (let at = 0; at < rows.length; at++) sum += weights[at]! * prototype[rows[at]!]!;
    return sum;
  });

type Learned = { readonly vocabulary: Vocabulary; readonly prototypes: readonly Float32Array[] };

/** Without the features of questions that no passage learned from: a third of all. */
const withoutUnused = ({ vocabulary: { rows, rarity }, prototypes }: Learned): Learned => {
  const kept = [...rows].filter(([, row]) => prototypes.some((prototype) => prototype[row]! > 0));
  const renumbered = (vector: Float32Array) => Float32Array.from(kept, ([, row]) => vector[row]!);
  const known = new Map(kept.map(([name], at) => [name, at]));
  return { vocabulary: { rows: known, rarity: renumbered(rarity) }, prototypes: prototypes.map(renumbered) };
};

const learn = (language: Language, passages: readonly Passage[], questions: readonly string[]): Learned => {
  const texts = passages.map((passage) => `${passage.title}. ${textOf(passage)}`);
  const vocabulary = vocabularyOf([...texts, ...questions], language, 1);
  const written = texts.map((text) => vectorOf(text, language, vocabulary));
  const asked = questions.map((text) => vectorOf(text, language, vocabulary));

  /** Each passage's own words and those of the questions that it has its share in, `shares[question][passage]`. */
  const learnedFrom = (shares: readonly (readonly number[])[]): Float32Array[] =>
    written.map((own, at) => {
      const sum = new Float32Array(vocabulary.rows.size);
      let total = 0;
      for (const [number, question] of asked.entries()) {
        const share = shares[number]?.[at] ?? 0;
        if (share <= SMALLEST_SHARE) continue;
        addTo(sum, question, share);
        total += share;
      }
      const prototype = broughtTo(Math.min(1, total / ENOUGH), sum);
      addTo(prototype, own, 1);
      return broughtTo(1, prototype);
    });

  let prototypes = learnedFrom([]);
  for (let round = 0; round < ROUNDS; round++)
    prototypes = learnedFrom(asked.map((question) => sharesOf(scoresOf(question, prototypes))));
  return withoutUnused({ vocabulary, prototypes });
};

/**
 * Learns which passage of a section is asked for: from the passages' words, and from the questions of the bank for this section.
 * Nobody wrote down which passage each of those asks for; the words that they share with the passages, and with each other, tell.
 */
export const learnSection = (
  language: Language,
  passages: readonly Passage[],
  questions: readonly string[],
): SectionModel => {
  const { vocabulary, prototypes } = learn(language, passages, questions);
  return (question) => scoresOf(vectorOf(question, language, vocabulary), prototypes);
};
