import { join } from 'node:path';
import type { Store } from '../../src/store.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';

/** Looks at what a bot kept in its folder, once it has ended; fails where it left anything behind. */
export const openKept = async <Result>(folder: string, look: (store: Store) => Promise<Result>): Promise<Result> => {
  const keyFile = join(folder, 'keys', 'campanile.key');
  const store = await openSqliteStore({ dataFolder: folder, keyFile, isWorker: false });
  try {
    const left = (await store.waiting()).length + (await store.unsent()).length;
    if (left > 0) throw new Error(`${left} turns or deliveries were left behind`);
    return await look(store);
  } finally {
    await store.close();
  }
};
