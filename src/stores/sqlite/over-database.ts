import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { CampanileError } from '../../domain/errors.ts';
import { forgetAskedBefore } from '../../domain/talk.ts';
import type { Store } from '../../store.ts';
import { createGroupCommit } from '../group-commit.ts';
import type { Keys } from '../key-file.ts';
import { createSeal } from '../seal.ts';
import { createQueries } from '../sql/queries.ts';
import { createRecords } from '../sql/records.ts';
import { createChanges, threadsOf } from './changes.ts';
import { createCounter } from './counter.ts';
import { copyDatabase, kyselyOver, sweepLog } from './database.ts';
import { explain } from './failures.ts';
import { rememberNotes } from './remember-notes.ts';
import { type Look, looksToSealAnew } from './seal-anew.ts';
import { prepareAll } from './statements.ts';

/** How many rows are looked at or erased at once, so that nothing waits for long. */
const BITE = 500;

export type Over = {
  readonly keys: Keys;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** The data folder, as it is told when something is wrong with it. */
  readonly folder: string;
  readonly onClose: () => void;
};

/** The store over a database that is open and in today's form. */
export const storeOver = (database: Database, { keys, now, folder, onClose }: Over): Store => {
  const run = prepareAll(database, createQueries(kyselyOver(database)));
  const seal = createSeal(keys);
  const records = createRecords(seal);
  const counter = createCounter(run);
  const changes = createChanges(run, records, counter.draw, now);
  const { follow } = changes;
  const notes = rememberNotes(database, () => run.notes.all({}).map(records.openNote));

  const explained = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      throw explain(folder, error);
    }
  };
  const read = async <Value>(work: () => Value): Promise<Value> => explained(work);
  const transaction = database.transaction(counter.counting);
  const commits = createGroupCommit(
    (work) => explained(() => transaction.immediate(work)),
    (error) => error instanceof CampanileError,
  );

  const forgetBite =
    (before: number): Look =>
    (after) => {
      const page = run.intakesAfter.all({ after, limit: BITE });
      const old = page.filter(({ taken_at }) => taken_at < before);
      for (const { number, waits } of old) if (waits === null) run.removeIntake.run({ number });
      return old.length === 0 ? undefined : page.at(-1)?.number;
    };

  /** Commits one look after the other, and lets others have their turn between. */
  const lookThrough = async (look: Look): Promise<void> => {
    for (let after: number | undefined = 0; after !== undefined; await setImmediate()) {
      const from: number = after;
      after = await commits.run(() => look(from));
    }
  };

  const eraseLeftBite = (before: number): number => {
    const page = run.leftBefore.all({ before, limit: BITE });
    for (const { address } of page) changes.erase(address);
    return page.length;
  };

  const forgetAskedBite = (before: number): number => {
    const page = run.askedBefore.all({ before, limit: BITE });
    for (const { address, ...row } of page) {
      const { conversation } = records.openConversation(row);
      const version = counter.draw();
      const forgetful = forgetAskedBefore(conversation, before);
      run.setConversation.run({ address, version, ...records.conversation(forgetful) });
    }
    return page.length;
  };

  return {
    take: (items) => commits.run(() => changes.take(items)),
    waiting: () => read(() => run.waiting.all({}).map(records.openWaiting)),
    load: (address) =>
      read(() => {
        const row = run.conversation.one({ address: follow(address) });
        return row ? records.openConversation(row) : null;
      }),
    commit: (turn) =>
      commits.run(() => {
        if (turn.notes.length > 0) notes.forget();
        return changes.commit(turn);
      }),
    failed: (number) => commits.run(() => changes.failed(number)),
    giveUp: (number, deliveries) => commits.run(() => changes.giveUp(number, deliveries)),
    unsent: () =>
      read(() =>
        run.unsent.all({}).map(({ number, shown_as, ...row }) => ({
          number,
          delivery: records.openDelivery(row),
          shownAs: shown_as,
        })),
      ),
    sent: (number, shownAs, thread = null) => commits.run(() => changes.sent(number, shownAs, thread)),
    ring: (before) => commits.run(() => changes.ring(before, BITE)),
    opened: (address, thread) => commits.run(() => changes.opened(address, thread)),
    threadOf: (address) => read(() => run.threadOf.one({ address: follow(address) })?.shown_as ?? null),
    addressOf: (desk, thread) =>
      read(() => run.addressOf.one({ desk: follow(desk), shownAs: thread })?.address ?? null),
    threadsAt: (desk) =>
      read(() => run.threadsAt.all(threadsOf(follow(desk))).map((row) => records.openConversation(row).conversation)),
    groupsShownTo: (centre) =>
      read(() => run.groupsShownTo.all({ centre }).map((row) => records.openConversation(row).conversation)),
    notes: () => read(notes.all),
    removeNote: (id) =>
      commits.run(() => {
        notes.forget();
        return run.removeNote.run({ id }) > 0;
      }),
    feedback: () => read(() => run.feedback.all({}).map(records.openFeedback)),
    forgetAsked: async (before) => {
      while ((await commits.run(() => forgetAskedBite(before))) > 0) await setImmediate();
    },
    shownAs: (address, key) => read(() => run.shownAs.one({ address: follow(address), key })?.shown_as ?? null),
    keyOf: (address, shownAs) =>
      read(() => {
        // What came with a message stands in its name behind a colon.
        const named = { shownAs, from: `${shownAs}:`, to: `${shownAs};` };
        return run.keyOf.one({ address: follow(address), ...named })?.key ?? null;
      }),
    move: (from, to) => commits.run(() => changes.move(from, to)),
    currentAddress: (address) => read(() => follow(address)),
    groupsOf: (person) =>
      read(() =>
        run.groupsOf
          .all({ person })
          .map(({ address, title }) => ({ person, address, title: records.openTitle(title) })),
      ),
    addresses: () => read(() => run.addresses.all({}).map(({ address }) => address)),
    export: (given) =>
      read(() => {
        const address = follow(given);
        const row = run.conversation.one({ address });
        const waiting = run.waitingAt.all({ address }).map((one) => records.openWaiting(one).incoming);
        const unsent = run.unsentAt.all({ address }).map(records.openDelivery);
        if (!row && waiting.length + unsent.length + run.membersAt.all({ address }).length === 0) return null;
        return { address, conversation: row ? records.openConversation(row).conversation : null, waiting, unsent };
      }),
    erase: async (address) => {
      const erased = await commits.run(() => changes.erase(address));
      if (erased) sweepLog(database);
      return erased;
    },
    eraseLeft: async (before) => {
      while ((await commits.run(() => eraseLeftBite(before))) > 0) await setImmediate();
    },
    gaps: () => read(() => run.gaps.all({}).map(records.openGap)),
    forgetGaps: async (before) => {
      await commits.run(() => run.forgetGaps.run({ before }) + run.forgetFeedback.run({ before }));
    },
    forget: async (before) => {
      await lookThrough(forgetBite(before));
      for (const look of looksToSealAnew(database, seal, BITE)) await lookThrough(look);
      sweepLog(database);
    },
    backUp: async (to) => {
      try {
        await copyDatabase(database, to);
      } catch (error) {
        throw explain(to, error);
      }
    },
    close: async () => {
      try {
        await commits.settled();
      } finally {
        database.close();
        onClose();
      }
    },
  };
};
