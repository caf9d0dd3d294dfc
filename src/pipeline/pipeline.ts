import { setTimeout as sleep } from 'node:timers/promises';
import type { TakeTurn } from '../assistant/take-turn.ts';
import type { Channel } from '../channel.ts';
import type { Conversation } from '../domain/conversation.ts';
import { type Address, channelOf, type Incoming, type Message } from '../domain/message.ts';
import type { Log } from '../log.ts';
import type { NewIntake, Store } from '../store.ts';
import { createAddresses } from './addresses.ts';
import type { Observe } from './points.ts';
import { createSender } from './sender.ts';
import { createWorker } from './worker.ts';

export type PipelineParts = {
  readonly store: Store;
  readonly channels: readonly Channel[];
  readonly takeTurn: TakeTurn;
  readonly apology: (conversation: Conversation | null, incoming: Incoming) => Message;
  readonly newWord: () => string;
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
  /** Resolves when it is kept for good, and there is room for more. */
  take(items: readonly NewIntake[]): Promise<void>;
  /** Resolves when every turn is taken and everything sent. */
  settled(): Promise<void>;
};

/** So many turns and sends are under way at most before more is taken in: more would fill the memory, and the platform keeps it as well. */
const ROOM = 256;
const MOMENT = 5;

export const createPipeline = (parts: PipelineParts): Pipeline => {
  const { store, channels, log } = parts;
  const observe = parts.observe ?? (() => {});
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  const channelFor = (address: Address) => byName.get(channelOf(address));

  const addresses = createAddresses();
  const sender = createSender({
    store,
    channelFor,
    log,
    observe,
    chance: parts.chance,
    addresses,
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
  });

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
    settled,
    start: async () => {
      sender.add(await store.unsent());
      worker.add(await store.waiting());
      for (const channel of channels) await channel.start(take);
    },
    stop: async (within) => {
      stopping = true;
      await Promise.all(channels.map((channel) => channel.stop()));
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([settled(), new Promise((resolve) => (timer = setTimeout(resolve, within)))]);
      clearTimeout(timer);
      worker.stop();
      sender.stop();
    },
  };
};
