import type { FeatureCounts } from '../../language/features.ts';

const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.5;

/** Texts under ids, scored by the features that they share with a question (Okapi BM25). */
export type Bm25 = {
  add(id: string, features: FeatureCounts): void;
  remove(id: string): void;
  /** Every text that shares a feature, with its score. */
  score(question: FeatureCounts): Map<string, number>;
};

export const createBm25 = (): Bm25 => {
  const postings = new Map<number, Map<string, number>>();
  const texts = new Map<string, { features: FeatureCounts; length: number }>();
  let total = 0;

  const remove = (id: string): void => {
    const text = texts.get(id);
    if (!text) return;
    for (const name of text.features.keys()) postings.get(name)?.delete(id);
    texts.delete(id);
    total -= text.length;
  };

  return {
    add: (id, features) => {
      remove(id);
      let length = 0;
      for (const [name, times] of features) {
        length += times;
        const posting = postings.get(name) ?? new Map<string, number>();
        postings.set(name, posting.set(id, times));
      }
      texts.set(id, { features, length });
      total += length;
    },
    remove,
    score: (question) => {
      const scores = new Map<string, number>();
      const usual = total / Math.max(1, texts.size);
      for (const name of question.keys()) {
        const posting = postings.get(name);
        if (!posting || posting.size === 0) continue;
        const rarity = Math.log(1 + (texts.size - posting.size + 0.5) / (posting.size + 0.5));
        for (const [id, times] of posting) {
          const { length } = texts.get(id)!;
          const damped = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / usual);
          scores.set(id, (scores.get(id) ?? 0) + (rarity * times * (SATURATION + 1)) / (times + damped));
        }
      }
      return scores;
    },
  };
};
