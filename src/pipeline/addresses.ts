import type { Address } from '../domain/message.ts';

/**
 * Where conversations go on that moved while the program runs. Each keeps the queue that it had, so that nothing overtakes anything:
 * the queue's key is the first address, what is in it goes to the last.
 */
export type Addresses = {
  /** The key of the queue of an address. */
  keyOf(address: Address): string;
  /** The address that a queue is for now. */
  currentOf(key: string): Address;
  moved(from: Address, to: Address): void;
};

export const createAddresses = (): Addresses => {
  const keys = new Map<Address, string>();
  const currents = new Map<string, Address>();
  const keyOf = (address: Address) => keys.get(address) ?? address;
  return {
    keyOf,
    currentOf: (key) => currents.get(key) ?? key,
    moved: (from, to) => {
      const key = keyOf(from);
      if (keyOf(to) === key) return;
      keys.set(to, key);
      currents.set(key, to);
    },
  };
};
