import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../src/stores/key-file.ts';
import { createSeal } from '../../../src/stores/seal.ts';
import { databaseFile, migrationsMade, openDatabase } from '../../../src/stores/sqlite/database.ts';
import { openSqliteStore } from '../../../src/stores/sqlite.ts';
import { closeLater } from '../../support/close-later.ts';
import { newFolder } from '../../support/folder.ts';
import { runScript } from '../../support/in-process.ts';
import { aConversation, PRO_LOCO, posts, takeTurn } from '../../support/store.ts';
import { settingsIn } from '../../support/store-folder.ts';

const openIn = async (folder: string, isWorker = true) =>
  closeLater(await openSqliteStore({ ...settingsIn(folder), isWorker }));

/** A worker in another process, with nothing to do. */
const workerIn = async (folder: string) => {
  const worker = runScript('./store-worker.ts', folder);
  await worker.told('ready');
  return worker;
};

describe('one worker on a data folder', () => {
  test('a second worker is refused, and told who holds it and what to do', async () => {
    const folder = newFolder();
    const worker = await workerIn(folder);
    await expect(openIn(folder)).rejects.toMatchObject({
      code: 'lock',
      message: expect.stringContaining(`(process ${worker.pid} on `),
      remedy: expect.stringContaining('DATA_DIR'),
    });
    await worker.kill();
  });

  test('in one process too', async () => {
    const folder = newFolder();
    await openIn(folder);
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'lock' });
  });

  test('a worker that was killed holds nothing, and one that ended neither', async () => {
    const folder = newFolder();
    await (await workerIn(folder)).kill();
    const next = await openIn(folder);
    await next.close();
    await openIn(folder);
  });

  test('commands read and erase beside the worker, and each sees at once what the other did', async () => {
    const folder = newFolder();
    const worker = await openIn(folder);
    await takeTurn(worker, PRO_LOCO);
    const command = runScript('./store-beside.ts', folder);
    expect(await command.ended).toBe(0);
    expect(command.lines[0]).toBe(PRO_LOCO);
    const beside = await openIn(folder, false);
    await takeTurn(worker, PRO_LOCO, { conversation: aConversation({ count: 7 }) });
    expect((await beside.export(PRO_LOCO))?.conversation?.count).toBe(7);
    await beside.erase(PRO_LOCO);
    expect(await worker.load(PRO_LOCO)).toBeNull();
  });

  test('worker and commands that are started together in a new folder all open it', async () => {
    const folder = newFolder();
    const commands = Array.from({ length: 3 }, () => runScript('./store-beside.ts', folder));
    const worker = await workerIn(folder);
    expect(await Promise.all(commands.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    expect(readFileSync(settingsIn(folder).keyFile, 'utf8').trim().split('\n')).toHaveLength(1);
    await worker.kill();
  });
});

describe('the form of what is kept', () => {
  test.each(['first', 'later'])('a kill half-way through the %s migration leaves it as it was', async (which) => {
    const folder = newFolder();
    if (which === 'later') {
      const before = await openIn(folder);
      await takeTurn(before, PRO_LOCO, { conversation: aConversation({ count: 7 }) });
      await before.close();
    }
    const killed = runScript('./half-migration.ts', folder, which);
    expect([await killed.ended, killed.errors()]).toEqual([null, '']);
    const database = openDatabase(databaseFile(settingsIn(folder).dataFolder));
    expect(migrationsMade(database).includes('9000-half')).toBe(false);
    expect(
      database.prepare("select 1 from pragma_table_info('conversation') where name = 'half'").get(),
    ).toBeUndefined();
    database.close();
    const store = await openIn(folder);
    expect((await store.load(PRO_LOCO))?.conversation.count).toBe(which === 'later' ? 7 : undefined);
    await takeTurn(store, PRO_LOCO);
  });

  test('a conversation that was kept unpacked, as the first version did, is read', async () => {
    const folder = newFolder();
    const { dataFolder, keyFile } = settingsIn(folder);
    const before = await openIn(folder);
    await takeTurn(before, PRO_LOCO, { conversation: aConversation() });
    await before.close();
    const { seal } = createSeal(readKeyFile(keyFile)!);
    const database = new Sqlite(databaseFile(dataFolder));
    const body = seal(JSON.stringify(aConversation({ count: 7 })));
    database.prepare('update conversation set form = 1, body = ?').run(body);
    database.close();
    const store = await openIn(folder);
    expect((await store.load(PRO_LOCO))?.conversation.count).toBe(7);
    await takeTurn(store, PRO_LOCO);
  });

  test('what a newer version wrote is refused, and left as it is', async () => {
    const folder = newFolder();
    await (await openIn(folder)).close();
    const database = new Sqlite(databaseFile(settingsIn(folder).dataFolder));
    database.prepare("insert into kysely_migration values ('9999-future', 'now')").run();
    for (const isWorker of [true, false])
      await expect(openIn(folder, isWorker)).rejects.toMatchObject({
        code: 'store',
        message: expect.stringContaining('newer version'),
        remedy: expect.stringContaining('copy of DATA_DIR'),
      });
    expect(migrationsMade(database)).toContain('9999-future');
    database.close();
  });

  test('what is committed is durable, and what is deleted is overwritten', () => {
    const database = openDatabase(join(newFolder(), 'any.db'));
    const settings = ['journal_mode', 'synchronous', 'secure_delete'].map((name) =>
      database.pragma(name, { simple: true }),
    );
    expect(settings).toEqual(['wal', 2, 1]);
    database.close();
  });
});

