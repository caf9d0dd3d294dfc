import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Tables } from './tables.ts';

const first: Migration = {
  up: async (db: Kysely<Pick<Tables, 'counter'>>) => {
    const { schema } = db;
    await schema
      .createTable('counter')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('last', 'bigint', (column) => column.notNull())
      .execute();
    await db.insertInto('counter').values({ id: 1, last: 0 }).execute();
    await schema
      .createTable('sealing_key')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('proof', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('intake')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('taken_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('intake_once', ['channel', 'id'])
      .execute();
    await schema
      .createTable('waiting')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('conversation')
      .addColumn('address', 'text', (column) => column.primaryKey())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('form', 'integer', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('delivery')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('body', 'text')
      .execute();
    await schema
      .createTable('message')
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('shown_as', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('message_key', ['address', 'key'])
      .execute();
    await schema.createIndex('message_shown').on('message').columns(['address', 'shown_as']).execute();
    await schema
      .createTable('member')
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('member_key', ['address', 'person'])
      .execute();
    await schema.createIndex('member_person').on('member').columns(['person']).execute();
    await schema
      .createTable('moved')
      .addColumn('address', 'text', (column) => column.primaryKey())
      .addColumn('goes_on_at', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('moved_goes_on').on('moved').columns(['goes_on_at']).execute();
  },
};

const left: Migration = {
  up: async ({ schema }: Kysely<unknown>) => {
    await schema.alterTable('conversation').addColumn('left_at', 'bigint').execute();
    // Of the few that were left only: the many others cost nothing.
    await schema
      .createIndex('conversation_left')
      .on('conversation')
      .columns(['left_at'])
      .where('left_at', 'is not', null)
      .execute();
  },
};

const gaps: Migration = {
  up: async ({ schema }: Kysely<unknown>) => {
    await schema
      .createTable('gap')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('meaning', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .execute();
  },
};

const desk: Migration = {
  up: async ({ schema }: Kysely<unknown>) => {
    await schema
      .createTable('thread')
      .addColumn('address', 'text', (column) => column.primaryKey())
      .addColumn('desk', 'text', (column) => column.notNull())
      .addColumn('shown_as', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('thread_shown').on('thread').columns(['desk', 'shown_as']).execute();
    await schema
      .createTable('alarm')
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('due', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('alarm_key', ['address', 'name'])
      .execute();
    await schema.createIndex('alarm_due').on('alarm').columns(['due']).execute();
    await schema
      .createTable('note')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('body', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('feedback')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('useful', 'integer', (column) => column.notNull())
      .addColumn('lack', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('passages', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('feedback_answer').on('feedback').columns(['address', 'answer', 'person']).execute();
    await schema.alterTable('delivery').addColumn('thread', 'text').execute();
    await schema.alterTable('conversation').addColumn('asked_at', 'bigint').execute();
    await schema
      .createIndex('conversation_asked')
      .on('conversation')
      .columns(['asked_at'])
      .where('asked_at', 'is not', null)
      .execute();
  },
};

const shown: Migration = {
  up: async ({ schema }: Kysely<unknown>) => {
    await schema.alterTable('conversation').addColumn('shown_to', 'text').execute();
    await schema
      .createIndex('conversation_shown')
      .on('conversation')
      .columns(['shown_to'])
      .where('shown_to', 'is not', null)
      .execute();
  },
};

/** Every form that the tables had, in order; one that was released is never changed again. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-left': left,
  '0003-gaps': gaps,
  '0004-desk': desk,
  '0005-shown': shown,
};
