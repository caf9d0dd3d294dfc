import { mkdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { CampanileError } from '../domain/errors.ts';
import type { Store } from '../store.ts';
import { createGroupCommit } from './group-commit.ts';
import type { Keys } from './key-file.ts';
import { type Lock, lockFolder } from './lock.ts';
import { createSeal } from './seal.ts';
import { migrations } from './sql/migrations.ts';
import { createQueries } from './sql/queries.ts';
import { createRecords } from './sql/records.ts';
import { createChanges } from './sqlite/changes.ts';
import { createCounter } from './sqlite/counter.ts';
import { databaseFile, kyselyOver, migrate, migrationsMade, openDatabase } from './sqlite/database.ts';
import { damaged, explain } from './sqlite/failures.ts';
import { openKeys } from './sqlite/keys.ts';
import { prepareAll } from './sqlite/statements.ts';

/** How many ids are forgotten at once, so that nothing waits for long. */
const BITE = 500;

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

/** Opens, or makes, what is kept in a data folder. */
export const openSqliteStore = async (settings: SqliteSettings): Promise<Store> => {
  const { dataFolder, isWorker } = settings;
  let lock: Lock | undefined;
  try {
    mkdirSync(dataFolder, { recursive: true });
    lock = isWorker ? lockFolder(dataFolder) : undefined;
    const database = await openWhole(dataFolder, lock?.endedBadly ?? false);
    const keys = openKeys(database, { file: settings.keyFile, dataFolder, onMade: settings.onKeyMade ?? (() => {}) });
    return storeOver(database, keys, settings.now ?? Date.now, dataFolder, () => lock?.release());
  } catch (error) {
    lock?.release();
    throw explain(dataFolder, error);
  }
};

const storeOver = (database: Database, keys: Keys, now: () => number, folder: string, release: () => void): Store => {
  const run = prepareAll(database, createQueries(kyselyOver(database)));
  const records = createRecords(createSeal(keys));
  const counter = createCounter(run);
  const changes = createChanges(run, records, counter.draw, now);
  const transaction = database.transaction(counter.counting);
  const commits = createGroupCommit(
    (work) => {
      try {
        transaction.immediate(work);
      } catch (error) {
        throw explain(folder, error);
      }
    },
    (error) => error instanceof CampanileError,
  );
  const { follow } = changes;

  const forgetBite = (before: number, after: number): number | undefined => {
    const page = run.intakesAfter.all({ after, limit: BITE });
    const old = page.filter(({ taken_at }) => taken_at < before);
    for (const { number, waits } of old) if (waits === null) run.removeIntake.run({ number });
    return old.length === 0 ? undefined : page.at(-1)?.number;
  };

  return {
    take: (items) => commits.run(() => changes.take(items)),
    waiting: async () => run.waiting.all({}).map(records.openWaiting),
    load: async (address) => {
      const row = run.conversation.one({ address: follow(address) });
      return row ? records.openConversation(row) : null;
    },
    commit: (turn) => commits.run(() => changes.commit(turn)),
    failed: (number) => commits.run(() => changes.failed(number)),
    giveUp: (number, deliveries) => commits.run(() => changes.giveUp(number, deliveries)),
    unsent: async () =>
      run.unsent.all({}).map(({ number, shown_as, ...row }) => ({
        number,
        delivery: records.openDelivery(row),
        shownAs: shown_as,
      })),
    sent: (number, shownAs) => commits.run(() => changes.sent(number, shownAs)),
    shownAs: async (address, key) => run.shownAs.one({ address: follow(address), key })?.shown_as ?? null,
    keyOf: async (address, shownAs) => run.keyOf.one({ address: follow(address), shownAs })?.key ?? null,
    move: (from, to) => commits.run(() => changes.move(from, to)),
    currentAddress: async (address) => follow(address),
    groupsOf: async (person) =>
      run.groupsOf.all({ person }).map(({ address, title }) => ({ person, address, title: records.openTitle(title) })),
    addresses: async () => run.addresses.all({}).map(({ address }) => address),
    export: async (given) => {
      const address = follow(given);
      const row = run.conversation.one({ address });
      if (!row) return null;
      return {
        address,
        conversation: records.openConversation(row).conversation,
        waiting: run.waitingAt.all({ address }).map((one) => records.openWaiting(one).incoming),
        unsent: run.unsentAt.all({ address }).map(records.openDelivery),
      };
    },
    erase: (address) => commits.run(() => changes.erase(address)),
    forget: async (before) => {
      let after: number | undefined = 0;
      while (after !== undefined) {
        const from: number = after;
        after = await commits.run(() => forgetBite(before, from));
        await setImmediate();
      }
    },
    close: async () => {
      await commits.settled();
      database.close();
      release();
    },
  };
};
