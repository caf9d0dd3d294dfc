import { expect, test } from 'vitest';
import { aConversation, PRO_LOCO, takeTurn } from '../../support/store.ts';
import type { Place } from '../store.ts';

const OTHER = 'telegram:-100333';
const MOVED = 'telegram:-100444';

/** Where groups let a centre see where they stand. */
export const shownGroups = (newPlace: () => Promise<Place>): void => {
  const shown = (title: string, shownTo: string | null, leftAt: number | null = null) => ({
    conversation: aConversation({ title, shownTo, leftAt }),
  });

  test('a centre sees the groups that let it, and no other’s', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, PRO_LOCO, shown('Sassofermo', 'Centre A'));
    await takeTurn(store, OTHER, shown('Colle', null));
    const titles = async (centre: string) => (await store.groupsShownTo(centre)).map(({ title }) => title);
    expect([await titles('Centre A'), await titles('Centre B'), await titles('')]).toEqual([['Sassofermo'], [], []]);
    await takeTurn(store, PRO_LOCO, shown('Sassofermo', null));
    expect(await titles('Centre A')).toEqual([]);
  });

  test('a group is still seen where it moved to, and neither once it sent us away nor once it is erased', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, PRO_LOCO, shown('Sassofermo', 'Centre A'));
    await store.move(PRO_LOCO, MOVED);
    expect(await store.groupsShownTo('Centre A')).toHaveLength(1);
    await takeTurn(store, MOVED, shown('Sassofermo', 'Centre A', 5));
    expect(await store.groupsShownTo('Centre A')).toEqual([]);
    await takeTurn(store, OTHER, shown('Colle', 'Centre A'));
    await store.erase(OTHER);
    expect(await store.groupsShownTo('Centre A')).toEqual([]);
  });
};
