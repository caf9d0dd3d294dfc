import { describe, expect, test } from 'vitest';
import type { Embedder } from '../../src/embedder.ts';

const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

/** What every embedder does. */
export const embedderContract = (name: string, create: () => Embedder): void => {
  describe(`${name} as an embedder`, () => {
    test('gives one vector a text, in order, of its dimension and of length 1', async () => {
      const embedder = create();
      const vectors = await embedder.embed(['il forno', 'la scuola', 'il ponte'], 'it');
      expect(vectors.map(({ length }) => length)).toEqual([embedder.dimension, embedder.dimension, embedder.dimension]);
      for (const vector of vectors) expect(cosine(vector, vector)).toBeCloseTo(1, 4);
      expect((await embedder.embed(['il ponte'], 'it'))[0]).toEqual(vectors[2]);
    });

    test('puts texts that speak of the same thing nearer than others', async () => {
      const [asked, same, other] = await create().embed(
        [
          'qui peut nous prêter de l’argent ?',
          'on cherche quelqu’un qui prête de l’argent',
          'la fête du village est en août',
        ],
        'fr',
      );
      expect(cosine(asked!, same!)).toBeGreaterThan(cosine(asked!, other!) + 0.1);
    });

    test('gives finite numbers for a text without words, and nothing for no text', async () => {
      const [vector] = await create().embed(['… !'], 'en');
      expect(vector!.every(Number.isFinite)).toBe(true);
      expect(await create().embed([], 'en')).toEqual([]);
    });
  });
};
