import { beforeAll, describe, expect, test } from 'vitest';
import type { Passage } from '../../src/domain/passage.ts';
import type { Retriever } from '../../src/retriever.ts';

/** What every retriever over the real edition does. */
export const retrieverContract = (name: string, open: () => Promise<Retriever>): void => {
  describe(`${name} as a retriever`, () => {
    let retriever: Retriever;
    beforeAll(async () => {
      retriever = await open();
    });

    test('weighs all that a message can mean: the probabilities sum to one, best first', async () => {
      const { meanings } = await retriever.retrieve({ text: 'La Pro Loco come ascolta il paese?', language: 'it' });
      expect(meanings[0]!.meaning).toBe('5.2');
      expect(meanings.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 4);
      expect(meanings.map(({ probability }) => probability)).toEqual(
        meanings.map(({ probability }) => probability).sort((a, b) => b - a),
      );
    });

    test('finds passages of the language asked in, best first', async () => {
      const { passages } = await retriever.retrieve({ text: 'déchets et transports', language: 'fr' });
      expect(passages.length).toBeGreaterThan(0);
      expect(passages.every(({ passage }) => passage.language === 'fr')).toBe(true);
      expect(passages[0]!.score).toBeGreaterThanOrEqual(passages.at(-1)!.score);
    });

    test('where the conversation stands colours the search', async () => {
      const weightOf = async (place?: { plan: 8; phase: 2 }) => {
        const { meanings } = await retriever.retrieve({
          text: 'how do we get people on board?',
          language: 'en',
          ...(place ? { place } : {}),
        });
        return meanings.find(({ meaning }) => meaning === '8.2')!.probability;
      };
      expect(await weightOf({ plan: 8, phase: 2 })).toBeGreaterThan(await weightOf());
    });

    test('but never cages it: money leads to those who lend, wherever the conversation stands', async () => {
      const query = {
        text: 'chi ci presta i soldi, con una garanzia della finanziaria delle cooperative?',
        language: 'it',
      } as const;
      const { meanings } = await retriever.retrieve({ ...query, place: { plan: 5, phase: 2 } });
      expect(meanings[0]!.meaning).toBe('7.4');
    });

    test('a passage added while serving is found, and no longer once it is removed', async () => {
      const note: Passage = {
        id: 'note.zanzibar',
        section: 'process.what',
        kind: 'process',
        place: { plan: null, phase: null },
        language: 'en',
        title: 'Zanzibar',
        statements: [{ text: 'The clove growers of Zanzibar met in the schoolhouse.', anchors: [] }],
      };
      const find = async () =>
        (await retriever.retrieve({ text: 'clove growers Zanzibar', language: 'en' })).passages[0]?.passage.id;
      await retriever.add(note);
      expect(await find()).toBe(note.id);
      expect(await retriever.remove(note.id, 'en')).toBe(true);
      expect(await retriever.remove(note.id, 'en')).toBe(false);
      expect(await find()).not.toBe(note.id);
    });

    test('a text of nothing but strange words is answered with probabilities too', async () => {
      const { meanings } = await retriever.retrieve({ text: 'xqzzt vvrkk', language: 'it' });
      expect(meanings.every(({ probability }) => Number.isFinite(probability))).toBe(true);
    });
  });
};
