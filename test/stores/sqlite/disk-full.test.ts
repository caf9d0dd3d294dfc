import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/store.ts';
import { databaseFile, migrate, openDatabase } from '../../../src/stores/sqlite/database.ts';
import { openKeys } from '../../../src/stores/sqlite/keys.ts';
import { storeOver } from '../../../src/stores/sqlite/over-database.ts';
import { closeLater } from '../../support/close-later.ts';
import { newFolder } from '../../support/folder.ts';
import { aConversation, comeIn, endOf, PRO_LOCO, posts, said, takeTurn } from '../../support/store.ts';
import { settingsIn } from '../../support/store-folder.ts';

/** A store on a disk whose end the test sets: SQLite itself then says that it is full. */
const openOnDisk = async () => {
  const { dataFolder, keyFile } = settingsIn(newFolder());
  mkdirSync(dataFolder, { recursive: true });
  const database = openDatabase(databaseFile(dataFolder));
  await migrate(database);
  const keys = openKeys(database, { file: keyFile, dataFolder, onMade: () => {} });
  const store = closeLater(storeOver(database, { keys, now: Date.now, folder: dataFolder, onClose: () => {} }));
  return {
    store,
    fill: () => void database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true })}`),
    makeRoom: () => void database.pragma('max_page_count = 100000'),
  };
};

const long = 'parole '.repeat(2000);
const asFull = {
  code: 'store',
  message: expect.stringMatching(/^the disk of \S+ is full: nothing new can be kept$/),
  remedy: expect.stringContaining('Make room there. It goes on by itself then'),
};

const comeInUntilFull = async (store: Store): Promise<unknown> => {
  for (;;) {
    try {
      await comeIn(store, said(PRO_LOCO, long));
    } catch (error) {
      return error;
    }
  }
};

test('on a full disk nothing new is taken, what is kept is still read, and with room it goes on by itself', async () => {
  const { store, fill, makeRoom } = await openOnDisk();
  await takeTurn(store, PRO_LOCO, { conversation: aConversation({ count: 7 }) });
  const waits = await comeIn(store, said(PRO_LOCO, 'ciao'));
  fill();
  expect(await comeInUntilFull(store)).toMatchObject(asFull);
  const before = await store.waiting();
  const update = { channel: 'telegram', id: 'late', incoming: said(PRO_LOCO, long) };
  await expect(store.take([update])).rejects.toMatchObject(asFull);
  expect(await store.waiting()).toEqual(before);
  expect((await store.load(PRO_LOCO))?.conversation.count).toBe(7);
  makeRoom();
  expect(await store.take([update])).toHaveLength(1);
  expect(await store.commit(endOf(waits, await store.load(PRO_LOCO)))).not.toBe('stale');
});

test('a turn that finds the disk full leaves nothing, and is done whole once there is room', async () => {
  const { store, fill, makeRoom } = await openOnDisk();
  const came = await comeIn(store, said(PRO_LOCO, 'ciao'));
  fill();
  await comeInUntilFull(store);
  const end = endOf(came, null, { deliveries: [posts(PRO_LOCO, 'm1', long), posts(PRO_LOCO, 'm2', long)] });
  await expect(store.commit(end)).rejects.toMatchObject(asFull);
  expect(await store.load(PRO_LOCO)).toBeNull();
  expect(await store.unsent()).toEqual([]);
  makeRoom();
  expect(await store.commit(end)).toMatchObject({ queued: [{}, {}] });
});

test('all that is asked of a full disk at one moment is refused, and nothing of it kept', async () => {
  const { store, fill } = await openOnDisk();
  fill();
  await comeInUntilFull(store);
  const before = await store.waiting();
  const asked = Array.from({ length: 20 }, () => comeIn(store, said(PRO_LOCO, long)));
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(Array(20).fill('rejected'));
  expect(await store.waiting()).toEqual(before);
});
