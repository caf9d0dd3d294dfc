import { deskOf, isThread, requestIn } from '../../src/domain/desk.ts';
import type { Address } from '../../src/domain/message.ts';
import type { Village, VillageDesk } from './village.ts';

/** What is known of a conversation of citizens, from what was told there and nothing else. */
export type Home = {
  /** Who answers, as they were told last. */
  told: 'bot' | 'waiting' | 'person';
  /** The thread of the request that they made last. */
  thread: Address | null;
  /** Who was asked for words that go to a person. */
  answering: string | null;
  /** The text that was shown to be sent, by which number it is confirmed, and by whom. */
  preview: { readonly number: number; readonly by: string; readonly canaries: readonly number[] } | null;
  /** What was said yes to and has not been seen at a desk yet: a desk that nobody reaches sends it on. */
  confirmed: Home['preview'];
  /** A wish that may go on in private, and what may go with it. */
  wish: { readonly number: number; readonly by: string; readonly canaries: readonly number[] } | null;
  /** What was asked last, with its answer: it may go with a request for a day. */
  asked: { readonly canary: number; readonly at: number }[];
  /** What partners bring, as it was told here. */
  readonly partners: Set<number>;
  /** The desk that they let see where they stand, and how they are called. */
  shownTo: Address | null;
};

/** What is known of a request at a desk. */
export type Request = {
  readonly home: Address;
  readonly desk: Address;
  /** What was shown before it was sent. */
  readonly preview: Set<number>;
  /** Everything that passed between the two sides. */
  readonly words: Set<number>;
  /** What was sent, by the number of its line; and which line something written in the thread became. */
  readonly lines: Map<number, readonly number[]>;
  readonly sources: Map<string, number>;
  /** What citizens said last. */
  said: readonly number[];
  isGone: boolean;
};

export type KeptNote = { readonly desk: Address; readonly canaries: ReadonlySet<number>; readonly isTold: boolean };

/** Where each canary may be seen, by what people did and were told. */
export type Ledger = ReturnType<typeof createLedger>;

export const createLedger = (village: Village) => {
  const moves = new Map<Address, Address>();
  const allowed = new Map<Address, Set<number>>();
  const homes = new Map<Address, Home>();
  const requests = new Map<Address, Request>();
  const notes = new Map<string, KeptNote>();
  const gaps = new Set<number>();
  /** What someone of a desk was shown before it is sent, by thread and person. */
  const composed = new Map<string, readonly number[]>();

  const current = (address: Address): Address => {
    const to = moves.get(address);
    return to === undefined ? address : current(to);
  };
  const at = (address: Address): Set<number> => {
    const found = allowed.get(current(address)) ?? new Set();
    allowed.set(current(address), found);
    return found;
  };
  const home = (address: Address): Home => {
    const found: Home = homes.get(current(address)) ?? {
      told: 'bot',
      thread: null,
      answering: null,
      preview: null,
      confirmed: null,
      wish: null,
      asked: [],
      partners: new Set(),
      shownTo: null,
    };
    homes.set(current(address), found);
    return found;
  };
  const forget = (thread: Address): void => {
    allowed.delete(thread);
    const request = requests.get(thread);
    if (request) request.isGone = true;
  };

  return {
    requests,
    notes,
    gaps,
    composed,
    current,
    home,
    forget,
    allow: (address: Address, canaries: Iterable<number>): void => {
      const set = at(address);
      for (const canary of canaries) set.add(canary);
    },
    allows: (address: Address, canary: number): boolean => at(address).has(canary),
    disallow: (address: Address, canary: number): void => void at(address).delete(canary),
    /** The desk of an address, where it is one or a thread of one. */
    deskAt: (address: Address): VillageDesk | undefined => village.desks.find((desk) => desk.at === deskOf(address)),
    /** The desk of the centre that a text names. */
    deskNamedIn: (text: string): Address | null =>
      village.desks.find(({ centre }) => text.includes(centre))?.at ?? null,
    /** The request that lives at an address and is not closed, as they were told. */
    openAt: (address: Address): Request | undefined => {
      const { thread, told } = home(address);
      return thread === null || told === 'bot' ? undefined : requests.get(thread);
    },
    /** The thread of a request that is known under another desk: it was passed on. */
    sameRequest: (thread: Address): Request | undefined =>
      [...requests].find(([other]) => isThread(other) && requestIn(other) === requestIn(thread))?.[1],
    /** All that was told here is erased, and with it every request that was made here. */
    erase: (address: Address): void => {
      const here = current(address);
      // Nothing tells any more where it was before, and nobody writes there.
      village.groups.find(({ addresses }) => addresses.includes(here))?.left.splice(0);
      allowed.delete(here);
      homes.delete(here);
      for (const [thread, request] of requests) if (current(request.home) === here) forget(thread);
    },
    move: (from: Address, to: Address): void => {
      const [before, state] = [at(from), home(from)];
      allowed.set(to, new Set([...(allowed.get(to) ?? []), ...before]));
      homes.set(to, state);
      moves.set(from, to);
    },
    asked: (address: Address, now: number, canaries: readonly number[], isAll: boolean): void => {
      const state = home(address);
      const added = canaries.map((canary) => ({ canary, at: now }));
      state.asked = isAll ? added : [...state.asked, ...added];
    },
  };
};
