import { EmbeddingError } from '../../embedder.ts';

const REMEDY = 'Check that OPENAI_EMBEDDING_MODEL names a model for embeddings and that OPENAI_BASE_URL leads to it.';

/** Brings a vector to length 1; undefined when it is no vector, holds anything but finite numbers, or has no length. */
const unitVector = (value: unknown): Float32Array | undefined => {
  if (!Array.isArray(value)) return undefined;
  let squares = 0;
  for (const one of value) squares += typeof one === 'number' ? one * one : Number.NaN;
  if (!(squares > 0 && squares < Number.POSITIVE_INFINITY)) return undefined;
  const length = Math.sqrt(squares);
  return Float32Array.from(value, (one) => one / length);
};

/** Checks the vectors that an endpoint gave and brings them to length 1; throws an EmbeddingError when they cannot be used. */
export const unitVectors = (given: readonly unknown[]): Float32Array[] => {
  const vectors = given.map((value) => {
    const vector = unitVector(value);
    if (vector) return vector;
    throw new EmbeddingError('the embedding endpoint gave a vector without length, or not of numbers', REMEDY);
  });
  if (vectors.some(({ length }) => length !== vectors[0]?.length))
    throw new EmbeddingError('the embedding endpoint gave vectors of different dimensions', REMEDY);
  return vectors;
};
