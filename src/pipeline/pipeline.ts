import { setTimeout as sleep } from 'node:timers/promises';
import type { FormFor } from '../assistant/form-for.ts';
import type { TakeTurn } from '../assistant/take-turn.ts';
import type { Channel, Look } from '../channel.ts';
import type { Conversation } from '../domain/conversation.ts';
import { deskOf, threadAddress } from '../domain/desk.ts';
import { type Address, channelOf, type Incoming, type Message } from '../domain/message.ts';
import { isOpen } from '../domain/request.ts';
import type { Log } from '../log.ts';
import type { NewIntake, Store } from '../store.ts';
import { createAddresses } from './addresses.ts';
import { type Clock, machineClock } from './clock.ts';
import type { Observe } from './points.ts';
import { createSender } from './sender.ts';
import { aroundOf, createWorker } from './worker.ts';

export type PipelineParts = {
  readonly store: Store;
  readonly channels: readonly Channel[];
  readonly takeTurn: TakeTurn;
  readonly apology: (conversation: Conversation | null, incoming: Incoming) => Message;
  /** The form that a button opens, for who pressed it in a conversation of which this is known. */
  readonly formFor: FormFor;
  /** What comes in by itself at each start. */
  readonly atStart: () => readonly NewIntake[];
  /** A conversation goes on at another address from now on. */
  readonly onMoved?: (from: Address, to: Address) => void;
  readonly newWord: () => string;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** How the waiting passes; the machine's own where it is absent. */
  readonly clock?: Clock | undefined;
  readonly chance: () => number;
  readonly log: Log;
  readonly observe?: Observe;
};

/**
 * The way of one message: kept, worked, committed, sent. What was acknowledged is never lost, no update changes a state twice, order is kept in
 * each conversation, and a kill at any point leaves state and deliveries equal.
 */
export type Pipeline = {
  /** Takes up what was left behind, then lets the channels receive. */
  start(): Promise<void>;
  /** Ends receiving and finishes what was begun, within this time in milliseconds; what is not sent goes out at the next start. */
  stop(within: number): Promise<void>;
  /** Takes in what is due; once a second by itself. */
  ring(): Promise<void>;
  /** Resolves when it is kept for good, and there is room for more. */
  take(items: readonly NewIntake[]): Promise<void>;
  /** Resolves when every turn is taken and everything sent. */
  settled(): Promise<void>;
};

/** So many turns and sends are under way at most before more is taken in: more would fill the memory, and the platform keeps it as well. */
const ROOM = 256;
const MOMENT = 5;
const BETWEEN_RINGS = 1000;

export const createPipeline = (parts: PipelineParts): Pipeline => {
  const { store, channels, log, clock = machineClock } = parts;
  const observe = parts.observe ?? (() => {});
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  const channelFor = (address: Address) => byName.get(channelOf(address));

  const addresses = createAddresses();
  /** Moves a conversation, and, where it is a desk, lets each of its open requests be shown where it is now. */
  const move = async (from: Address, to: Address): Promise<void> => {
    await store.move(from, to);
    addresses.moved(from, to);
    parts.onMoved?.(deskOf(from), deskOf(to));
    const threads = await store.threadsAt(deskOf(to));
    const shownAnew = threads.flatMap(({ desk }): NewIntake[] => {
      if (!desk || !isOpen(desk.request)) return [];
      const address = threadAddress(deskOf(to), desk.request.id);
      const event = { kind: 'moved-in' } as const;
      const incoming: Incoming = { address, place: 'group', title: null, from: null, at: parts.now(), event };
      return [{ channel: 'move', id: address, incoming }];
    });
    worker.add(await store.take(shownAnew));
  };
  const sender = createSender({
    store,
    channelFor,
    log,
    observe,
    chance: parts.chance,
    addresses,
    move,
    clock,
    onMet: async (address, number, kind) => {
      const at = parts.now();
      const incoming: Incoming = { address, place: 'private', title: null, from: null, at, event: { kind } };
      worker.add(await store.take([{ channel: 'sender', id: `${kind} ${number}`, incoming }]));
    },
  });
  const worker = createWorker({
    store,
    channelFor,
    takeTurn: parts.takeTurn,
    apology: parts.apology,
    newWord: parts.newWord,
    log,
    observe,
    onQueued: (queued) => sender.add(queued),
    addresses,
    move,
    clock,
  });

  const look: Look = {
    form: async ({ address, thread, choice, by, written }) => {
      const found = (thread === null ? null : await store.addressOf(address, thread)) ?? address;
      const kept = await store.load(found);
      const around = aroundOf({ store, channelFor, newWord: parts.newWord }, { address: found, from: by });
      return parts.formFor({ address: found, choice, by, written }, kept?.conversation ?? null, around);
    },
  };

  const ring = async (): Promise<void> => worker.add(await store.ring(parts.now()));
  let bell: NodeJS.Timeout | undefined;

  let stopping = false;
  const take = async (items: readonly NewIntake[]): Promise<void> => {
    observe('take');
    const taken = await store.take(items);
    observe('taken');
    worker.add(taken);
    while (worker.size + sender.sending > ROOM && !stopping) await sleep(MOMENT);
  };

  const settled = async (): Promise<void> => {
    while (worker.size > 0 || sender.size > 0) {
      await worker.idle();
      await sender.idle();
    }
  };

  return {
    take,
    ring,
    settled,
    start: async () => {
      sender.resume(await store.unsent());
      worker.add(await store.waiting());
      for (const channel of channels) await channel.start(take, look);
      // What was due while it was away comes before what begins anew.
      await ring();
      await take(parts.atStart());
      bell = setInterval(() => void ring().catch(() => {}), BETWEEN_RINGS);
    },
    stop: async (within) => {
      stopping = true;
      clearInterval(bell);
      await Promise.all(channels.map((channel) => channel.stop()));
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([settled(), new Promise((resolve) => (timer = setTimeout(resolve, within)))]);
      clearTimeout(timer);
      worker.stop();
      sender.stop();
    },
  };
};
