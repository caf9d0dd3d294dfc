import { expect, test } from 'vitest';
import { COUNCIL, comeIn, endOf, PRO_LOCO, posts, said } from '../../support/store.ts';
import type { Place } from '../store.ts';

const HOUR = 3_600_000;

const textOf = ({ incoming: { event } }: { incoming: { event: object } }) => (event as { text?: string }).text;

/** What comes in, comes in once, and is kept until its turn is done. */
export const intake = (newPlace: () => Promise<Place>): void => {
  test('the same thing comes in once', async () => {
    const store = await (await newPlace()).open();
    const update = { channel: 'telegram', id: '7', incoming: said(PRO_LOCO, 'ciao') };
    expect(await store.take([update])).toHaveLength(1);
    expect(await store.take([update])).toEqual([]);
    expect(await store.take([update, { ...update, id: '8' }, { ...update, id: '8' }])).toHaveLength(1);
    expect(await store.waiting()).toHaveLength(2);
  });

  test('another channel may use the same id', async () => {
    const store = await (await newPlace()).open();
    const incoming = said(PRO_LOCO, 'ciao');
    expect(await store.take([{ channel: 'telegram', id: '7', incoming }])).toHaveLength(1);
    expect(await store.take([{ channel: 'letter', id: '7', incoming }])).toHaveLength(1);
  });

  test('an id that is lower than those before is taken: they start anew after an idle week', async () => {
    const store = await (await newPlace()).open();
    await store.take([{ channel: 'telegram', id: '900000', incoming: said(PRO_LOCO, 'prima') }]);
    const [later] = await store.take([{ channel: 'telegram', id: '12', incoming: said(PRO_LOCO, 'dopo') }]);
    expect(textOf(later!)).toBe('dopo');
  });

  test('what came in waits in the order of arrival, whole, also after a restart', async () => {
    const place = await newPlace();
    const store = await place.open();
    const incoming = said(PRO_LOCO, 'perché no? 🙂\u0000\ud800', { title: null, from: null });
    const first = await comeIn(store, incoming);
    const both = await store.take([
      { channel: 'a', id: '1', incoming: said(COUNCIL, 'due') },
      { channel: 'a', id: '0', incoming: said(PRO_LOCO, 'tre') },
    ]);
    await store.close();
    const again = await (await place.open()).waiting();
    expect(again).toEqual([first, ...both]);
    expect(again[0]!.incoming).toEqual(incoming);
    expect(again.map(textOf)).toEqual(['perché no? 🙂\u0000\ud800', 'due', 'tre']);
  });

  test('what was turned away once stays away after a restart', async () => {
    const place = await newPlace();
    const update = { channel: 'telegram', id: '7', incoming: said(PRO_LOCO, 'ciao') };
    const store = await place.open();
    const [taken] = await store.take([update]);
    await store.commit(endOf(taken!, null));
    await store.close();
    expect(await (await place.open()).take([update])).toEqual([]);
  });

  test('a turn that fails is counted, and tried again with its count', async () => {
    const place = await newPlace();
    const store = await place.open();
    const { number } = await comeIn(store, said(PRO_LOCO, 'ciao'));
    expect([await store.failed(number), await store.failed(number)]).toEqual([1, 2]);
    await store.close();
    expect(await (await place.open()).waiting()).toMatchObject([{ number, tries: 2 }]);
  });

  test('a turn that is given up leaves an apology to send, once, and nothing else', async () => {
    const store = await (await newPlace()).open();
    const { number } = await comeIn(store, said(PRO_LOCO, 'ciao'));
    const queued = await store.giveUp(number, [posts(PRO_LOCO, 'sorry')]);
    expect(await store.giveUp(number, [posts(PRO_LOCO, 'sorry')])).toEqual([]);
    expect(await store.waiting()).toEqual([]);
    expect(await store.unsent()).toEqual(queued);
    expect(queued).toMatchObject([{ delivery: posts(PRO_LOCO, 'sorry'), shownAs: null }]);
    expect(await store.load(PRO_LOCO)).toBeNull();
  });

  test('ids are forgotten after their time, unless their turn is not done', async () => {
    let time = 0;
    const store = await (await newPlace()).open(() => time);
    const update = (id: string) => ({ channel: 'telegram', id, incoming: said(PRO_LOCO, 'ciao') });
    const [done] = await store.take([update('done')]);
    await store.commit(endOf(done!, null));
    await store.take([update('waits')]);
    time = 50 * HOUR;
    const [young] = await store.take([update('young')]);
    await store.giveUp(young!.number, []);
    await store.forget(48 * HOUR);
    const taken = await store.take([update('done'), update('waits'), update('young')]);
    expect(taken).toHaveLength(1);
    expect(await store.waiting()).toHaveLength(2);
  });

  test('thousands of ids are forgotten too, and those between that wait are not', async () => {
    let time = 0;
    const store = await (await newPlace()).open(() => time);
    const updates = Array.from({ length: 1600 }, (_, at) => ({
      channel: 'telegram',
      id: String(at),
      incoming: said(PRO_LOCO, 'ciao'),
    }));
    const taken = await store.take(updates);
    const waits = (at: number) => at % 400 === 0;
    await Promise.all(taken.filter((_, at) => !waits(at)).map(({ number }) => store.giveUp(number, [])));
    time = 1;
    await store.forget(1);
    expect(await store.take(updates)).toHaveLength(1596);
  });
};
