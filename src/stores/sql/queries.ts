import type { Kysely } from 'kysely';
import { createDeskQueries } from './desk-queries.ts';
import { type AtAddress, query } from './query.ts';
import type { Tables } from './tables.ts';

type ConversationRow = AtAddress & {
  version: number;
  form: number;
  body: string;
  leftAt: number | null;
  askedAt: number | null;
  shownTo: string | null;
};
type Page = { after: number; limit: number };

/** Every query of the store, in the dialect of a database. */
export const createQueries = (db: Kysely<Tables>) => ({
  ...createDeskQueries(db),

  last: query((_: Record<never, never>) => db.selectFrom('counter').select('last')),
  setLast: query((given: { last: number }) => db.updateTable('counter').set({ last: given.last })),

  follow: query((given: AtAddress) => db.selectFrom('moved').select('goes_on_at').where('address', '=', given.address)),
  addMove: query((given: { address: string; goesOnAt: string }) =>
    db.insertInto('moved').values({ address: given.address, goes_on_at: given.goesOnAt }),
  ),
  moveOn: query((given: { from: string; to: string }) =>
    db.updateTable('moved').set({ goes_on_at: given.to }).where('goes_on_at', '=', given.from),
  ),

  addIntake: query((given: { number: number; channel: string; id: string; takenAt: number }) =>
    db
      .insertInto('intake')
      .values({ number: given.number, channel: given.channel, id: given.id, taken_at: given.takenAt })
      .onConflict((conflict) => conflict.columns(['channel', 'id']).doNothing()),
  ),
  intakesAfter: query((given: Page) =>
    db
      .selectFrom('intake')
      .leftJoin('waiting', 'waiting.number', 'intake.number')
      .select(['intake.number', 'intake.taken_at', 'waiting.number as waits'])
      .where('intake.number', '>', given.after)
      .orderBy('intake.number')
      .limit(given.limit),
  ),
  removeIntake: query((given: { number: number }) => db.deleteFrom('intake').where('number', '=', given.number)),

  addWaiting: query((given: { number: number; address: string; tries: number; body: string }) =>
    db
      .insertInto('waiting')
      .values({ number: given.number, address: given.address, tries: given.tries, body: given.body }),
  ),
  removeWaiting: query((given: { number: number }) => db.deleteFrom('waiting').where('number', '=', given.number)),
  addTry: query((given: { number: number }) =>
    db
      .updateTable('waiting')
      .set((row) => ({ tries: row(row.ref('tries'), '+', row.lit(1)) }))
      .where('number', '=', given.number)
      .returning('tries'),
  ),
  waiting: query((_: Record<never, never>) => db.selectFrom('waiting').selectAll().orderBy('number')),
  waitingAt: query((given: AtAddress) =>
    db.selectFrom('waiting').selectAll().where('address', '=', given.address).orderBy('number'),
  ),

  conversation: query((given: AtAddress) =>
    db.selectFrom('conversation').select(['version', 'form', 'body']).where('address', '=', given.address),
  ),
  version: query((given: AtAddress) =>
    db.selectFrom('conversation').select('version').where('address', '=', given.address),
  ),
  addConversation: query((given: ConversationRow) =>
    db.insertInto('conversation').values({
      address: given.address,
      version: given.version,
      form: given.form,
      body: given.body,
      left_at: given.leftAt,
      asked_at: given.askedAt,
      shown_to: given.shownTo,
    }),
  ),
  setConversation: query((given: ConversationRow) =>
    db
      .updateTable('conversation')
      .set({
        version: given.version,
        form: given.form,
        body: given.body,
        left_at: given.leftAt,
        asked_at: given.askedAt,
        shown_to: given.shownTo,
      })
      .where('address', '=', given.address),
  ),
  leftBefore: query((given: { before: number; limit: number }) =>
    db.selectFrom('conversation').select('address').where('left_at', '<', given.before).limit(given.limit),
  ),

  askedBefore: query((given: { before: number; limit: number }) =>
    db
      .selectFrom('conversation')
      .select(['address', 'version', 'form', 'body'])
      .where('asked_at', '<', given.before)
      .limit(given.limit),
  ),

  addDelivery: query(
    (given: {
      number: number;
      address: string;
      key: string;
      kind: string;
      body: string | null;
      thread: string | null;
    }) =>
      db.insertInto('delivery').values({
        number: given.number,
        address: given.address,
        key: given.key,
        kind: given.kind,
        body: given.body,
        thread: given.thread,
      }),
  ),
  takeDelivery: query((given: { number: number }) =>
    db.deleteFrom('delivery').where('number', '=', given.number).returning(['address', 'key', 'kind']),
  ),
  unsent: query((_: Record<never, never>) =>
    db
      .selectFrom('delivery')
      .leftJoin('message', (join) =>
        join.onRef('message.address', '=', 'delivery.address').onRef('message.key', '=', 'delivery.key'),
      )
      .selectAll('delivery')
      .select('shown_as')
      .orderBy('number'),
  ),
  unsentAt: query((given: AtAddress) =>
    db.selectFrom('delivery').selectAll().where('address', '=', given.address).orderBy('number'),
  ),

  setShown: query((given: { address: string; key: string; shownAs: string }) =>
    db
      .insertInto('message')
      .values({ address: given.address, key: given.key, shown_as: given.shownAs })
      .onConflict((conflict) =>
        conflict.columns(['address', 'key']).doUpdateSet((row) => ({ shown_as: row.ref('excluded.shown_as') })),
      ),
  ),
  removeShown: query((given: { address: string; key: string }) =>
    db.deleteFrom('message').where('address', '=', given.address).where('key', '=', given.key),
  ),
  shownAs: query((given: { address: string; key: string }) =>
    db.selectFrom('message').select('shown_as').where('address', '=', given.address).where('key', '=', given.key),
  ),
  keyOf: query((given: { address: string; shownAs: string; from: string; to: string }) =>
    db
      .selectFrom('message')
      .select('key')
      .where('address', '=', given.address)
      .where((is) =>
        is.or([
          is('shown_as', '=', given.shownAs),
          is.and([is('shown_as', '>=', given.from), is('shown_as', '<', given.to)]),
        ]),
      ),
  ),

  setMember: query((given: { address: string; person: string; title: string }) =>
    db
      .insertInto('member')
      .values({ address: given.address, person: given.person, title: given.title })
      .onConflict((conflict) =>
        conflict.columns(['address', 'person']).doUpdateSet((row) => ({ title: row.ref('excluded.title') })),
      ),
  ),
  groupsOf: query((given: { person: string }) =>
    db.selectFrom('member').selectAll().where('person', '=', given.person).orderBy('address'),
  ),
  membersAt: query((given: AtAddress) => db.selectFrom('member').selectAll().where('address', '=', given.address)),

  moveConversation: query((given: { from: string; to: string; version: number }) =>
    db.updateTable('conversation').set({ address: given.to, version: given.version }).where('address', '=', given.from),
  ),
  moveWaiting: query((given: { from: string; to: string }) =>
    db.updateTable('waiting').set({ address: given.to }).where('address', '=', given.from),
  ),
  moveDeliveries: query((given: { from: string; to: string }) =>
    db.updateTable('delivery').set({ address: given.to }).where('address', '=', given.from),
  ),

  eraseConversation: query((given: AtAddress) => db.deleteFrom('conversation').where('address', '=', given.address)),
  eraseWaiting: query((given: AtAddress) => db.deleteFrom('waiting').where('address', '=', given.address)),
  eraseDeliveries: query((given: AtAddress) => db.deleteFrom('delivery').where('address', '=', given.address)),
  eraseMessages: query((given: AtAddress) => db.deleteFrom('message').where('address', '=', given.address)),
  eraseMembers: query((given: AtAddress) => db.deleteFrom('member').where('address', '=', given.address)),
  eraseMoves: query((given: AtAddress) => db.deleteFrom('moved').where('goes_on_at', '=', given.address)),

  addresses: query((_: Record<never, never>) =>
    db
      .selectFrom('conversation')
      .select('address')
      .union(db.selectFrom('waiting').select('address'))
      .union(db.selectFrom('delivery').select('address'))
      .union(db.selectFrom('member').select('address'))
      .orderBy('address'),
  ),
});

export type Queries = ReturnType<typeof createQueries>;
