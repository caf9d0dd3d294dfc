import { expect, test } from 'vitest';
import { makeMove, newGroup } from '../../../src/domain/group.ts';
import { aConversation, COUNCIL, comeIn, endOf, PRO_LOCO, posts, said, takeTurn } from '../../support/store.ts';
import type { Place } from '../store.ts';

const NAMES = {
  title: 'Foyer Rural de Sassofermo',
  person: 'Ubaldina Querci',
  said: 'vorremmo riaprire il forno',
  answer: 'il comune presta il locale',
};

/** What is kept can be seen by those who may ask, cannot be read by others, and once erased never comes back. */
export const erasing = (newPlace: () => Promise<Place>): void => {
  test('nothing of what people write or are called can be read in what lies on the disk', async () => {
    const place = await newPlace();
    const store = await place.open();
    const by = { id: 'p1', name: NAMES.person };
    const group = makeMove(newGroup, { kind: 'partner', plan: 1, brings: NAMES.answer }, by, 1)!.group;
    await takeTurn(store, PRO_LOCO, {
      conversation: aConversation({ title: NAMES.title, group }),
      deliveries: [posts(PRO_LOCO, 'm1', NAMES.answer)],
      members: [{ person: 'p1', address: PRO_LOCO, title: NAMES.title }],
    });
    const from = { ...by, home: null, language: null, admin: null };
    await comeIn(store, said(PRO_LOCO, NAMES.said, { title: NAMES.title, from }));
    const look = async () => {
      const raw = await place.raw();
      expect(raw).toContain(PRO_LOCO);
      for (const name of Object.values(NAMES)
        .flatMap((text) => text.split(' '))
        .filter((word) => word.length > 4))
        expect(raw.toLowerCase()).not.toContain(name.toLowerCase());
    };
    await look();
    await store.close();
    await look();
  });

  test('of an erased group nothing is left, and other groups keep theirs', async () => {
    const place = await newPlace();
    const store = await place.open();
    for (const address of [PRO_LOCO, COUNCIL]) {
      const { queued } = await takeTurn(store, address, {
        deliveries: [posts(address, 'm1'), posts(address, 'm2')],
        members: [{ person: 'p1', address, title: 'noi' }],
      });
      await store.sent(queued[0]!.number, '501');
      await comeIn(store, said(address, 'ciao'));
    }
    expect(await store.erase(PRO_LOCO)).toBe(true);
    expect(await store.erase(PRO_LOCO)).toBe(false);
    await store.close();
    const again = await place.open();
    expect(await again.addresses()).toEqual([COUNCIL]);
    expect([await again.load(PRO_LOCO), await again.export(PRO_LOCO), await again.shownAs(PRO_LOCO, 'm1')]).toEqual([
      null,
      null,
      null,
    ]);
    expect((await again.waiting()).map(({ incoming }) => incoming.address)).toEqual([COUNCIL]);
    expect((await again.unsent()).map(({ delivery }) => delivery.address)).toEqual([COUNCIL]);
    expect(await again.groupsOf('p1')).toMatchObject([{ address: COUNCIL }]);
    expect(await again.shownAs(COUNCIL, 'm1')).toBe('501');
  });

  test('a turn that was under way cannot bring an erased group back', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, PRO_LOCO);
    const came = await comeIn(store, said(PRO_LOCO, 'ciao'));
    const known = await store.load(PRO_LOCO);
    await store.erase(PRO_LOCO);
    const end = endOf(came, known, {
      deliveries: [posts(PRO_LOCO, 'm1')],
      members: [{ person: 'p1', address: PRO_LOCO, title: 'noi' }],
    });
    expect(await store.commit(end)).toBe('stale');
    // Taken up again on what is there now, which is nothing, it leaves nothing either.
    expect(await store.commit({ ...end, version: null })).toEqual({ queued: [], taken: [] });
    expect(await store.addresses()).toEqual([]);
  });

  test('the first turn of a group that was erased meanwhile leaves nothing', async () => {
    const store = await (await newPlace()).open();
    const came = await comeIn(store, said(PRO_LOCO, 'ciao'));
    await store.erase(PRO_LOCO);
    expect(await store.commit(endOf(came, null, { deliveries: [posts(PRO_LOCO, 'm1')] }))).toEqual({
      queued: [],
      taken: [],
    });
    expect(await store.failed(came.number)).toBe(0);
    expect(await store.giveUp(came.number, [posts(PRO_LOCO, 'sorry')])).toEqual([]);
    expect(await store.addresses()).toEqual([]);
  });

  test('a turn that was under way changes nothing of a group that was erased and made anew', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, PRO_LOCO, { conversation: aConversation({ count: 1 }) });
    const came = await comeIn(store, said(PRO_LOCO, 'ciao'));
    const known = await store.load(PRO_LOCO);
    await store.erase(PRO_LOCO);
    await takeTurn(store, PRO_LOCO, { conversation: aConversation({ count: 7 }) });
    expect(await store.commit(endOf(came, known, { conversation: aConversation({ count: 2 }) }))).toBe('stale');
    expect((await store.load(PRO_LOCO))!.conversation.count).toBe(7);
  });

  test('what is sent after its group was erased leaves no trace', async () => {
    const store = await (await newPlace()).open();
    const { queued } = await takeTurn(store, PRO_LOCO, { deliveries: [posts(PRO_LOCO, 'm1')] });
    await store.erase(PRO_LOCO);
    await store.sent(queued[0]!.number, '501');
    expect(await store.shownAs(PRO_LOCO, 'm1')).toBeNull();
  });

  test('a turn may erase its own conversation and still say that it did', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, PRO_LOCO, {
      deliveries: [posts(PRO_LOCO, 'm1')],
      members: [{ person: 'p1', address: PRO_LOCO, title: 'noi' }],
    });
    const { queued } = await takeTurn(store, PRO_LOCO, {
      conversation: null,
      deliveries: [posts(PRO_LOCO, 'm2', 'fatto')],
    });
    expect(await store.load(PRO_LOCO)).toBeNull();
    expect(await store.groupsOf('p1')).toEqual([]);
    expect(await store.unsent()).toEqual(queued);
    expect(queued).toMatchObject([{ delivery: { key: 'm2' } }]);
  });

  test('what the assistant left before a time is erased, and nothing else', async () => {
    const store = await (await newPlace()).open();
    const left: Readonly<Record<string, number | null>> = { a: 10, b: 19, c: 20, d: 30, e: null };
    for (const [name, leftAt] of Object.entries(left))
      await takeTurn(store, `telegram:${name}`, {
        conversation: aConversation({ leftAt }),
        deliveries: [posts(`telegram:${name}`, 'm1')],
      });
    // b let it in again, e sent it away.
    await takeTurn(store, 'telegram:b', { conversation: aConversation({ leftAt: null }) });
    await takeTurn(store, 'telegram:e', { conversation: aConversation({ leftAt: 5 }) });
    await store.eraseLeft(20);
    expect(await store.addresses()).toEqual(['telegram:b', 'telegram:c', 'telegram:d']);
    await store.eraseLeft(31);
    expect(await store.addresses()).toEqual(['telegram:b']);
  });

  test('thousands that were left long ago are erased together', async () => {
    const store = await (await newPlace()).open();
    const addresses = Array.from({ length: 1200 }, (_, at) => `telegram:${at}`);
    const leave = (address: string) => takeTurn(store, address, { conversation: aConversation({ leftAt: 1 }) });
    await Promise.all(addresses.map(leave));
    await takeTurn(store, PRO_LOCO);
    await store.eraseLeft(2);
    expect(await store.addresses()).toEqual([PRO_LOCO]);
  });

  test('a moved group is erased by its old address too, and neither address is on the disk any more', async () => {
    const place = await newPlace();
    const store = await place.open();
    const { queued } = await takeTurn(store, PRO_LOCO, { deliveries: [posts(PRO_LOCO, 'm1')] });
    await store.sent(queued[0]!.number, '501');
    await store.move(PRO_LOCO, COUNCIL);
    expect(await place.raw()).toContain(COUNCIL);
    expect(await store.erase(PRO_LOCO)).toBe(true);
    expect(await store.addresses()).toEqual([]);
    const raw = await place.raw();
    expect([raw.includes(PRO_LOCO), raw.includes(COUNCIL)]).toEqual([false, false]);
  });

  test('who asks sees all that is kept of a conversation, also of one that is only beginning', async () => {
    const store = await (await newPlace()).open();
    const conversation = aConversation({ title: 'Pro Loco', count: 2 });
    await takeTurn(store, PRO_LOCO, { conversation, deliveries: [posts(PRO_LOCO, 'm1')] });
    const waiting = [said(PRO_LOCO, 'uno'), said(PRO_LOCO, 'due')];
    for (const incoming of waiting) await comeIn(store, incoming);
    await comeIn(store, said(COUNCIL, 'altro'));
    expect(await store.export(PRO_LOCO)).toEqual({
      address: PRO_LOCO,
      conversation,
      waiting,
      unsent: [posts(PRO_LOCO, 'm1')],
    });
    expect(await store.export(COUNCIL)).toMatchObject({ conversation: null, waiting: [said(COUNCIL, 'altro')] });
    expect(await store.export('telegram:0')).toBeNull();
    expect(await store.addresses()).toEqual([PRO_LOCO, COUNCIL]);
  });

  test('a person’s groups are those in which they were heard, by their newest names', async () => {
    const store = await (await newPlace()).open();
    for (const [address, title] of [
      [PRO_LOCO, 'Pro Loco'],
      [COUNCIL, 'Comune'],
      [PRO_LOCO, 'La Pro Loco'],
    ] as const)
      await takeTurn(store, address, {
        members: [
          { person: 'p1', address, title },
          { person: 'p2', address, title },
        ],
      });
    await takeTurn(store, 'telegram:-100789', {
      members: [{ person: 'p2', address: 'telegram:-100789', title: 'altri' }],
    });
    expect(await store.groupsOf('p1')).toEqual([
      { person: 'p1', address: PRO_LOCO, title: 'La Pro Loco' },
      { person: 'p1', address: COUNCIL, title: 'Comune' },
    ]);
    expect(await store.groupsOf('p3')).toEqual([]);
  });
};
