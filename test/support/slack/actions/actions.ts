import type { World } from '../world.ts';
import { createCommands } from './commands.ts';
import { createForms } from './forms.ts';
import { createLevers, type Machine } from './levers.ts';
import { createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createPressing } from './pressing.ts';
import { createReads } from './reads.ts';

/** Everything that can be done to the server from outside of the Web API; plain values in, plain values out. */
export const createActions = (world: World, machine: Machine) => ({
  ...createPlaces(world),
  ...createPeople(world),
  ...createPressing(world),
  ...createForms(world),
  ...createCommands(world),
  ...createReads(world),
  ...createLevers(world, machine),
});

export type Actions = ReturnType<typeof createActions>;

/** The same actions from another process, or from this one by the same words. */
export type Remote = {
  readonly [Name in keyof Actions]: (
    ...given: Parameters<Actions[Name]>
  ) => Promise<Awaited<ReturnType<Actions[Name]>>>;
};
