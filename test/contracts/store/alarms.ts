import { expect, test } from 'vitest';
import { aConversation, COUNCIL, endOf, PRO_LOCO, takeTurn } from '../../support/store.ts';
import type { Place } from '../store.ts';

/** What is due comes in when it is, once. */
export const alarms = (newPlace: () => Promise<Place>): void => {
  test('what is due by a time comes in once, in the order in which it is due, and the rest waits', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, PRO_LOCO, {
      alarms: [
        { name: 'promise', due: 200 },
        { name: 'erase', due: 900 },
      ],
    });
    await takeTurn(store, COUNCIL, { alarms: [{ name: 'promise', due: 100 }] });
    expect(await store.ring(99)).toEqual([]);
    const rung = await store.ring(200);
    expect(rung.map(({ incoming }) => [incoming.address, incoming.event])).toEqual([
      [COUNCIL, { kind: 'alarm', name: 'promise' }],
      [PRO_LOCO, { kind: 'alarm', name: 'promise' }],
    ]);
    expect(await store.ring(200)).toEqual([]);
    expect(await store.waiting()).toEqual(rung);
  });

  test('an alarm set again rings at its new time only, and one that was taken back never', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, PRO_LOCO, {
      alarms: [
        { name: 'quiet', due: 100 },
        { name: 'erase', due: 100 },
      ],
    });
    await takeTurn(store, PRO_LOCO, {
      alarms: [
        { name: 'quiet', due: 500 },
        { name: 'erase', due: null },
      ],
    });
    expect(await store.ring(499)).toEqual([]);
    expect((await store.ring(500)).map(({ incoming }) => incoming.event)).toEqual([{ kind: 'alarm', name: 'quiet' }]);
  });

  test('an alarm that rang can be set for the same moment again', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, PRO_LOCO, { alarms: [{ name: 'gaps', due: 100 }] });
    const [first] = await store.ring(100);
    const known = await store.load(PRO_LOCO);
    await store.commit(endOf(first!, known, { alarms: [{ name: 'gaps', due: 700 }] }));
    expect(await store.ring(700)).toHaveLength(1);
  });

  test('what was due while nobody served comes in at the next start', async () => {
    const place = await newPlace();
    const store = await place.open();
    await takeTurn(store, PRO_LOCO, { alarms: [{ name: 'promise', due: 100 }] });
    await store.close();
    expect(await (await place.open()).ring(5000)).toHaveLength(1);
  });

  test('an erased conversation has nothing due any more, nor has one whose turn erases it', async () => {
    const store = await (await newPlace()).open();
    const due = { alarms: [{ name: 'promise', due: 100 } as const] };
    await takeTurn(store, PRO_LOCO, due);
    await store.erase(PRO_LOCO);
    await takeTurn(store, COUNCIL, due);
    await takeTurn(store, COUNCIL, { conversation: null, alarms: [{ name: 'erase', due: 100 }] });
    expect(await store.ring(100)).toEqual([]);
  });

  test('what is due goes along when a group goes on at another address', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, PRO_LOCO, { conversation: aConversation(), alarms: [{ name: 'quiet', due: 100 }] });
    await store.move(PRO_LOCO, COUNCIL);
    expect((await store.ring(100)).map(({ incoming }) => incoming.address)).toEqual([COUNCIL]);
  });
};
