import { expect, test } from 'vitest';
import { makeMove, newGroup } from '../../../src/domain/group.ts';
import { type Delivery, plainMessage } from '../../../src/domain/message.ts';
import { aConversation, COUNCIL, comeIn, endOf, PRO_LOCO, posts, said, takeTurn } from '../../support/store.ts';
import type { Place } from '../store.ts';

const keysOf = (queued: readonly { delivery: Delivery }[]) => queued.map(({ delivery }) => delivery.key);

/** A turn is committed whole, on the state that it began with, and what it leaves to send goes out in order. */
export const turns = (newPlace: () => Promise<Place>): void => {
  test('a turn leaves state, deliveries, letters and memberships, all at once, and is done', async () => {
    const place = await newPlace();
    const store = await place.open();
    const came = await comeIn(store, said(PRO_LOCO, 'siamo la Pro Loco'));
    const stood = makeMove(newGroup, { kind: 'stand', plan: 5, phase: 2 }, { id: 'p1', name: 'Maria' }, 1);
    const conversation = aConversation({ title: 'Pro Loco', group: stood!.group, members: { p1: 'it' } });
    const letter = { channel: 'letter', id: '1.0', incoming: said('telegram:1', 'lettera') };
    const done = await store.commit(
      endOf(came, null, {
        conversation,
        deliveries: [posts(PRO_LOCO, 'm1'), posts(COUNCIL, 'm9')],
        letters: [letter],
        members: [{ person: 'p1', address: PRO_LOCO, title: 'Pro Loco' }],
      }),
    );
    expect(done).toMatchObject({
      queued: [{ shownAs: null }, { shownAs: null }],
      taken: [letter].map(({ incoming }) => ({ incoming })),
    });
    await store.close();
    const again = await place.open();
    expect((await again.load(PRO_LOCO))!.conversation).toEqual(conversation);
    expect((await again.unsent()).map(({ delivery }) => delivery)).toEqual([
      posts(PRO_LOCO, 'm1'),
      posts(COUNCIL, 'm9'),
    ]);
    expect((await again.waiting()).map(({ incoming }) => incoming)).toEqual([letter.incoming]);
    expect(await again.groupsOf('p1')).toEqual([{ person: 'p1', address: PRO_LOCO, title: 'Pro Loco' }]);
  });

  test('of two turns that began with the same state the second is stale and leaves nothing', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, PRO_LOCO);
    const [one, other] = [await comeIn(store, said(PRO_LOCO, 'uno')), await comeIn(store, said(PRO_LOCO, 'due'))];
    const known = await store.load(PRO_LOCO);
    const ends = await Promise.all([
      store.commit(
        endOf(one, known, { conversation: aConversation({ count: 1 }), deliveries: [posts(PRO_LOCO, 'm1')] }),
      ),
      store.commit(
        endOf(other, known, {
          conversation: aConversation({ count: 2 }),
          deliveries: [posts(PRO_LOCO, 'm2')],
          letters: [{ channel: 'letter', id: 'x', incoming: said(COUNCIL, 'lettera') }],
        }),
      ),
    ]);
    expect(ends[1]).toBe('stale');
    expect((await store.load(PRO_LOCO))!.conversation.count).toBe(1);
    expect(keysOf(await store.unsent())).toEqual(['m1']);
    expect(await store.waiting()).toEqual([other]);
  });

  test('of two first turns of a conversation the second is stale', async () => {
    const store = await (await newPlace()).open();
    const [one, other] = [await comeIn(store, said(PRO_LOCO, 'uno')), await comeIn(store, said(PRO_LOCO, 'due'))];
    expect(await store.commit(endOf(one, null))).not.toBe('stale');
    expect(await store.commit(endOf(other, null))).toBe('stale');
  });

  test('a turn that was committed before changes nothing', async () => {
    const store = await (await newPlace()).open();
    const came = await comeIn(store, said(PRO_LOCO, 'uno'));
    await store.commit(endOf(came, null, { conversation: aConversation({ count: 1 }) }));
    const known = await store.load(PRO_LOCO);
    const again = endOf(came, known, {
      conversation: aConversation({ count: 2 }),
      deliveries: [posts(PRO_LOCO, 'm2')],
    });
    expect(await store.commit(again)).toEqual({ queued: [], taken: [] });
    expect(await store.load(PRO_LOCO)).toEqual(known);
    expect(await store.unsent()).toEqual([]);
  });

  test('a letter that was written before is not taken again', async () => {
    const store = await (await newPlace()).open();
    const letters = [{ channel: 'letter', id: '5.0', incoming: said(COUNCIL, 'lettera') }];
    expect((await takeTurn(store, PRO_LOCO, { letters })).taken).toHaveLength(1);
    expect((await takeTurn(store, PRO_LOCO, { letters })).taken).toEqual([]);
  });

  test('every state has a version of its own', async () => {
    const store = await (await newPlace()).open();
    const versions = new Set<number>();
    for (let at = 0; at < 5; at++) {
      await takeTurn(store, PRO_LOCO);
      versions.add((await store.load(PRO_LOCO))!.version);
    }
    expect(versions.size).toBe(5);
  });

  test('a conversation that was kept before a field was known has its default', async () => {
    const store = await (await newPlace()).open();
    const { bring: _, told: __, ...old } = aConversation({ count: 3 });
    await takeTurn(store, PRO_LOCO, { conversation: old as never });
    expect((await store.load(PRO_LOCO))!.conversation).toEqual(aConversation({ count: 3 }));
  });

  test('deliveries wait in the order in which they were left, until each is sent', async () => {
    const place = await newPlace();
    const store = await place.open();
    await takeTurn(store, PRO_LOCO, { deliveries: [posts(PRO_LOCO, 'm1'), posts(PRO_LOCO, 'm2')] });
    await takeTurn(store, COUNCIL, { deliveries: [posts(COUNCIL, 'm1')] });
    const remove: Delivery = { kind: 'remove', address: PRO_LOCO, key: 'm1' };
    const { queued } = await takeTurn(store, PRO_LOCO, { deliveries: [posts(PRO_LOCO, 'm3'), remove] });
    expect(keysOf(queued)).toEqual(['m3', 'm1']);
    expect(queued[0]!.number).toBeLessThan(queued[1]!.number);
    const [first] = await store.unsent();
    await store.sent(first!.number, '501');
    await store.close();
    const rest = await (await place.open()).unsent();
    expect(keysOf(rest)).toEqual(['m2', 'm1', 'm3', 'm1']);
    expect(rest.at(-1)).toMatchObject({ delivery: remove, shownAs: '501' });
  });

  test('a message is found by our key and by the platform’s id, in its own conversation only', async () => {
    const store = await (await newPlace()).open();
    const { queued } = await takeTurn(store, PRO_LOCO, { deliveries: [posts(PRO_LOCO, 'm1')] });
    expect(await store.shownAs(PRO_LOCO, 'm1')).toBeNull();
    await store.sent(queued[0]!.number, '501');
    expect(await store.shownAs(PRO_LOCO, 'm1')).toBe('501');
    expect(await store.keyOf(PRO_LOCO, '501')).toBe('m1');
    expect(await store.shownAs(COUNCIL, 'm1')).toBeNull();
    expect(await store.keyOf(COUNCIL, '501')).toBeNull();
  });

  test('an update knows what it updates, and may be shown under another id', async () => {
    const store = await (await newPlace()).open();
    const first = await takeTurn(store, PRO_LOCO, { deliveries: [posts(PRO_LOCO, 'm1')] });
    await store.sent(first.queued[0]!.number, '501');
    const message = plainMessage('di nuovo');
    const update: Delivery = { kind: 'update', address: PRO_LOCO, key: 'm1', message };
    const second = await takeTurn(store, PRO_LOCO, { deliveries: [update] });
    expect(second.queued).toMatchObject([{ delivery: update, shownAs: '501' }]);
    await store.sent(second.queued[0]!.number, '502');
    expect(await store.shownAs(PRO_LOCO, 'm1')).toBe('502');
    expect(await store.keyOf(PRO_LOCO, '501')).toBeNull();
  });

  test('what was removed, or could not be delivered, is shown no more; a pin, or a thread that is closed, changes nothing of that', async () => {
    const store = await (await newPlace()).open();
    const { queued } = await takeTurn(store, PRO_LOCO, { deliveries: [posts(PRO_LOCO, 'm1')] });
    await store.sent(queued[0]!.number, '501');
    for (const kind of ['pin', 'close', 'reopen'] as const) {
      const done = await takeTurn(store, PRO_LOCO, { deliveries: [{ kind, address: PRO_LOCO, key: 'm1' }] });
      await store.sent(done.queued[0]!.number, null);
    }
    expect(await store.shownAs(PRO_LOCO, 'm1')).toBe('501');
    const removed = await takeTurn(store, PRO_LOCO, { deliveries: [{ kind: 'remove', address: PRO_LOCO, key: 'm1' }] });
    await store.sent(removed.queued[0]!.number, null);
    expect(await store.shownAs(PRO_LOCO, 'm1')).toBeNull();
    expect(await store.unsent()).toEqual([]);
  });

  test('marking twice as sent changes nothing', async () => {
    const store = await (await newPlace()).open();
    const { queued } = await takeTurn(store, PRO_LOCO, { deliveries: [posts(PRO_LOCO, 'm1')] });
    await store.sent(queued[0]!.number, '501');
    await store.sent(queued[0]!.number, '999');
    expect(await store.shownAs(PRO_LOCO, 'm1')).toBe('501');
  });
};
