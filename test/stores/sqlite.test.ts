import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { storeContract } from '../contracts/store.ts';
import { newFolder } from '../support/folder.ts';

storeContract('SQLite', () => {
  const folder = newFolder();
  const dataFolder = join(folder, 'data');
  const keyFile = join(folder, 'keys', 'campanile.key');
  return {
    open: (now) => openSqliteStore({ dataFolder, keyFile, isWorker: true, ...(now ? { now } : {}) }),
    beside: () => openSqliteStore({ dataFolder, keyFile, isWorker: false }),
    raw: async () =>
      readdirSync(dataFolder)
        .map((name) => readFileSync(join(dataFolder, name), 'latin1'))
        .join('\n'),
  };
});
