import type { Neighbour, VectorIndex } from '../vectors/vector-index.ts';
import { NEIGHBOURS } from './nearest.ts';

/** The same entry's vector in two indexes. */
export type Sample = { readonly id: string; readonly own: Float32Array; readonly known: Float32Array };

/** Brings similarities of one index to the measure of another. */
export type Measure = (neighbours: readonly Neighbour[]) => Neighbour[];

type Edges = { readonly nearest: number; readonly farthest: number };

/** How near the nearest neighbour of a sample is on average, and how near the last one that counts. */
const edgesOf = (index: VectorIndex, samples: readonly (readonly [id: string, vector: Float32Array])[]): Edges => {
  const sum = { nearest: 0, farthest: 0 };
  for (const [id, vector] of samples) {
    const others = index.search(vector, NEIGHBOURS + 1).filter((neighbour) => neighbour.id !== id);
    sum.nearest += others[0]?.similarity ?? 0;
    sum.farthest += others.at(-1)?.similarity ?? 0;
  }
  return { nearest: sum.nearest / samples.length, farthest: sum.farthest / samples.length };
};

/** Less than this between the nearest and the farthest, and the vectors tell nothing apart. */
const LEAST_SPREAD = 1e-4;

/**
 * The stack's weights are fitted on the similarities of the known index, but one model spreads them over .2 to .9, another over
 * .85 to .9. Nearest and farthest neighbours are laid upon each other, and all between with them. Null when the own vectors are all alike.
 */
export const measureBy = (known: VectorIndex, own: VectorIndex, samples: readonly Sample[]): Measure | null => {
  const theirs = edgesOf(
    known,
    samples.map((sample) => [sample.id, sample.known]),
  );
  const ours = edgesOf(
    own,
    samples.map((sample) => [sample.id, sample.own]),
  );
  const spread = ours.nearest - ours.farthest;
  if (!(spread > LEAST_SPREAD)) return null;
  const stretch = (theirs.nearest - theirs.farthest) / spread;
  return (neighbours) =>
    neighbours.map(({ id, similarity }) => ({
      id,
      similarity: theirs.farthest + stretch * (similarity - ours.farthest),
    }));
};
