// Run by store.ts in a process of its own: so many groups in the store, then turns as fast as it commits them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile } from '../../src/commands/eval-figures.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import { makeMove, newGroup } from '../../src/domain/group.ts';
import type { Store } from '../../src/store.ts';
import { createKey, createSeal, KEY_BYTES } from '../../src/stores/seal.ts';
import { openDatabase } from '../../src/stores/sqlite/database.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { aConversation, endOf, posts, said } from '../support/store.ts';
import { settingsIn } from '../support/store-folder.ts';
import { diskOf } from './costs.ts';
import { memory } from './in-child.ts';

export type StoreSize = {
  /** Whole turns a second: taken, loaded, committed with one delivery, marked as sent. */
  readonly turns: number;
  /** Microseconds of processor time a turn. */
  readonly cpu: number;
  /** Milliseconds from taken to marked as sent, of a turn that has the store to itself. */
  readonly p50: number | null;
  readonly p99: number | null;
  /** Milliseconds from opening what a kill left until turns are taken. */
  readonly reopened: number;
  /** Bytes a group takes on the disk. */
  readonly bytes: number;
  readonly memory: ReturnType<typeof memory>;
  /** What a turn writes, a second, by SQLite alone: so many turns in a transaction, or one. */
  readonly bare: { readonly together: number; readonly alone: number };
};

/** How many conversations are under way at one moment. */
const AT_ONCE = 100;
const MILLISECONDS = 4000;

const folder = mkdtempSync(join(tmpdir(), 'campanile-bench-store-'));
const groups = Number(process.argv[2]);
const addressOf = (group: number): string => `telegram:-100${1_000_000_000 + group}`;

/** A group half-way: a plan, a phase, ticks, partners, a journal, people. */
const aGroup = (group: number): Conversation => {
  const by = { id: String(group), name: 'Maria Bianchi' };
  let state = newGroup;
  for (const move of [
    { kind: 'stand', plan: 5, phase: 2 },
    { kind: 'tick', steps: ['5.2.listen-to-the-village', '5.2.first-meeting'] },
    { kind: 'partner', plan: 1, brings: 'il locale della vecchia scuola' },
  ] as const)
    state = makeMove(state, move, by, 1_760_000_000_000)?.group ?? state;
  const members = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [String(group * 10 + at), 'it' as const]));
  return aConversation({ title: `Pro Loco di Sasso ${group}`, group: state, members, list: 'm4', count: 4 });
};

const question = 'il primo punto l’abbiamo chiuso';
const answer = 'La Pro Loco propone di incontrarsi e di ascoltare chi vive nel paese. '.repeat(8);
let ids = 0;

const turn = async (store: Store, address: string, next: (known: Conversation | null) => Conversation) => {
  ids += 1;
  const incoming = said(address, question);
  const [intake] = await store.take([{ channel: 'telegram', id: String(ids), incoming }]);
  const known = await store.load(address);
  const conversation = next(known?.conversation ?? null);
  const deliveries = [posts(address, `m${conversation.count}`, answer)];
  const done = await store.commit(endOf(intake!, known, { conversation, deliveries }));
  if (done === 'stale') throw new Error('only one turn at a time for each address');
  await store.sent(done.queued[0]!.number, String(ids));
};

/** Work at many addresses at once: each hand has groups of its own, and takes them in no order. */
const byHands = (work: (group: number) => Promise<void>, goesOn: (taken: number) => boolean): Promise<unknown> =>
  Promise.all(
    Array.from({ length: AT_ONCE }, async (_, hand) => {
      const own = Math.ceil((groups - hand) / AT_ONCE);
      for (let at = 0; goesOn(at); at++) await work(hand + AT_ONCE * ((at * 7919) % own));
    }),
  );

/** What a turn writes, and nothing else, into tables without any other index: so many a second, `together` in a transaction. */
const bareWrites = (together: number): number => {
  const database = openDatabase(join(folder, `bare-${together}.db`));
  database.exec(
    'create table came (id integer primary key, body text); create table state (id integer primary key, body text); create table goes (id integer primary key, body text)',
  );
  const came = database.prepare('insert into came (body) values (?)');
  const state = database.prepare('replace into state values (?, ?)');
  const goes = database.prepare('insert into goes (body) values (?)');
  const { seal } = createSeal([createKey(Buffer.alloc(KEY_BYTES))]);
  const bodies = [said('', question), aGroup(1), posts('', 'm1', answer)].map((body) => seal(JSON.stringify(body)));
  let written = 0;
  const write = database.transaction(() => {
    for (let at = 0; at < together; at++) {
      written += 1;
      came.run(bodies[0]);
      state.run((written * 7919) % groups, bodies[1]);
      goes.run(bodies[2]);
    }
  });
  const begun = performance.now();
  while (performance.now() - begun < MILLISECONDS / 2) write.immediate();
  const seconds = (performance.now() - begun) / 1000;
  database.close();
  return written / seconds;
};

/** Opens the store as after a kill: the mark of the worker before is still there. */
const reopen = async (): Promise<{ store: Store; milliseconds: number }> => {
  const settings = settingsIn(folder);
  writeFileSync(join(settings.dataFolder, 'worker.pid'), '');
  const begun = performance.now();
  const store = await openSqliteStore({ ...settings, isWorker: true });
  await store.waiting();
  await store.unsent();
  return { store, milliseconds: performance.now() - begun };
};

const measure = async (): Promise<StoreSize> => {
  const filling = await openSqliteStore({ ...settingsIn(folder), isWorker: true });
  const fill = (group: number) => turn(filling, addressOf(group), () => aGroup(group));
  await byHands(fill, (at) => at * AT_ONCE < groups);
  await filling.forget(Date.now());
  await filling.close();
  const bytes = (diskOf(settingsIn(folder).dataFolder) * 1e6) / groups;

  const { store, milliseconds: reopened } = await reopen();
  const goOn = (group: number) =>
    turn(store, addressOf(group), (known) => ({ ...known!, count: (known?.count ?? 0) + 1 }));
  const alone: number[] = [];
  for (let at = 0; at < 1500; at++) {
    const begun = performance.now();
    await goOn((at * 7919) % groups);
    if (at >= 500) alone.push(performance.now() - begun);
  }
  const allHandsFor = async (milliseconds: number): Promise<{ turns: number; seconds: number; cpu: number }> => {
    let turns = 0;
    const before = process.cpuUsage();
    const begun = performance.now();
    await byHands(
      async (group) => {
        await goOn(group);
        turns += 1;
      },
      () => performance.now() - begun < milliseconds,
    );
    const { user, system } = process.cpuUsage(before);
    return { turns, seconds: (performance.now() - begun) / 1000, cpu: user + system };
  };
  await allHandsFor(MILLISECONDS / 2);
  const { turns, seconds, cpu } = await allHandsFor(MILLISECONDS);
  const held = memory();
  await store.close();
  return {
    turns: turns / seconds,
    cpu: cpu / turns,
    p50: percentile(alone, 0.5),
    p99: percentile(alone, 0.99),
    reopened,
    bytes,
    memory: held,
    bare: { together: bareWrites(AT_ONCE), alone: bareWrites(1) },
  };
};

try {
  process.stdout.write(JSON.stringify(await measure()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
