import { readFileSync, writeFileSync } from 'node:fs';
import { checkVector, nearestFirst, type StorableIndex } from './vector-index.ts';

const similarity = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
};

/** The exact scan in plain TypeScript: the measure of the others, and what serves where hnswlib-node is not built. */
export const createExactIndex = (dimension: number): StorableIndex => {
  const vectors = new Map<string, Float32Array>();
  return {
    dimension,
    get size() {
      return vectors.size;
    },
    add: (id, vector) => {
      checkVector(vector, dimension);
      vectors.set(id, Float32Array.from(vector));
    },
    remove: (id) => vectors.delete(id),
    search: (vector, count) => {
      checkVector(vector, dimension);
      return [...vectors]
        .map(([id, own]) => ({ id, similarity: similarity(own, vector) }))
        .sort(nearestFirst)
        .slice(0, Math.max(0, count));
    },
    write: (file) => {
      const all = new Float32Array(vectors.size * dimension);
      for (const [at, vector] of [...vectors.values()].entries()) all.set(vector, at * dimension);
      writeFileSync(file, new Uint8Array(all.buffer));
    },
  };
};

/** Reads a written index; `ids` in the order in which they were added. */
export const readExact = (file: string, dimension: number, ids: readonly string[]): StorableIndex => {
  const all = new Float32Array(new Uint8Array(readFileSync(file)).buffer);
  if (all.length !== ids.length * dimension)
    throw new Error(`${file} holds ${all.length / dimension} vectors instead of ${ids.length}`);
  const index = createExactIndex(dimension);
  for (const [at, id] of ids.entries()) index.add(id, all.subarray(at * dimension, (at + 1) * dimension));
  return index;
};
