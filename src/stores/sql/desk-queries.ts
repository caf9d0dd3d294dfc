import { type Kysely, sql } from 'kysely';
import { type AtAddress, query } from './query.ts';
import type { Tables } from './tables.ts';

/** The queries of what the desks need: threads, what is due, notes, what people thought of answers, and gaps. */
export const createDeskQueries = (db: Kysely<Tables>) => ({
  threadsAt: query((given: { from: string; to: string }) =>
    db
      .selectFrom('conversation')
      .select(['version', 'form', 'body'])
      .where('address', '>', given.from)
      .where('address', '<', given.to)
      .orderBy('version', 'desc'),
  ),
  groupsShownTo: query((given: { centre: string }) =>
    db
      .selectFrom('conversation')
      .select(['version', 'form', 'body'])
      .where('shown_to', '=', given.centre)
      .where('left_at', 'is', null)
      .orderBy('version'),
  ),
  /** The addresses of threads, of whatever is kept of them. */
  threads: query((given: { from: string; to: string }) => {
    const within = (table: 'conversation' | 'waiting' | 'delivery' | 'alarm' | 'thread' | 'message') =>
      db.selectFrom(table).select('address').where('address', '>', given.from).where('address', '<', given.to);
    return within('conversation')
      .union(within('waiting'))
      .union(within('delivery'))
      .union(within('alarm'))
      .union(within('thread'))
      .union(within('message'));
  }),
  setThread: query((given: { address: string; desk: string; shownAs: string }) =>
    db
      .insertInto('thread')
      .values({ address: given.address, desk: given.desk, shown_as: given.shownAs })
      .onConflict((conflict) =>
        conflict
          .column('address')
          .doUpdateSet((row) => ({ desk: row.ref('excluded.desk'), shown_as: row.ref('excluded.shown_as') })),
      ),
  ),
  threadOf: query((given: AtAddress) =>
    db.selectFrom('thread').select('shown_as').where('address', '=', given.address),
  ),
  addressOf: query((given: { desk: string; shownAs: string }) =>
    db.selectFrom('thread').select('address').where('desk', '=', given.desk).where('shown_as', '=', given.shownAs),
  ),
  setAlarm: query((given: { address: string; name: string; due: number }) =>
    db
      .insertInto('alarm')
      .values({ address: given.address, name: given.name, due: given.due })
      .onConflict((conflict) =>
        conflict.columns(['address', 'name']).doUpdateSet((row) => ({ due: row.ref('excluded.due') })),
      ),
  ),
  removeAlarm: query((given: { address: string; name: string }) =>
    db.deleteFrom('alarm').where('address', '=', given.address).where('name', '=', given.name),
  ),
  due: query((given: { now: number; limit: number }) =>
    db.selectFrom('alarm').selectAll().where('due', '<=', given.now).orderBy('due').limit(given.limit),
  ),
  setNote: query((given: { id: string; body: string }) =>
    db
      .insertInto('note')
      .values({ id: given.id, body: given.body })
      .onConflict((conflict) => conflict.column('id').doUpdateSet((row) => ({ body: row.ref('excluded.body') }))),
  ),
  removeNote: query((given: { id: string }) => db.deleteFrom('note').where('id', '=', given.id)),
  notes: query((_: Record<never, never>) => db.selectFrom('note').selectAll().orderBy('id')),
  addFeedback: query(
    (given: {
      number: number;
      address: string;
      answer: string;
      person: string;
      at: number;
      useful: number;
      lack: string | null;
      language: string;
      passages: string;
    }) =>
      db.insertInto('feedback').values({
        number: given.number,
        address: given.address,
        answer: given.answer,
        person: given.person,
        at: given.at,
        useful: given.useful,
        lack: given.lack,
        language: given.language,
        passages: given.passages,
      }),
  ),
  removeFeedback: query((given: { address: string; answer: string; person: string }) =>
    db
      .deleteFrom('feedback')
      .where('address', '=', given.address)
      .where('answer', '=', given.answer)
      .where('person', '=', given.person),
  ),
  feedback: query((_: Record<never, never>) => db.selectFrom('feedback').selectAll().orderBy('number', 'desc')),
  forgetFeedback: query((given: { before: number }) => db.deleteFrom('feedback').where('at', '<', given.before)),
  moveAlarms: query((given: { from: string; to: string }) =>
    db.updateTable('alarm').set({ address: given.to }).where('address', '=', given.from),
  ),
  moveJudges: query((given: { from: string; to: string }) =>
    db.updateTable('feedback').set({ address: given.to }).where('address', '=', given.from),
  ),
  eraseThread: query((given: AtAddress) => db.deleteFrom('thread').where('address', '=', given.address)),
  eraseAlarms: query((given: AtAddress) => db.deleteFrom('alarm').where('address', '=', given.address)),
  eraseJudges: query((given: AtAddress) =>
    db
      .updateTable('feedback')
      .set({ address: sql.lit(''), person: sql.lit('') })
      .where('address', '=', given.address),
  ),
  addGap: query((given: { number: number; at: number; meaning: string | null; language: string; body: string }) =>
    db.insertInto('gap').values({
      number: given.number,
      at: given.at,
      meaning: given.meaning,
      language: given.language,
      body: given.body,
    }),
  ),
  gaps: query((_: Record<never, never>) => db.selectFrom('gap').selectAll().orderBy('number', 'desc')),
  removeGap: query((given: { number: number }) => db.deleteFrom('gap').where('number', '=', given.number)),
  forgetGaps: query((given: { before: number }) => db.deleteFrom('gap').where('at', '<', given.before)),
});
