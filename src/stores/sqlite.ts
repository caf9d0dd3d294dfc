import { existsSync, mkdirSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { CampanileError } from '../domain/errors.ts';
import type { Store } from '../store.ts';
import { type Lock, lockFolder } from './lock.ts';
import { migrations } from './sql/migrations.ts';
import { databaseFile, migrate, migrationsMade, openDatabase } from './sqlite/database.ts';
import { damaged, explain } from './sqlite/failures.ts';
import { openKeys } from './sqlite/keys.ts';
import { storeOver } from './sqlite/over-database.ts';

export type SqliteSettings = {
  readonly dataFolder: string;
  readonly keyFile: string;
  /** The one worker on a data folder locks it; commands open it beside. */
  readonly isWorker: boolean;
  /** Is told when the key was made: what to back up. */
  readonly onKeyMade?: () => void;
  readonly now?: () => number;
};

/** Opens the database in a form that this version knows; throws a CampanileError that says what is wrong and what to do. */
const openWhole = async (dataFolder: string, endedBadly: boolean): Promise<Database> => {
  const database = openDatabase(databaseFile(dataFolder));
  try {
    if (endedBadly && database.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw damaged(dataFolder, 'quick check');
    const newer = migrationsMade(database).find((name) => !Object.hasOwn(migrations, name));
    if (newer !== undefined) {
      throw new CampanileError(
        'store',
        `${dataFolder} was written by a newer version of Campanile (${newer})`,
        'Run that version, or restore the copy of DATA_DIR made before it.',
      );
    }
    await migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** Whether anything is kept in a data folder yet. */
export const isKeptIn = (dataFolder: string): boolean => existsSync(databaseFile(dataFolder));

/** Opens, or makes, what is kept in a data folder. */
export const openSqliteStore = async (settings: SqliteSettings): Promise<Store> => {
  const { dataFolder, isWorker } = settings;
  let lock: Lock | undefined;
  let database: Database | undefined;
  try {
    mkdirSync(dataFolder, { recursive: true });
    lock = isWorker ? lockFolder(dataFolder) : undefined;
    database = await openWhole(dataFolder, lock?.endedBadly ?? false);
    const keys = openKeys(database, { file: settings.keyFile, dataFolder, onMade: settings.onKeyMade ?? (() => {}) });
    const now = settings.now ?? Date.now;
    return storeOver(database, { keys, now, folder: dataFolder, onClose: () => lock?.release() });
  } catch (error) {
    database?.close();
    lock?.abandon();
    throw explain(dataFolder, error);
  }
};
