/** A neighbour: the id it was added under, and its cosine similarity to what was asked for. */
export type Neighbour = { readonly id: string; readonly similarity: number };

/** Vectors of length 1 under ids; the nearest are found by cosine. Things may be added and removed while it serves. */
export interface VectorIndex {
  readonly dimension: number;
  readonly size: number;
  /** Adds a vector, or replaces the one under the same id. Throws a RangeError on a wrong length or a value that is no number. */
  add(id: string, vector: Float32Array): void;
  /** Removes the vector under an id; false when there was none. */
  remove(id: string): boolean;
  /** The nearest `count`, nearest first, equals by id; fewer when fewer are there. */
  search(vector: Float32Array, count: number): Neighbour[];
}

/** An index that can be written to a file, and read again by what made it. */
export type StorableIndex = VectorIndex & { write(file: string): void };

/** Throws a RangeError unless the vector has the dimension and every value is finite: the native library would not. */
export const checkVector = (vector: Float32Array, dimension: number): void => {
  if (vector.length !== dimension)
    throw new RangeError(`a vector of ${vector.length} values came to an index of dimension ${dimension}`);
  if (!vector.every(Number.isFinite)) throw new RangeError('a vector holds a value that is not a finite number');
};

/** Orders neighbours: nearest first, equals by id. */
export const nearestFirst = (a: Neighbour, b: Neighbour): number =>
  b.similarity - a.similarity || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
