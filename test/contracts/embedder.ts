import { describe, expect, test } from 'vitest';
import type { Embedder } from '../../src/embedder.ts';

const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

/** What every embedder does. */
export const embedderContract = (name: string, open: () => Embedder | Promise<Embedder>): void => {
  describe(`${name} as an embedder`, () => {
    test('gives one vector a text, in order, all of one dimension and of length 1', async () => {
      const embedder = await open();
      const vectors = await embedder.embed(['il forno', 'la scuola', 'il ponte'], 'it');
      expect(vectors).toHaveLength(3);
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector.length).toBe(vectors[0]!.length);
        expect(cosine(vector, vector)).toBeCloseTo(1, 4);
      }
      expect((await embedder.embed(['il ponte'], 'it'))[0]).toEqual(vectors[2]);
    });

    test('keeps the order of many texts', async () => {
      const embedder = await open();
      const texts = Array.from({ length: 300 }, (_, at) => `domanda numero ${at} del paese`);
      const vectors = await embedder.embed(texts, 'it');
      expect(vectors).toHaveLength(300);
      for (const at of [0, 127, 128, 299]) expect((await embedder.embed([texts[at]!], 'it'))[0]).toEqual(vectors[at]);
    });

    test('puts texts that speak of the same thing nearer than others', async () => {
      const [asked, same, other] = await (await open()).embed(
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
      const embedder = await open();
      const [vector] = await embedder.embed(['… !'], 'en');
      expect(vector!.every(Number.isFinite)).toBe(true);
      expect(await embedder.embed([], 'en')).toEqual([]);
    });

    test('is always known by the same name', async () => {
      expect((await open()).id).toBe((await open()).id);
    });
  });
};
