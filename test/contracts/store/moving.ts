import { expect, test } from 'vitest';
import { threadAddress } from '../../../src/domain/desk.ts';
import { makeMove, newGroup } from '../../../src/domain/group.ts';
import type { Store } from '../../../src/store.ts';
import { aConversation, comeIn, endOf, posts, said, takeTurn } from '../../support/store.ts';
import type { Place } from '../store.ts';

const [OLD, NEW, NEWEST] = ['telegram:-123', 'telegram:-100123', 'telegram:-100999'] as const;

const maria = { id: 'p1', name: 'Maria' };
const stood = makeMove(newGroup, { kind: 'stand', plan: 5, phase: 2 }, maria, 1)!.group;
const ticked = makeMove(stood, { kind: 'tick', steps: ['5.2.listen-to-the-village'] }, maria, 2)!.group;
const member = { person: 'p1', address: OLD, title: 'Pro Loco' };

/** A group with ticks and a member at its old address, one message sent, one to be sent, one to be answered. */
const live = async (store: Store) => {
  const { queued } = await takeTurn(store, OLD, {
    conversation: aConversation({ group: ticked }),
    deliveries: [posts(OLD, 'm1'), posts(OLD, 'm2')],
    members: [member],
  });
  await store.sent(queued[0]!.number, '501');
  const waits = await comeIn(store, said(OLD, 'che ci resta?'));
  return { waits, unsent: queued[1]! };
};

/** All of the group is at this address, and nothing at the others. */
const expectAllAt = async (store: Store, address: string, { waits, unsent }: Awaited<ReturnType<typeof live>>) => {
  expect((await store.load(address))!.conversation.group).toEqual(ticked);
  expect((await store.waiting()).map(({ number, incoming }) => [number, incoming.address])).toEqual([
    [waits.number, address],
  ]);
  expect(await store.unsent()).toEqual([{ ...unsent, delivery: { ...unsent.delivery, address } }]);
  expect(await store.groupsOf('p1')).toEqual([{ ...member, address }]);
  expect(await store.addresses()).toEqual([address]);
};

