import { expect, test } from 'vitest';
import type { Feedback } from '../../../src/domain/feedback.ts';
import type { Store } from '../../../src/store.ts';
import { COUNCIL, PRO_LOCO, takeTurn } from '../../support/store.ts';
import type { Place } from '../store.ts';

const judged = (given: Partial<Feedback> = {}): Feedback => ({
  answer: 'm1',
  person: 'p1',
  useful: true,
  lack: null,
  language: 'it',
  passages: ['5.2.who', 'note.n1'],
  ...given,
});

const judge = (store: Store, feedback: readonly Feedback[], address = PRO_LOCO) =>
  takeTurn(store, address, { feedback });

/** What people thought of answers. */
export const feedback = (newPlace: () => Promise<Place>): void => {
  test('what was thought of an answer is kept with what it rested on, the newest first', async () => {
    const place = await newPlace();
    let now = 1000;
    const store = await place.open(() => now);
    await judge(store, [judged()]);
    now = 2000;
    await judge(store, [judged({ answer: 'm2', useful: false, lack: 'more', passages: [] })]);
    await store.close();
    expect(await (await place.open()).feedback()).toEqual([
      { ...judged({ answer: 'm2', useful: false, lack: 'more', passages: [] }), at: 2000 },
      { ...judged(), at: 1000 },
    ]);
  });

  test('the same person on the same answer again replaces what they said; others and other conversations keep theirs', async () => {
    const store = await (await newPlace()).open();
    await judge(store, [judged(), judged({ person: 'p2' })]);
    await judge(store, [judged()], COUNCIL);
    await judge(store, [judged({ useful: false, lack: 'unclear' })]);
    expect((await store.feedback()).map(({ person, useful, lack }) => [person, useful, lack])).toEqual([
      ['p1', false, 'unclear'],
      ['p1', true, null],
      ['p2', true, null],
    ]);
  });

  test('of an erased conversation what was thought is left, and nobody can tell who thought it', async () => {
    const place = await newPlace();
    const store = await place.open();
    await judge(store, [judged({ person: 'p-querci' })]);
    await store.erase(PRO_LOCO);
    expect(await store.feedback()).toMatchObject([{ person: '', useful: true, passages: ['5.2.who', 'note.n1'] }]);
    await store.close();
    const raw = await place.raw();
    expect([raw.includes('p-querci'), raw.includes(PRO_LOCO)]).toEqual([false, false]);
  });

  test('a judgement goes along when a group goes on at another address: it can be changed there', async () => {
    const store = await (await newPlace()).open();
    await judge(store, [judged()]);
    await store.move(PRO_LOCO, COUNCIL);
    await judge(store, [judged({ useful: false })], COUNCIL);
    expect((await store.feedback()).map(({ useful }) => useful)).toEqual([false]);
  });

  test('it is forgotten when it is old, with the gaps', async () => {
    let now = 1000;
    const store = await (await newPlace()).open(() => now);
    await judge(store, [judged()]);
    now = 2000;
    await judge(store, [judged({ answer: 'm2' })]);
    await store.forgetGaps(1500);
    expect((await store.feedback()).map(({ answer }) => answer)).toEqual(['m2']);
  });

  test('gaps that were looked at are gone with the turn that settles them, and no others', async () => {
    const store = await (await newPlace()).open();
    const gap = (text: string) => ({ meaning: null, language: 'it', text }) as const;
    await takeTurn(store, PRO_LOCO, { gaps: [gap('uno'), gap('due'), gap('tre')] });
    const numbers = (await store.gaps()).filter(({ text }) => text !== 'due').map(({ number }) => number);
    await takeTurn(store, COUNCIL, { settledGaps: numbers });
    expect((await store.gaps()).map(({ text }) => text)).toEqual(['due']);
  });
};
