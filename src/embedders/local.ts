import type { Language } from '../domain/language.ts';
import type { Embedder } from '../embedder.ts';
import { type FeatureCounts, gramFeatures, stemFeatures } from '../language/features.ts';

const DIMENSION = 128;

const lengthOf = (vector: Float32Array): number => {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares) || 1;
};

/** Spreads one family of features over the vector, each at a place and with a sign given by its name. */
const spread = (vector: Float32Array, family: FeatureCounts): void => {
  const own = new Float32Array(vector.length);
  for (const [name, times] of family) {
    const mixed = Math.imul(name ^ (name >>> 15), 0x2c1b3c6d) >>> 0;
    const place = mixed % vector.length;
    own[place] = own[place]! + (mixed & 0x80000000 ? 1 : -1) * (1 + Math.log(times));
  }
  const length = lengthOf(own);
  for (let at = 0; at < own.length; at++) vector[at] = vector[at]! + own[at]! / length;
};

/** Vectors of stems and character n-grams, spread by their names: no download, no model, the same on every machine. */
export const createLocalEmbedder = (): Embedder & { readonly dimension: number } => ({
  id: `local-stems-grams-${DIMENSION}-1`,
  dimension: DIMENSION,
  embed: async (texts: readonly string[], language: Language) =>
    texts.map((text) => {
      const vector = new Float32Array(DIMENSION);
      spread(vector, stemFeatures(text, language));
      spread(vector, gramFeatures(text));
      const length = lengthOf(vector);
      return vector.map((value) => value / length);
    }),
});
