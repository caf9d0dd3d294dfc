import { existsSync } from 'node:fs';
import type { BruteforceSearch, HierarchicalNSW } from 'hnswlib-node';
import { createExactIndex } from './exact.ts';
import { checkVector, nearestFirst, type StorableIndex } from './vector-index.ts';

type Library = typeof import('hnswlib-node');
type Native = BruteforceSearch | HierarchicalNSW;

/** Below this many vectors the exact scan is as fast and never misses. */
export const EXACT_BELOW = 10_000;
/** How widely HNSW searches; the library forgets it when it loads, and its own default of 10 misses half. */
const BREADTH = 200;

/** The native library, or undefined where it was not built (it is an optional dependency). */
export const loadHnswlib = async (): Promise<Library | undefined> => {
  try {
    const loaded = (await import('hnswlib-node')) as Library & { default?: Library };
    return loaded.default ?? loaded;
  } catch {
    return undefined;
  }
};

const searchable = (native: Native): Native => {
  if ('setEf' in native) native.setEf(BREADTH);
  return native;
};

/**
 * Serves a filled native index under string ids. What is added later lies beside it and is scanned exactly;
 * what is removed or replaced is hidden, so the native part is never changed while it serves.
 */
const wrap = (native: Native, ids: readonly string[], dimension: number): StorableIndex => {
  const added = createExactIndex(dimension);
  const known = new Set(ids);
  const hidden = new Set<string>();
  const standsNative = (id: string) => known.has(id) && !hidden.has(id);
  return {
    dimension,
    get size() {
      return ids.length - hidden.size + added.size;
    },
    add: (id, vector) => {
      added.add(id, vector);
      if (known.has(id)) hidden.add(id);
    },
    remove: (id) => {
      if (!standsNative(id)) return added.remove(id);
      hidden.add(id);
      return true;
    },
    search: (vector, count) => {
      checkVector(vector, dimension);
      const wanted = Math.min(Math.max(0, count) + hidden.size, ids.length);
      const { neighbors, distances } =
        wanted > 0 ? native.searchKnn([...vector], wanted) : { neighbors: [], distances: [] };
      const old = neighbors.map((label, at) => ({ id: ids[label]!, similarity: 1 - distances[at]! }));
      return [...old.filter(({ id }) => standsNative(id)), ...added.search(vector, count)]
        .sort(nearestFirst)
        .slice(0, Math.max(0, count));
    },
    write: (file) => {
      native.writeIndexSync(file);
      // The library returns normally when it could not write.
      if (!existsSync(file)) throw new Error(`${file} was not written`);
    },
  };
};

/** Fills a native index: every vector is checked first, for the library ends the process on a bad one. */
export const fillHnswlib = (
  library: Library,
  dimension: number,
  entries: readonly (readonly [string, Float32Array])[],
): StorableIndex => {
  for (const [, vector] of entries) checkVector(vector, dimension);
  const native = createNative(library, dimension, entries.length);
  if (native instanceof library.BruteforceSearch) native.initIndex(Math.max(1, entries.length));
  else native.initIndex(entries.length, 16, 200, 1);
  for (const [label, [, vector]] of entries.entries()) native.addPoint([...vector], label);
  return wrap(
    searchable(native),
    entries.map(([id]) => id),
    dimension,
  );
};

const createNative = (library: Library, dimension: number, count: number): Native =>
  count < EXACT_BELOW ? new library.BruteforceSearch('ip', dimension) : new library.HierarchicalNSW('ip', dimension);

/** Reads a written index. The caller has checked the file's sha256: a damaged one can end the process. */
export const readHnswlib = (
  library: Library,
  file: string,
  dimension: number,
  ids: readonly string[],
): StorableIndex => {
  const native = createNative(library, dimension, ids.length);
  native.readIndexSync(file);
  if (native.getCurrentCount() !== ids.length)
    throw new Error(`${file} holds ${native.getCurrentCount()} vectors instead of ${ids.length}`);
  return wrap(searchable(native), ids, dimension);
};
