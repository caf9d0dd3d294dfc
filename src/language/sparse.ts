import type { Language } from '../domain/language.ts';
import { type FeatureCounts, gramFeatures, stemFeatures } from './features.ts';

/** A text as a sparse vector: rows of a vocabulary and their weights, of length 1. */
export type SparseVector = { readonly rows: Int32Array; readonly weights: Float32Array };

/** Which features are known, each with its row and how rare it is (inverse document frequency). */
export type Vocabulary = { readonly rows: ReadonlyMap<number, number>; readonly rarity: Float32Array };

/** Stems and character n-grams weigh the same: each family is brought to length 1 first. */
const familiesOf = (text: string, language: Language | null): FeatureCounts[] => [
  stemFeatures(text, language),
  gramFeatures(text),
];

/** The features that stand in at least `least` of the texts. */
export const vocabularyOf = (texts: readonly string[], language: Language | null, least: number): Vocabulary => {
  const texted = new Map<number, number>();
  for (const text of texts) {
    for (const family of familiesOf(text, language)) {
      for (const name of family.keys()) texted.set(name, (texted.get(name) ?? 0) + 1);
    }
  }
  const rows = new Map<number, number>();
  const rarity: number[] = [];
  for (const [name, many] of texted) {
    if (many < least) continue;
    rows.set(name, rarity.length);
    rarity.push(Math.log(1 + texts.length / many));
  }
  return { rows, rarity: Float32Array.from(rarity) };
};

/** TF-IDF of a text's known features; empty when none is known. */
export const vectorOf = (text: string, language: Language | null, vocabulary: Vocabulary): SparseVector => {
  const families = familiesOf(text, language);
  const most = families.reduce((sum, { size }) => sum + size, 0);
  const rows = new Int32Array(most);
  const weights = new Float32Array(most);
  let end = 0;
  for (const family of families) {
    const start = end;
    let squares = 0;
    for (const [name, times] of family) {
      const row = vocabulary.rows.get(name);
      if (row === undefined) continue;
      const weight = (1 + Math.log(times)) * vocabulary.rarity[row]!;
      rows[end] = row;
      weights[end] = weight;
      end += 1;
      squares += weight * weight;
    }
    const length = Math.sqrt(2 * squares) || 1;
    for (let at = start; at < end; at++) weights[at] = weights[at]! / length;
  }
  return { rows: rows.subarray(0, end), weights: weights.subarray(0, end) };
};
