import type { Language } from '../../domain/language.ts';
import { type Embedder, EmbeddingError } from '../../embedder.ts';

/** A text whose vector is known. */
export type Witness = { readonly text: string; readonly vector: Float32Array };

/** A model gives the same text nearly the same vector again; two models' vectors have nothing in common. */
const SAME = 0.9;

const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

const another = (what: string): EmbeddingError =>
  new EmbeddingError(
    `the embedding endpoint ${what}`,
    'Set OPENAI_EMBEDDING_MODEL and OPENAI_BASE_URL as they were. If the model has changed under its name, delete its folder in DATA_DIR/vectors, and its vectors are fetched anew.',
  );

/**
 * Asks for vectors that can stand beside those kept: a server may answer to any name with the model that it happens to hold. So the
 * first request, and the first after a failure, asks for the witness too; every vector must have its dimension. Without a witness
 * the first text becomes it.
 */
export const createSameModel = (
  embedder: Embedder,
  language: Language,
  known: Witness | null,
): ((texts: readonly string[], signal: AbortSignal) => Promise<Float32Array[]>) => {
  let witness = known;
  let proven = false;
  return async (texts, signal) => {
    const proving = proven ? null : witness;
    try {
      const vectors = await embedder.embed(proving ? [proving.text, ...texts] : texts, language, signal);
      const [first] = vectors;
      witness ??= { text: texts[0]!, vector: first! };
      const { length } = witness.vector;
      const wrong = vectors.find((vector) => vector.length !== length);
      if (wrong) throw another(`gave a vector of ${wrong.length} values where the model's have ${length}`);
      if (proving && !(cosine(proving.vector, first!) > SAME)) throw another('answers with another model than before');
      proven = true;
      return proving ? vectors.slice(1) : vectors;
    } catch (error) {
      proven = false;
      throw error;
    }
  };
};
