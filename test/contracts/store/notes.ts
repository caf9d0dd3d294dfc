import { expect, test } from 'vitest';
import type { Note } from '../../../src/domain/note.ts';
import type { Store } from '../../../src/store.ts';
import { COUNCIL, comeIn, endOf, PRO_LOCO, said, takeTurn } from '../../support/store.ts';
import type { Place } from '../store.ts';

const BY = { id: 's1', name: 'Lucia' };

const aNote = (id: string, text: string): Note => ({
  id,
  centre: 'Valverde',
  questions: [{ language: 'it', text: 'quanto costa il notaio?' }],
  texts: { it: text },
  by: BY,
  at: 1000,
  expires: null,
  approvedBy: BY,
  meaning: 'unknown.notary',
});

const FIRST = aNote('n1', 'Tra 1200 e 1800 euro.');

const keep = (store: Store, id: string, note: Note | null) => takeTurn(store, PRO_LOCO, { notes: [{ id, note }] });

/** What the centres keep as their own word. */
export const notes = (newPlace: () => Promise<Place>): void => {
  test('a note is kept with its turn, is there at the next start, and cannot be read on the disk', async () => {
    const place = await newPlace();
    const store = await place.open();
    await keep(store, 'n1', FIRST);
    expect(await store.notes()).toEqual([FIRST]);
    await store.close();
    const raw = await place.raw();
    expect([raw.includes('1800'), raw.includes('notaio'), raw.includes('Lucia')]).toEqual([false, false, false]);
    expect(await (await place.open()).notes()).toEqual([FIRST]);
  });

  test('kept again under its id a note reads otherwise, and taken back it is gone', async () => {
    const store = await (await newPlace()).open();
    await keep(store, 'n1', FIRST);
    await keep(store, 'n2', aNote('n2', 'altro'));
    const changed = { ...FIRST, texts: { it: 'Tra 1300 e 1900 euro.' } };
    await keep(store, 'n1', changed);
    expect(await store.notes()).toEqual([changed, aNote('n2', 'altro')]);
    await keep(store, 'n2', null);
    expect(await store.notes()).toEqual([changed]);
  });

  test('a note outlives the conversation in which it was written', async () => {
    const store = await (await newPlace()).open();
    await keep(store, 'n1', FIRST);
    await store.erase(PRO_LOCO);
    expect(await store.notes()).toEqual([FIRST]);
  });

  test('a turn that comes too late keeps no note', async () => {
    const store = await (await newPlace()).open();
    const came = await comeIn(store, said(COUNCIL, 'ciao'));
    await takeTurn(store, COUNCIL);
    expect(await store.commit(endOf(came, null, { notes: [{ id: 'n1', note: FIRST }] }))).toBe('stale');
    expect(await store.notes()).toEqual([]);
  });

  test('a note is removed by its id, once', async () => {
    const store = await (await newPlace()).open();
    await keep(store, 'n1', FIRST);
    expect(await store.removeNote('n2')).toBe(false);
    expect(await store.removeNote('n1')).toBe(true);
    expect(await store.removeNote('n1')).toBe(false);
    expect(await store.notes()).toEqual([]);
  });

  test('the worker sees at once what another process changed of the notes', async () => {
    const place = await newPlace();
    const worker = await place.open();
    const command = await place.beside();
    await keep(worker, 'n1', FIRST);
    expect([await worker.notes(), await command.notes()]).toEqual([[FIRST], [FIRST]]);
    expect(await command.removeNote('n1')).toBe(true);
    expect(await worker.notes()).toEqual([]);
    await keep(worker, 'n2', aNote('n2', 'altro'));
    expect((await command.notes()).map(({ id }) => id)).toEqual(['n2']);
  });

  test('notes that nobody changed are the same objects, however often they are looked at and whatever else goes on', async () => {
    const store = await (await newPlace()).open();
    await keep(store, 'n1', FIRST);
    const [before] = await store.notes();
    await takeTurn(store, COUNCIL);
    expect((await store.notes())[0]).toBe(before);
  });
};
