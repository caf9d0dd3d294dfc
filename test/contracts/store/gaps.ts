import { expect, test } from 'vitest';
import { PRO_LOCO, takeTurn } from '../../support/store.ts';
import type { Place } from '../store.ts';

const NOTARY = { meaning: 'unknown.notary', language: 'it', text: 'quanto costa il notaio a Sassofermo?' } as const;
const OTHER = { meaning: null, language: 'fr', text: 'et les chèvres ?' } as const;

/** Two things were asked one after the other that could not be answered. */
const afterTwo = async (place: Place) => {
  let now = 1000;
  const store = await place.open(() => now);
  await takeTurn(store, PRO_LOCO, { gaps: [NOTARY] });
  now = 2000;
  await takeTurn(store, PRO_LOCO, { gaps: [OTHER] });
  return store;
};

/** What could not be answered is kept by itself: it belongs to nobody. */
export const gaps = (newPlace: () => Promise<Place>): void => {
  test('what could not be answered is kept, the newest first, and cannot be read on the disk', async () => {
    const place = await newPlace();
    const store = await afterTwo(place);
    expect(await store.gaps()).toMatchObject([
      { ...OTHER, at: 2000 },
      { ...NOTARY, at: 1000 },
    ]);
    await store.close();
    expect(await place.raw()).not.toContain('Sassofermo');
    expect(await (await place.open()).gaps()).toHaveLength(2);
  });

  test('it outlives the conversation in which it was asked, and is forgotten when it is old', async () => {
    const store = await afterTwo(await newPlace());
    await store.erase(PRO_LOCO);
    expect(await store.gaps()).toHaveLength(2);
    await store.forgetGaps(1500);
    expect(await store.gaps()).toMatchObject([{ ...OTHER, at: 2000 }]);
  });
};
