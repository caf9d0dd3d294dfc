import { describe, expect, test } from 'vitest';
import type { VectorIndex } from '../../src/retrievers/vectors/vector-index.ts';

const unit = (angle: number): Float32Array => Float32Array.from([Math.cos(angle), Math.sin(angle), 0]);

export type Entries = readonly (readonly [string, Float32Array])[];

/** What every vector index does. */
export const vectorIndexContract = (name: string, create: (entries: Entries) => VectorIndex): void => {
  describe(`${name} as a vector index`, () => {
    const entries: Entries = [
      ['east', unit(0)],
      ['north', unit(Math.PI / 2)],
      ['west', unit(Math.PI)],
    ];

    test('finds the nearest first, with its cosine', () => {
      const found = create(entries).search(unit(0.3), 2);
      expect(found.map(({ id }) => id)).toEqual(['east', 'north']);
      expect(found[0]!.similarity).toBeCloseTo(Math.cos(0.3), 4);
    });

    test('gives what there is when more is asked for, and nothing for none', () => {
      expect(create(entries).search(unit(0), 50)).toHaveLength(3);
      expect(create(entries).search(unit(0), 0)).toEqual([]);
      expect(create([]).search(unit(0), 3)).toEqual([]);
    });

    test('takes new vectors and lets old ones go while it serves', () => {
      const index = create(entries);
      index.add('north-east', unit(Math.PI / 4));
      expect(index.search(unit(0.8), 1)[0]!.id).toBe('north-east');
      expect(index.size).toBe(4);
      expect(index.remove('north-east')).toBe(true);
      expect(index.remove('east')).toBe(true);
      expect(index.remove('east')).toBe(false);
      expect(index.search(unit(0), 9).map(({ id }) => id)).toEqual(['north', 'west']);
      expect(index.size).toBe(2);
    });

    test('the same id replaces', () => {
      const index = create(entries);
      index.add('east', unit(Math.PI / 2 + 0.01));
      expect(index.size).toBe(3);
      expect(index.search(unit(0), 3).find(({ id }) => id === 'east')!.similarity).toBeLessThan(0.1);
      index.add('east', unit(0));
      expect(index.search(unit(0), 1)[0]!.id).toBe('east');
    });

    test('refuses a wrong length and a value that is no number, and goes on', () => {
      const index = create(entries);
      expect(() => index.add('bad', Float32Array.from([1, 0]))).toThrow(RangeError);
      expect(() => index.add('bad', Float32Array.from([1, 0, Number.NaN]))).toThrow(RangeError);
      expect(() => index.search(Float32Array.from([1]), 1)).toThrow(RangeError);
      expect(index.search(unit(0), 1)[0]!.id).toBe('east');
    });
  });
};
