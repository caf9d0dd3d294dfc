import type { Embedder } from '../../embedder.ts';
import type { Query } from '../../retriever.ts';
import type { Neighbour, VectorIndex } from '../vectors/vector-index.ts';

/** How many neighbours of a query speak for what it means. */
export const NEIGHBOURS = 60;

/** The questions of the bank and the passages that lie nearest to a query, by this embedder's vectors. */
export const nearestTo = async (
  query: Pick<Query, 'text' | 'language'>,
  embedder: Embedder,
  vectors: VectorIndex,
): Promise<Neighbour[]> => {
  const [vector] = await embedder.embed([query.text], query.language);
  return vector ? vectors.search(vector, NEIGHBOURS) : [];
};
