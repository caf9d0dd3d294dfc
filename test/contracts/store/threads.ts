import { expect, test } from 'vitest';
import { threadAddress } from '../../../src/domain/desk.ts';
import { aConversation, comeIn, PRO_LOCO, posts, said, takeTurn } from '../../support/store.ts';
import type { Place } from '../store.ts';

const DESK = 'telegram:-100900';
/** Its address begins with the other desk's. */
const NEIGHBOUR = 'telegram:-1009001';
const FIRST = threadAddress(DESK, 'r1');
const SECOND = threadAddress(DESK, 'r2');

/** The threads of a desk: which of the platform's each is, and what is said in them. */
export const threads = (newPlace: () => Promise<Place>): void => {
  test('a thread that was opened is known by the platform’s name, at its own desk only, also at the next start', async () => {
    const place = await newPlace();
    const store = await place.open();
    expect(await store.threadOf(FIRST)).toBeNull();
    await store.opened(FIRST, '41');
    await store.close();
    const again = await place.open();
    expect(await again.threadOf(FIRST)).toBe('41');
    expect(await again.addressOf(DESK, '41')).toBe(FIRST);
    expect([await again.addressOf(NEIGHBOUR, '41'), await again.addressOf(DESK, '42')]).toEqual([null, null]);
  });

  test('a thread that was opened again is another one of the platform’s', async () => {
    const store = await (await newPlace()).open();
    await store.opened(FIRST, '41');
    await store.opened(FIRST, '77');
    expect(await store.threadOf(FIRST)).toBe('77');
    expect([await store.addressOf(DESK, '77'), await store.addressOf(DESK, '41')]).toEqual([FIRST, null]);
  });

  test('a message that began a thread of the platform opens it', async () => {
    const store = await (await newPlace()).open();
    const { queued } = await takeTurn(store, FIRST, { deliveries: [posts(FIRST, 'card')] });
    await store.sent(queued[0]!.number, '501', '501');
    expect(await store.threadOf(FIRST)).toBe('501');
    expect(await store.shownAs(FIRST, 'card')).toBe('501');
  });

  test('what is said in a thread of ours comes in at its address, what is said in another keeps the platform’s name of it', async () => {
    const store = await (await newPlace()).open();
    await store.opened(FIRST, '41');
    const ours = await comeIn(store, said(DESK, 'ciao', { thread: '41' }));
    expect(ours.incoming).toMatchObject({ address: FIRST });
    expect(ours.incoming).not.toHaveProperty('thread');
    const other = await comeIn(store, said(DESK, 'ciao', { thread: '42' }));
    expect(other.incoming).toMatchObject({ address: DESK, thread: '42' });
  });

  test('a message goes out in the thread that its turn named', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, DESK, { deliveries: [{ ...posts(DESK, 'm1'), thread: '42' } as ReturnType<typeof posts>] });
    expect((await store.unsent())[0]!.delivery).toMatchObject({ address: DESK, thread: '42' });
  });

  test('the threads of a desk are its own, the one changed last first', async () => {
    const store = await (await newPlace()).open();
    const titled = (title: string) => ({ conversation: aConversation({ title }) });
    await takeTurn(store, DESK, titled('desk'));
    await takeTurn(store, FIRST, titled('first'));
    await takeTurn(store, SECOND, titled('second'));
    await takeTurn(store, threadAddress(NEIGHBOUR, 'r3'), titled('elsewhere'));
    const titles = async () => (await store.threadsAt(DESK)).map(({ title }) => title);
    expect(await titles()).toEqual(['second', 'first']);
    await takeTurn(store, FIRST, titled('first again'));
    expect(await titles()).toEqual(['first again', 'second']);
  });

  test('of an erased thread nothing is left, and what is said in it later is said at the desk', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, FIRST);
    await store.opened(FIRST, '41');
    expect(await store.erase(FIRST)).toBe(true);
    expect([await store.threadOf(FIRST), await store.addressOf(DESK, '41')]).toEqual([null, null]);
    expect((await comeIn(store, said(DESK, 'ciao', { thread: '41' }))).incoming.address).toBe(DESK);
  });

  test('our name of a message is found by the platform’s, in its own conversation only', async () => {
    const store = await (await newPlace()).open();
    const { queued } = await takeTurn(store, FIRST, { deliveries: [posts(FIRST, 'card')] });
    await store.sent(queued[0]!.number, '501');
    expect(await store.keyOf(FIRST, '501')).toBe('card');
    expect([await store.keyOf(SECOND, '501'), await store.keyOf(FIRST, '502')]).toEqual([null, null]);
  });

  test('a message that came with a file is found by its own name alone', async () => {
    const store = await (await newPlace()).open();
    const { queued } = await takeTurn(store, FIRST, { deliveries: [posts(FIRST, 'm1'), posts(FIRST, 'm2')] });
    await store.sent(queued[0]!.number, 'C1:7.1:F9');
    await store.sent(queued[1]!.number, 'C1:7.12');
    expect([await store.keyOf(FIRST, 'C1:7.1'), await store.keyOf(FIRST, 'C1:7.12')]).toEqual(['m1', 'm2']);
    expect([await store.keyOf(FIRST, 'C1:7'), await store.keyOf(SECOND, 'C1:7.1')]).toEqual([null, null]);
  });

  test('what was asked last is forgotten where that was before a time, and nothing else is', async () => {
    const store = await (await newPlace()).open();
    const asked = (at: number) => ({
      at,
      by: { id: 'p1', name: 'Maria' },
      question: 'quanto?',
      answer: 'tanto',
      citations: [],
      missing: [],
    });
    await takeTurn(store, PRO_LOCO, { conversation: aConversation({ title: 'noi', asked: asked(10) }) });
    await takeTurn(store, DESK, { conversation: aConversation({ asked: asked(30) }) });
    await store.forgetAsked(20);
    expect((await store.load(PRO_LOCO))!.conversation).toMatchObject({ title: 'noi', asked: null });
    expect((await store.load(DESK))!.conversation.asked).toEqual(asked(30));
  });
};