describe('a disk that fails', () => {
  test('a folder that cannot be written is refused with the sentence to act on', async () => {
    const folder = newFolder();
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    // The last is the kernel's own, where nobody makes folders, whoever they are.
    for (const dataFolder of [file, join(file, 'data'), '/sys/campanile-data'])
      await expect(openSqliteStore({ dataFolder, keyFile: join(folder, 'key'), isWorker: true })).rejects.toMatchObject(
        {
          code: 'data-folder',
          message: expect.stringMatching(/^\S+ cannot be written \([A-Z]+\)$/),
          remedy: expect.stringContaining('DATA_DIR'),
        },
      );
  });

  test('a database file that cannot be opened is refused too', async () => {
    const folder = newFolder();
    mkdirSync(databaseFile(settingsIn(folder).dataFolder), { recursive: true });
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'data-folder' });
  });

  /** Overwrites a part of the database as a failing disk would. */
  const damage = (folder: string, from: number, bytes: number): void => {
    const file = openSync(databaseFile(settingsIn(folder).dataFolder), 'r+');
    writeSync(file, Buffer.alloc(bytes, 0xa5), 0, bytes, from);
    closeSync(file);
  };

  const sizeOf = (folder: string): number => statSync(databaseFile(settingsIn(folder).dataFolder)).size;

  const filled = async (): Promise<string> => {
    const folder = newFolder();
    const store = await openIn(folder);
    for (let at = 0; at < 60; at++)
      await takeTurn(store, `telegram:${at}`, { deliveries: [posts(`telegram:${at}`, 'm1', 'parole '.repeat(100))] });
    await store.close();
    return folder;
  };

  const asDamaged = {
    code: 'store',
    message: expect.stringContaining('is damaged'),
    remedy: expect.stringMatching(/move DATA_DIR aside and keep it; put your last copy .* beside the same key file/),
  };

  test('a database that was damaged when the machine stopped is refused, again and again, with the steps to restore it', async () => {
    const folder = await filled();
    await (await workerIn(folder)).kill();
    // At the end lies what only those who look through everything come upon.
    damage(folder, sizeOf(folder) - 4096 * 8, 4096 * 8);
    await expect(openIn(folder)).rejects.toMatchObject(asDamaged);
    await expect(openIn(folder)).rejects.toMatchObject(asDamaged);
  });

  test('a file that is no database is refused', async () => {
    const folder = await filled();
    damage(folder, 0, 4096);
    await expect(openIn(folder)).rejects.toMatchObject(asDamaged);
  });

  test('a page that turns out to be damaged while it runs is told as such, and never answered as if it were nothing', async () => {
    const folder = await filled();
    damage(folder, 4096 * 2, sizeOf(folder) - 4096 * 2);
    const opened = openIn(folder).then((store) => store.load('telegram:7'));
    await expect(opened).rejects.toMatchObject(asDamaged);
  });

  test('a text that was changed on the disk is told as damaged', async () => {
    const folder = newFolder();
    const store = await openIn(folder);
    await takeTurn(store, PRO_LOCO);
    const database = new Sqlite(databaseFile(settingsIn(folder).dataFolder));
    database.prepare("update conversation set body = substr(body, 1, 40) || 'AAAA' || substr(body, 45)").run();
    database.close();
    await expect(store.load(PRO_LOCO)).rejects.toMatchObject(asDamaged);
  });
});
