import type { FeatureCounts } from '../../language/features.ts';

const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.5;

/** Texts under ids, scored by the features that they share with a question (Okapi BM25). */
export type Bm25 = {
  add(id: string, features: FeatureCounts): void;
  remove(id: string): void;
  /** Every text that shares a feature, with its score; `rarityOf` tells how rare a feature is in questions, where that is known. */
  score(question: FeatureCounts, rarityOf?: (feature: number) => number | undefined): Map<string, number>;
};

/** Texts are numbered as they come; a removed one leaves its number empty, and its postings are passed over. */
export const createBm25 = (): Bm25 => {
  /** For each feature: number of a text, how often it has it, number, how often … */
  const postings = new Map<number, number[]>();
  const ids: (string | null)[] = [];
  const lengths: number[] = [];
  const numbers = new Map<string, number>();
  let total = 0;

  const remove = (id: string): void => {
    const number = numbers.get(id);
    if (number === undefined) return;
    numbers.delete(id);
    ids[number] = null;
    total -= lengths[number]!;
  };

  return {
    add: (id, features) => {
      remove(id);
      const number = ids.push(id) - 1;
      numbers.set(id, number);
      let length = 0;
      for (const [name, times] of features) {
        length += times;
        const posting = postings.get(name);
        if (posting) posting.push(number, times);
        else postings.set(name, [number, times]);
      }
      lengths.push(length);
      total += length;
    },
    remove,
    score: (question, rarityOf) => {
      const usual = total / Math.max(1, numbers.size);
      const sums = new Float64Array(ids.length);
      for (const name of question.keys()) {
        const posting = postings.get(name);
        if (!posting) continue;
        const holding = posting.length / 2;
        // "Should" and "do" are rare in the passages, but say nothing in a question.
        const inTexts = Math.log(1 + Math.max(0, numbers.size - holding + 0.5) / (holding + 0.5));
        const rarity = Math.min(inTexts, rarityOf?.(name) ?? inTexts);
        for (let at = 0; at < posting.length; at += 2) {
          const number = posting[at]!;
          const times = posting[at + 1]!;
          const damped = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * lengths[number]!) / usual);
          sums[number] = sums[number]! + (rarity * times * (SATURATION + 1)) / (times + damped);
        }
      }
      const scores = new Map<string, number>();
      for (const [number, sum] of sums.entries()) {
        const id = ids[number];
        if (sum > 0 && id !== null && id !== undefined) scores.set(id, sum);
      }
      return scores;
    },
  };
};
