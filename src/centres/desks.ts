import { type Centre, reachedThrough } from '../domain/centre.ts';
import type { Address } from '../domain/message.ts';

/** The centres with their desks where these are now: a staff group may go on at another address than the centres' file tells. */
export type Desks = {
  readonly centres: readonly Centre[];
  isDesk(address: Address): boolean;
  /** These are the centres, and these the channels that are served; the other argument tells where a desk is now. */
  begin(
    centres: readonly Centre[],
    channels: readonly { readonly name: string }[],
    currentAddress: (address: Address) => Promise<Address>,
  ): Promise<void>;
  /** What was at the first address goes on at the other. */
  moved(from: Address, to: Address): void;
};

/** @param tell takes a line for the operator: of each desk that cannot be asked, or is elsewhere than its centre's file tells */
export const createDesks = (named: readonly Centre[], tell: (line: string) => void): Desks => {
  let centres = named;
  const moved = (from: Address, to: Address): void => {
    if (from === to || !centres.some(({ desk }) => desk?.at === from)) return;
    centres = centres.map((centre) =>
      centre.desk?.at === from ? { ...centre, desk: { ...centre.desk, at: to } } : centre,
    );
    tell(`the desk ${from} is at ${to} now and goes on there: write "${to}" in its place in CENTRES_FILE`);
  };
  return {
    get centres() {
      return centres;
    },
    isDesk: (address) => centres.some(({ desk }) => desk?.at === address),
    begin: async (given, channels, currentAddress) => {
      const names = channels.map(({ name }) => name);
      centres = reachedThrough(given, names, (name) =>
        tell(`the desk of "${name}" is in a channel that is not served here: nobody is asked there`),
      );
      for (const at of new Set(centres.flatMap(({ desk }) => desk?.at ?? []))) moved(at, await currentAddress(at));
    },
    moved,
  };
};
