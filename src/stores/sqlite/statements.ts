import type { Database } from 'better-sqlite3';
import type { Queries } from '../sql/queries.ts';
import type { Query } from '../sql/query.ts';

/** A query prepared by SQLite. */
export type Statement<Parameters, Row> = {
  /** Changes rows; gives how many. */
  run(given: Parameters): number;
  /** The first row. */
  one(given: Parameters): Row | undefined;
  all(given: Parameters): Row[];
};

export type Statements = {
  readonly [Name in keyof Queries]: Queries[Name] extends Query<infer Parameters, infer Row>
    ? Statement<Parameters, Row>
    : never;
};

const prepare = <Parameters, Row>(
  database: Database,
  { sql, order }: Query<Parameters, Row>,
): Statement<Parameters, Row> => {
  const statement = database.prepare<unknown[], Row>(sql);
  const inOrder = (given: Parameters): unknown[] => order.map((name) => given[name]);
  return {
    run: (given) => statement.run(inOrder(given)).changes,
    one: (given) => statement.get(inOrder(given)),
    all: (given) => statement.all(inOrder(given)),
  };
};

/** Prepares every query once. */
export const prepareAll = (database: Database, queries: Queries): Statements => {
  const prepared = Object.entries(queries).map(([name, query]) => [name, prepare(database, query as never)]);
  return Object.fromEntries(prepared) as Statements;
};
