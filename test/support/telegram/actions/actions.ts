import type { World } from '../world.ts';
import { createLevers } from './levers.ts';
import { createPeople } from './people.ts';
import { createPlaces } from './places.ts';

/** Everything that can be done to the server from outside of the Bot API; plain values in, plain values out. */
export const createActions = (world: World) => ({
  ...createPlaces(world),
  ...createPeople(world),
  ...createLevers(world),
});

export type Actions = ReturnType<typeof createActions>;

/** The same actions from another process, or from this one by the same words. */
export type Remote = {
  readonly [Name in keyof Actions]: (
    ...given: Parameters<Actions[Name]>
  ) => Promise<Awaited<ReturnType<Actions[Name]>>>;
};
