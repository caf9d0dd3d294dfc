import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { CampanileError } from '../../domain/errors.ts';
import { migrations } from '../sql/migrations.ts';
import type { Tables } from '../sql/tables.ts';

/** How long a transaction of another process (a command beside the worker) is waited for, in milliseconds. */
const PATIENCE = 5000;

/** More than any database has. */
const ALL_PAGES = 2 ** 30;

/** The one file that everything is kept in; SQLite keeps its log beside it. */
export const databaseFile = (folder: string): string => join(folder, 'campanile.db');

/** Opens the file so that what is committed is durable and what is deleted is overwritten. */
export const openDatabase = (file: string): Database => {
  const database = new Sqlite(file, { timeout: PATIENCE });
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.pragma('secure_delete = on');
  return database;
};

/**
 * Empties the log beside the file, so that what was erased is in neither any more. While another process reads, it stays until the
 * next time; so it does on a full disk.
 */
export const sweepLog = (database: Database): void => {
  try {
    database.pragma('busy_timeout = 0');
    database.pragma('wal_checkpoint(truncate)');
  } catch {
    // The next time will do.
  } finally {
    database.pragma(`busy_timeout = ${PATIENCE}`);
  }
};

/** Copies the whole database into another folder in one step: what is committed meanwhile waits for it, and is not in it. */
export const copyDatabase = async (database: Database, folder: string): Promise<void> => {
  const file = databaseFile(folder);
  if (existsSync(file))
    throw new CampanileError(
      'store',
      `${file} is there already`,
      'Nothing was changed. Name a folder in which no copy is yet.',
    );
  mkdirSync(folder, { recursive: true });
  await database.backup(file, { progress: () => ALL_PAGES });
};

export const kyselyOver = (database: Database): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });

/** Brings the tables to the form of today, all in one transaction: a kill in the middle leaves them as they were. */
export const migrate = async (database: Database, known = migrations): Promise<void> => {
  if (migrationsMade(database).length === Object.keys(known).length) return;
  const migrator = new Migrator({ db: kyselyOver(database), provider: { getMigrations: async () => ({ ...known }) } });
  database.exec('begin immediate');
  try {
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    database.exec('commit');
  } finally {
    if (database.inTransaction) database.exec('rollback');
  }
};

/** The names of the migrations that were made, in order. */
export const migrationsMade = (database: Database): string[] => {
  const exists = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  return exists ? database.prepare<[], string>('select name from kysely_migration order by name').pluck().all() : [];
};
