import { deskOf, withDesk } from '../domain/desk.ts';
import type { Address } from '../domain/message.ts';

/**
 * Where conversations go on that moved while the program runs. Each keeps the queue that it had, so that nothing overtakes anything:
 * the queue's key is the first address, what is in it goes to the last. A desk's threads go with it.
 */
export type Addresses = {
  /** The key of the queue of an address. */
  keyOf(address: Address): string;
  /** Where what stands in a queue under an address goes now. */
  currentOf(key: string, address: Address): Address;
  /** A move is known: what comes in for either address stands in one queue from now on. */
  joined(from: Address, to: Address): void;
  /** The move is made: what stands in that queue goes to the new address. */
  moved(from: Address, to: Address): void;
};

export const createAddresses = (): Addresses => {
  const keys = new Map<Address, string>();
  const currents = new Map<string, Address>();
  const keyOf = (address: Address) => withDesk(address, keys.get(deskOf(address)) ?? deskOf(address));
  const joined = (from: Address, to: Address): void => {
    const key = keyOf(deskOf(from));
    if (keyOf(deskOf(to)) !== key) keys.set(deskOf(to), key);
  };
  return {
    keyOf,
    joined,
    currentOf: (key, address) => {
      const current = currents.get(deskOf(key));
      return current === undefined ? address : withDesk(key, current);
    },
    moved: (from, to) => {
      joined(from, to);
      currents.set(keyOf(deskOf(from)), deskOf(to));
    },
  };
};
