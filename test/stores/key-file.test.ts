import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { makeKeyFile } from '../../src/stores/key-file.ts';
import { databaseFile } from '../../src/stores/sqlite/database.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { closeLater } from '../support/close-later.ts';
import { newFolder } from '../support/folder.ts';
import { aConversation, COUNCIL, PRO_LOCO, posts, takeTurn } from '../support/store.ts';
import { settingsIn } from '../support/store-folder.ts';

const openIn = async (folder: string, onKeyMade = () => {}) =>
  closeLater(await openSqliteStore({ ...settingsIn(folder), isWorker: true, onKeyMade }));

/** A folder in which a group has its way, closed. */
const used = async () => {
  const folder = newFolder();
  const store = await openIn(folder);
  await takeTurn(store, PRO_LOCO, {
    conversation: aConversation({ count: 7 }),
    deliveries: [posts(PRO_LOCO, 'm1')],
    members: [{ person: 'p1', address: PRO_LOCO, title: 'Pro Loco' }],
  });
  await store.close();
  return { folder, keyFile: settingsIn(folder).keyFile };
};

const anotherKey = (): string => {
  const folder = newFolder();
  makeKeyFile(`${folder}/key`, folder, () => true);
  return readFileSync(`${folder}/key`, 'utf8');
};

describe('the key', () => {
  test('is made at the first start, once, for its user alone, and the operator is told', async () => {
    const folder = newFolder();
    const { keyFile } = settingsIn(folder);
    let made = 0;
    const open = () => openIn(folder, () => (made += 1));
    await (await open()).close();
    const key = readFileSync(keyFile, 'utf8');
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(keyFile))).toHaveLength(1);
    await (await open()).close();
    expect(readFileSync(keyFile, 'utf8')).toBe(key);
    expect(made).toBe(1);
  });

  test('when lost is refused, never made anew, and opens again when it is put back', async () => {
    const { folder, keyFile } = await used();
    renameSync(keyFile, `${keyFile}.away`);
    await expect(openIn(folder)).rejects.toMatchObject({
      code: 'key',
      message: `the key file ${keyFile} is gone, and there is data sealed with it`,
      remedy: expect.stringContaining('Put the key file back from your copy'),
    });
    expect(existsSync(keyFile)).toBe(false);
    renameSync(`${keyFile}.away`, keyFile);
    expect((await (await openIn(folder)).load(PRO_LOCO))?.conversation.count).toBe(7);
  });

  test('of another place is refused', async () => {
    const { folder, keyFile } = await used();
    writeFileSync(keyFile, anotherKey());
    await expect(openIn(folder)).rejects.toMatchObject({
      code: 'key',
      message: expect.stringContaining('is not the one that the data was sealed with'),
    });
  });

  test.each([
    ['an empty file', '\n\n', 'is empty'],
    ['a line that is no key', `${'A'.repeat(43)}=\nsecret\n`, 'has something in line 2 that is no key'],
    ['a key cut short', 'QUJD\n', 'has something in line 1 that is no key'],
  ])('is refused when it is %s, without telling what it is', async (_, text, what) => {
    const folder = newFolder();
    const { keyFile } = settingsIn(folder);
    mkdirSync(dirname(keyFile));
    writeFileSync(keyFile, text);
    const error = await openIn(folder).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'key', message: `the key file ${keyFile} ${what}` });
    expect(String(error)).not.toContain('secret');
  });

  test('that cannot be read or made is refused with what to do', async () => {
    const folder = newFolder();
    const { keyFile } = settingsIn(folder);
    mkdirSync(keyFile, { recursive: true });
    await expect(openIn(folder)).rejects.toMatchObject({
      code: 'key',
      message: expect.stringContaining('cannot be read'),
    });
    rmSync(dirname(keyFile), { recursive: true });
    writeFileSync(dirname(keyFile), '');
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'key' });
  });
});

describe('a new key', () => {
  const keysUsed = (folder: string) => {
    const database = new Sqlite(databaseFile(settingsIn(folder).dataFolder));
    const { used } = database.prepare('select count(*) as used from sealing_key').get() as { used: number };
    database.close();
    return used;
  };

  test('in the first line seals from then on, and the old one below still opens', async () => {
    const { folder, keyFile } = await used();
    const [old, fresh] = [readFileSync(keyFile, 'utf8'), anotherKey()];
    writeFileSync(keyFile, fresh + old);
    const store = await openIn(folder);
    expect((await store.load(PRO_LOCO))?.conversation.count).toBe(7);
    await takeTurn(store, COUNCIL);
    await store.close();
    // Each alone opens a part only, and neither is taken for the whole.
    for (const alone of [old, fresh]) {
      writeFileSync(keyFile, alone);
      await expect(openIn(folder)).rejects.toMatchObject({ code: 'key' });
    }
  });

  test('seals everything anew at the next tidying: then the old one is needed no more, and opens nothing', async () => {
    const { folder, keyFile } = await used();
    const [old, fresh] = [readFileSync(keyFile, 'utf8'), anotherKey()];
    writeFileSync(keyFile, fresh + old);
    const store = await openIn(folder);
    const addresses = Array.from({ length: 1100 }, (_, at) => `telegram:${at}`);
    await Promise.all(addresses.map((address) => takeTurn(store, address)));
    expect(keysUsed(folder)).toBe(2);
    await store.forget(0);
    expect(keysUsed(folder)).toBe(1);
    await store.close();
    writeFileSync(keyFile, old);
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'key' });
    writeFileSync(keyFile, fresh);
    const again = await openIn(folder);
    expect((await again.load(PRO_LOCO))?.conversation.count).toBe(7);
    expect(await again.unsent()).toMatchObject([{ delivery: posts(PRO_LOCO, 'm1') }]);
    expect(await again.groupsOf('p1')).toMatchObject([{ title: 'Pro Loco' }]);
    expect(await again.waiting()).toEqual([]);
  });
});

describe('in a container', () => {
  const outlives = (folders: readonly string[]) => (folder: string) => folders.includes(folder);

  test('the key is not made where the next container would not find it while the data stays', () => {
    const folder = newFolder();
    expect(() => makeKeyFile(`${folder}/keys/key`, '/data', outlives(['/data']))).toThrow(
      expect.objectContaining({
        code: 'key',
        message: expect.stringContaining('it would be lost with this container'),
        remedy: expect.stringMatching(/second volume .* secret/),
      }),
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('it is made on a volume of its own, and where the data is as short-lived as the key', () => {
    const folder = newFolder();
    for (const lasting of [['/data', `${folder}/keys`], []]) {
      expect(makeKeyFile(`${folder}/keys/key`, '/data', outlives(lasting))).toHaveLength(1);
      rmSync(`${folder}/keys`, { recursive: true });
    }
  });
});
