import { mkdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Store } from '../store.ts';
import { createGroupCommit } from './group-commit.ts';
import { createSeal, type Key } from './seal.ts';
import { createQueries } from './sql/queries.ts';
import { createRecords } from './sql/records.ts';
import { createChanges } from './sqlite/changes.ts';
import { createCounter } from './sqlite/counter.ts';
import { databaseFile, kyselyOver, migrate, openDatabase } from './sqlite/database.ts';
import { prepareAll } from './sqlite/statements.ts';

/** How many ids are forgotten at once, so that nothing waits for long. */
const BITE = 500;

export const openSqliteStore = async ({
  dataFolder,
  key,
  now = Date.now,
}: {
  readonly dataFolder: string;
  readonly key: readonly [Key, ...Key[]];
  readonly now?: () => number;
}): Promise<Store> => {
  mkdirSync(dataFolder, { recursive: true });
  const database = openDatabase(databaseFile(dataFolder));
  await migrate(database);
  const run = prepareAll(database, createQueries(kyselyOver(database)));
  const records = createRecords(createSeal(key));
  const counter = createCounter(run);
  const changes = createChanges(run, records, counter.draw, now);
  const transaction = database.transaction(counter.counting);
  const commits = createGroupCommit(transaction.immediate, () => false);
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
    },
  };
};
