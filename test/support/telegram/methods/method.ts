import type { World } from '../world.ts';

/** What a method may know of the connection that its call came by. */
export type Connection = {
  /** Tells whom to call when the connection ends before the answer. */
  readonly gone: (forget: () => void) => void;
};

export type Method = {
  /** The name of its parameters' type in the Bot API's types; without it, it takes none. */
  readonly parameters?: string;
  readonly run: (world: World, parameters: Readonly<Record<string, unknown>>, connection: Connection) => unknown;
};

/** A method whose parameters were checked against the schema of this type, so that they may be read as such. */
export const method = <Parameters>(
  parameters: string,
  run: (world: World, parameters: Parameters, connection: Connection) => unknown,
): Method => ({ parameters, run: (world, checked, connection) => run(world, checked as Parameters, connection) });
