import type { CompiledQuery } from 'kysely';

type Value = string | number | null;

/** A query compiled once: its text, and the names of its parameters in the order in which the text wants them. */
export type Query<Parameters, Row> = {
  readonly sql: string;
  readonly order: readonly (keyof Parameters)[];
  /** Only for the types. */
  readonly row?: Row;
};

/** Stands for each parameter while a query is built: Kysely hands it back, in its place, among the parameters. */
const namesOnly = new Proxy({}, { get: (_, name) => ({ name }) });

export const query = <Parameters extends Record<string, Value>, Row>(
  build: (given: Parameters) => { compile(): CompiledQuery<Row> },
): Query<Parameters, Row> => {
  const { sql, parameters } = build(namesOnly as Parameters).compile();
  return { sql, order: (parameters as readonly { name: string }[]).map(({ name }) => name) };
};

export type AtAddress = { address: string };
