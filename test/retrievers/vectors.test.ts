import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createExactIndex, readExact } from '../../src/retrievers/vectors/exact.ts';
import { EXACT_BELOW, fillHnswlib, loadHnswlib, readHnswlib } from '../../src/retrievers/vectors/hnswlib.ts';
import { type Entries, vectorIndexContract } from '../contracts/vector-index.ts';

const hnswlib = await loadHnswlib();

const fillExact = (dimension: number, entries: Entries) => {
  const index = createExactIndex(dimension);
  for (const [id, vector] of entries) index.add(id, vector);
  return index;
};

vectorIndexContract('the exact scan', (entries) => fillExact(3, entries));

/** A fixed sequence in place of chance. */
const sequence = (count: number, dimension: number): Entries => {
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Array.from({ length: count }, (_, at) => {
    const vector = Float32Array.from({ length: dimension }, next);
    const length = Math.hypot(...vector);
    return [`v${at}`, vector.map((value) => value / length)] as const;
  });
};

const folder = mkdtempSync(join(tmpdir(), 'campanile-vectors-'));

test('the exact scan is written and read again', () => {
  const entries = sequence(20, 8);
  const index = fillExact(8, entries);
  index.write(join(folder, 'exact'));
  const again = readExact(
    join(folder, 'exact'),
    8,
    entries.map(([id]) => id),
  );
  expect(again.search(entries[3]![1], 5)).toEqual(index.search(entries[3]![1], 5));
  expect(() => readExact(join(folder, 'exact'), 8, ['one'])).toThrow(/instead of 1/);
});

// The library is optional: where it was not built the exact scan serves, and these have nothing to test.
if (hnswlib) {
  vectorIndexContract('hnswlib', (entries) => fillHnswlib(hnswlib, 3, entries));

  test('hnswlib finds what the exact scan finds', () => {
    const entries = sequence(500, 16);
    const [native, exact] = [fillHnswlib(hnswlib, 16, entries), fillExact(16, entries)];
    for (const [, vector] of entries.slice(0, 50)) {
      expect(native.search(vector, 10).map(({ id }) => id)).toEqual(exact.search(vector, 10).map(({ id }) => id));
    }
  });

  test('hnswlib is written and read again; a file with another count is refused', () => {
    const entries = sequence(50, 8);
    const index = fillHnswlib(hnswlib, 8, entries);
    index.write(join(folder, 'native'));
    const ids = entries.map(([id]) => id);
    expect(readHnswlib(hnswlib, join(folder, 'native'), 8, ids).search(entries[7]![1], 3)).toEqual(
      index.search(entries[7]![1], 3),
    );
    expect(() => readHnswlib(hnswlib, join(folder, 'native'), 8, ids.slice(1))).toThrow(/instead of 49/);
  });

  test('a file that could not be written is told, though the library says nothing', () => {
    const index = fillHnswlib(hnswlib, 8, sequence(3, 8));
    expect(() => index.write('/nonexistent/folder/vectors')).toThrow(/was not written/);
  });

  test('text in place of an index is refused', () => {
    writeFileSync(join(folder, 'text'), 'this is no index');
    expect(() => readHnswlib(hnswlib, join(folder, 'text'), 8, ['one'])).toThrow();
  });

  test('from ten thousand on the graph search finds nearly all of what the exact scan finds', () => {
    const entries = sequence(EXACT_BELOW, 8);
    const [native, exact] = [fillHnswlib(hnswlib, 8, entries), fillExact(8, entries)];
    let found = 0;
    for (const [, vector] of entries.slice(0, 40)) {
      const right = new Set(exact.search(vector, 10).map(({ id }) => id));
      found += native.search(vector, 10).filter(({ id }) => right.has(id)).length;
    }
    expect(found / 400).toBeGreaterThan(0.95);
  });
}
