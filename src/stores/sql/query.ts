import type { CompiledQuery } from 'kysely';

type Value = string | number | null;

/** A query compiled once: its text, and the names of its parameters in the order in which the text wants them. */
export type Query<Parameters, Row> = {
  readonly sql: string;
  readonly order: readonly (keyof Parameters)[];
  /** Only for the types. */
  readonly row?: Row;
};

/** A constant among the parameters would be taken for one that is given: it belongs in the text (`sql.lit`). */
const nameOf = (parameter: unknown): string => {
  const { name } = Object(parameter) as { readonly name?: unknown };
  if (typeof name !== 'string') throw new TypeError(`a query has the constant ${JSON.stringify(parameter)}`);
  return name;
};

/** Stands for each parameter while a query is built: Kysely hands it back, in its place, among the parameters. */
const namesOnly = new Proxy({}, { get: (_, name) => ({ name }) });

export const query = <Parameters extends Record<string, Value>, Row>(
  build: (given: Parameters) => { compile(): CompiledQuery<Row> },
): Query<Parameters, Row> => {
  const { sql, parameters } = build(namesOnly as Parameters).compile();
  return { sql, order: parameters.map(nameOf) };
};

export type AtAddress = { address: string };
