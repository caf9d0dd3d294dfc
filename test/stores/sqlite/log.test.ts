import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databaseFile } from '../../../src/stores/sqlite/database.ts';
import { openSqliteStore } from '../../../src/stores/sqlite.ts';
import { closeLater } from '../../support/close-later.ts';
import { newFolder } from '../../support/folder.ts';
import { aConversation, COUNCIL, comeIn, endOf, PRO_LOCO, posts, said } from '../../support/store.ts';
import { settingsIn } from '../../support/store-folder.ts';

const HEADER = 32;
const FRAME_HEADER = 24;

/** How many transactions SQLite's log holds: the last frame of each tells how large the database is after it. */
const transactionsIn = (folder: string): number => {
  const log = readFileSync(`${databaseFile(settingsIn(folder).dataFolder)}-wal`);
  const size = FRAME_HEADER + log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  let commits = 0;
  for (let at = HEADER; at + size <= log.length; at += size)
    if (salt.equals(log.subarray(at + 8, at + 16)) && log.readUInt32BE(at + 4) > 0) commits += 1;
  return commits;
};

const open = async () => {
  const folder = newFolder();
  const store = closeLater(await openSqliteStore({ ...settingsIn(folder), isWorker: true }));
  return { folder, store };
};

test('what comes in at one moment is made durable together', async () => {
  const { folder, store } = await open();
  const before = transactionsIn(folder);
  for (let at = 0; at < 10; at++) await comeIn(store, said(PRO_LOCO, 'uno'));
  expect(transactionsIn(folder) - before).toBe(10);
  await Promise.all(Array.from({ length: 200 }, () => comeIn(store, said(PRO_LOCO, 'tanti'))));
  expect(transactionsIn(folder) - before).toBe(11);
});

test('whatever is asked at one moment is kept in the order in which it was asked', async () => {
  const { store } = await open();
  const came = await comeIn(store, said(PRO_LOCO, 'ciao'));
  const [, , later] = await Promise.all([
    store.commit(endOf(came, null, { deliveries: [posts(PRO_LOCO, 'm1')] })),
    store.move(PRO_LOCO, COUNCIL),
    comeIn(store, said(PRO_LOCO, 'dopo')),
  ]);
  expect(later.incoming.address).toBe(COUNCIL);
  expect((await store.unsent()).map(({ delivery }) => delivery.address)).toEqual([COUNCIL]);
});

test('what cannot be kept by its own fault does not take its neighbours along, and leaves no half', async () => {
  const { store } = await open();
  const impossible = { ...said(PRO_LOCO, 'no'), at: 1n as never };
  const taken = await Promise.allSettled([
    comeIn(store, said(PRO_LOCO, 'prima')),
    store.take([
      { channel: 'telegram', id: 'half', incoming: said(PRO_LOCO, 'metà') },
      { channel: 'telegram', id: 'other half', incoming: impossible },
    ]),
    comeIn(store, said(PRO_LOCO, 'dopo')),
  ]);
  expect(taken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const texts = (await store.waiting()).map(({ incoming: { event } }) => event.kind === 'text' && event.text);
  expect(texts).toEqual(['prima', 'dopo']);
});

test('what was said is in no file any more once the hour’s tidying is done, nor what was erased', async () => {
  const { folder, store } = await open();
  const { dataFolder } = settingsIn(folder);
  const inFiles = (sealed: readonly string[]) => {
    const raw = readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name), 'latin1'));
    return sealed.filter((text) => raw.some((file) => file.includes(text))).length;
  };
  const database = new Sqlite(databaseFile(dataFolder));
  const sealedIn = (table: string) => database.prepare<[], string>(`select body from ${table}`).pluck().all();

  const came = await comeIn(store, said(PRO_LOCO, 'abbiamo perso il forno'));
  const asked = sealedIn('waiting');
  await store.commit(
    endOf(came, null, { conversation: aConversation({ title: 'Pro Loco' }), deliveries: [posts(PRO_LOCO, 'm1')] }),
  );
  const [answer] = await store.unsent();
  const answered = sealedIn('delivery');
  const states = sealedIn('conversation');
  await store.sent(answer!.number, '501');
  expect(inFiles([...asked, ...answered, ...states])).toBe(3);
  await store.forget(0);
  expect([inFiles(asked), inFiles(answered), inFiles(states)]).toEqual([0, 0, 1]);
  await store.erase(PRO_LOCO);
  expect(inFiles(states)).toBe(0);
  database.close();
});

test('finding what was left long ago looks at nothing else', async () => {
  const { folder } = await open();
  const database = new Sqlite(databaseFile(settingsIn(folder).dataFolder));
  const plan = database.prepare('explain query plan select address from conversation where left_at < 5 limit 10').all();
  expect(plan).toMatchObject([{ detail: expect.stringContaining('USING INDEX conversation_left (left_at<?)') }]);
  database.close();
});