/** A group that goes on at another address takes all along, whenever and however often it is told. */
export const moving = (newPlace: () => Promise<Place>): void => {
  test('a group that moves keeps state, ticks, members, what waits and what is to be sent', async () => {
    const place = await newPlace();
    const store = await place.open();
    const was = await live(store);
    await store.move(OLD, NEW);
    await expectAllAt(store, NEW, was);
    await store.close();
    await expectAllAt(await place.open(), NEW, was);
  });

  test('a move that is told twice, or backwards, is made once', async () => {
    const store = await (await newPlace()).open();
    const was = await live(store);
    for (const [from, to] of [
      [OLD, NEW],
      [OLD, NEW],
      [NEW, OLD],
      [NEW, NEW],
    ] as const)
      await store.move(from, to);
    await expectAllAt(store, NEW, was);
    expect(await store.currentAddress(OLD)).toBe(NEW);
  });

  test('moves lead on, in whatever order they are told', async () => {
    for (const moves of [
      [
        [OLD, NEW],
        [NEW, NEWEST],
      ],
      [
        [NEW, NEWEST],
        [OLD, NEW],
      ],
    ] as const) {
      const store = await (await newPlace()).open();
      const was = await live(store);
      for (const [from, to] of moves) await store.move(from, to);
      await expectAllAt(store, NEWEST, was);
      for (const address of [OLD, NEW, NEWEST]) expect(await store.currentAddress(address)).toBe(NEWEST);
    }
  });

  test('the state of the old address wins over what the new one began with before the move was told', async () => {
    const store = await (await newPlace()).open();
    const was = await live(store);
    const greeted = await takeTurn(store, NEW, { deliveries: [posts(NEW, 'm1')] });
    await store.sent(greeted.queued[0]!.number, '77');
    await store.move(OLD, NEW);
    await expectAllAt(store, NEW, was);
    // The keys are the old conversation's: its first message is not the new one's first.
    expect(await store.shownAs(NEW, 'm1')).toBeNull();
  });

  test('what the new address began with stays where the old one told nothing', async () => {
    const store = await (await newPlace()).open();
    await takeTurn(store, NEW, { conversation: aConversation({ group: ticked }) });
    await store.move(OLD, NEW);
    expect((await store.load(NEW))!.conversation.group).toEqual(ticked);
  });

  test('what comes in for the old address from then on goes to the new one, and so does what is sent there', async () => {
    const store = await (await newPlace()).open();
    await live(store);
    await store.move(OLD, NEW);
    const late = await comeIn(store, said(OLD, 'e adesso?'));
    expect(late.incoming.address).toBe(NEW);
    const done = await store.commit(
      endOf(late, await store.load(OLD), { address: OLD, deliveries: [posts(OLD, 'm3')] }),
    );
    expect(done).toMatchObject({ queued: [{ delivery: posts(NEW, 'm3') }] });
    await store.sent((done as { queued: { number: number }[] }).queued[0]!.number, '88');
    expect([await store.shownAs(OLD, 'm3'), await store.shownAs(NEW, 'm3')]).toEqual(['88', '88']);
    expect(await store.keyOf(OLD, '88')).toBe('m3');
    expect(await store.load(OLD)).toEqual(await store.load(NEW));
  });

  test('ids of messages at the old address mean nothing at the new one', async () => {
    const store = await (await newPlace()).open();
    await live(store);
    await store.move(OLD, NEW);
    expect(await store.shownAs(NEW, 'm1')).toBeNull();
    expect(await store.keyOf(NEW, '501')).toBeNull();
  });

  test('a desk that moves takes its threads along, and what comes in for them; no other group’s', async () => {
    const place = await newPlace();
    const store = await place.open();
    const [thread, moved] = [threadAddress(OLD, 'r1'), threadAddress(NEW, 'r1')];
    const neighbour = threadAddress(`${OLD}4`, 'r1');
    await takeTurn(store, neighbour, { conversation: aConversation({ title: 'elsewhere' }) });
    const { queued } = await takeTurn(store, thread, {
      conversation: aConversation({ title: 'forno' }),
      deliveries: [posts(thread, 'card'), posts(thread, 'c1')],
      alarms: [{ name: 'promise', due: 5 }],
    });
    await store.sent(queued[0]!.number, '80', 're-80');
    await store.move(OLD, NEW);
    expect((await store.load(moved))!.conversation.title).toBe('forno');
    expect((await store.threadsAt(OLD)).map(({ title }) => title)).toEqual(['forno']);
    expect((await store.unsent()).map(({ delivery }) => [delivery.address, delivery.key])).toEqual([[moved, 'c1']]);
    // Names of messages and threads are those of the place that was left.
    expect([await store.threadOf(moved), await store.addressOf(NEW, 're-80')]).toEqual([null, null]);
    expect(await store.shownAs(moved, 'card')).toBeNull();
    await store.opened(thread, '7');
    expect([await store.threadOf(thread), await store.addressOf(OLD, '7')]).toEqual(['7', moved]);
    expect((await store.ring(5)).map(({ incoming }) => incoming.address)).toEqual([moved]);
    expect((await comeIn(store, said(threadAddress(OLD, 'r2'), 'ciao'))).incoming.address).toBe(
      threadAddress(NEW, 'r2'),
    );
    expect((await store.load(neighbour))!.conversation.title).toBe('elsewhere');
    await store.close();
    expect(await (await place.open()).currentAddress(thread)).toBe(moved);
  });

  test('a desk is moved by what one of its threads meets', async () => {
    const store = await (await newPlace()).open();
    const titled = (title: string) => ({ conversation: aConversation({ title }) });
    await takeTurn(store, threadAddress(OLD, 'r1'), titled('forno'));
    await takeTurn(store, threadAddress(OLD, 'r2'), titled('scuola'));
    await store.move(threadAddress(OLD, 'r1'), threadAddress(NEW, 'r1'));
    expect(await store.currentAddress(OLD)).toBe(NEW);
    expect((await store.threadsAt(NEW)).map(({ title }) => title)?.toSorted()).toEqual(['forno', 'scuola']);
  });

  test('a turn that keeps nothing where nothing was known does not forget a move', async () => {
    const store = await (await newPlace()).open();
    await store.move(OLD, NEW);
    await takeTurn(store, NEW, { conversation: null });
    expect(await store.currentAddress(OLD)).toBe(NEW);
  });

  test('a turn that was under way while the group moved is stale, at the old address and at the new one', async () => {
    const store = await (await newPlace()).open();
    const { waits } = await live(store);
    await takeTurn(store, NEW);
    const there = await comeIn(store, said(NEW, 'ciao'));
    const [atOld, atNew] = [await store.load(OLD), await store.load(NEW)];
    await store.move(OLD, NEW);
    expect(await store.commit(endOf(waits, atOld))).toBe('stale');
    expect(await store.commit(endOf(there, atNew))).toBe('stale');
    expect((await store.load(NEW))!.conversation.group).toEqual(ticked);
  });
};
