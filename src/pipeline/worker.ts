import type { TakeTurn } from '../assistant/take-turn.ts';
import type { Around, Taken } from '../assistant/track/here.ts';
import type { Channel } from '../channel.ts';
import type { Conversation } from '../domain/conversation.ts';
import { type Address, channelOf, type Delivery, type Incoming, type Message } from '../domain/message.ts';
import type { Intake, NewIntake, Queued, Store } from '../store.ts';
import type { Addresses } from './addresses.ts';
import type { Clock } from './clock.ts';
import { createOneByOne } from './one-by-one.ts';
import type { Observe } from './points.ts';

export type WorkerParts = {
  readonly store: Store;
  readonly channelFor: (address: Address) => Channel | undefined;
  readonly takeTurn: TakeTurn;
  /** What is said where a turn failed for good. */
  readonly apology: (conversation: Conversation | null, incoming: Incoming) => Message;
  readonly newWord: () => string;
  readonly log: { readonly warn: (line: string) => void };
  readonly observe: Observe;
  /** What a turn leaves to send. */
  readonly onQueued: (queued: readonly Queued[]) => void;
  readonly addresses: Addresses;
  /** Moves a conversation to another address. */
  readonly move: (from: Address, to: Address) => Promise<void>;
  readonly clock: Clock;
};

const MOST_TRIES = 5;
const FIRST_WAIT = 100;
const LONGEST_WAIT = 30_000;

const waitFor = (tries: number): number => Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries);

/** Cuts what is shown into as many messages as the channel needs; each has a key of its own. */
const cut = (channel: Channel | undefined, delivery: Delivery): Delivery[] => {
  if (!channel?.split || (delivery.kind !== 'post' && delivery.kind !== 'update')) return [delivery];
  return channel.split(delivery.message).map((message, at, all) => ({
    ...delivery,
    message,
    // The last part carries the buttons: later updates are of it.
    key: at === all.length - 1 ? delivery.key : `${delivery.key}~${at + 1}`,
  }));
};

export const aroundOf = (
  { store, channelFor, newWord }: Pick<WorkerParts, 'store' | 'channelFor' | 'newWord'>,
  { address, from }: Pick<Incoming, 'address' | 'from'>,
): Around => {
  const channel = channelFor(address);
  return {
    newWord,
    isAdmin: async () => from?.admin ?? (from ? ((await channel?.isAdmin?.(address, from.id)) ?? false) : false),
    isMember: async () => (from ? ((await channel?.isMember?.(address, from.id)) ?? true) : false),
    isMemberOf: async (place) =>
      from !== null &&
      ((await channelFor(place)?.isMember?.(place, from.id)) ?? channelOf(place) === channelOf(address)),
    groupsOf: async (person) => {
      const groups = [];
      for (const membership of await store.groupsOf(person.id)) {
        const kept = await store.load(membership.address);
        const isIn = kept && ((await channel?.isMember?.(membership.address, person.id)) ?? true);
        if (isIn) groups.push({ title: kept.conversation.title ?? membership.title, conversation: kept.conversation });
      }
      return groups;
    },
    readers: async () => (await channel?.readersOf?.(address)) ?? null,
    mostBytes: channel?.mostBytes ?? null,
    seesAll: channel?.seesAll ?? false,
    threadsAt: (desk) => store.threadsAt(desk),
    groupsShownTo: (centre) => store.groupsShownTo(centre),
    gaps: () => store.gaps(),
    notes: () => store.notes(),
    groupLink: channel?.groupLink ? (word) => channel.groupLink!(word) : null,
    handle: channel?.handle?.() ?? null,
  };
};

/** A letter as what comes in where it goes. */
const letterFor = (intake: Intake, at: number, { to, place, letter }: Taken['letters'][number]): NewIntake => ({
  channel: 'letter',
  id: `${intake.number}.${at}`,
  incoming: {
    address: to,
    place,
    title: null,
    from: null,
    at: intake.incoming.at,
    event: { kind: 'letter', letter },
  },
});

export type Worker = {
  add(intakes: readonly Intake[]): void;
  idle(): Promise<void>;
  /** Ends waiting to try a failed turn again: it is taken up at the next start. */
  stop(): void;
  readonly size: number;
};

/** Takes the turns: one at a time for each address, each committed whole with all that follows from it. */
export const createWorker = (parts: WorkerParts): Worker => {
  const { store, channelFor, takeTurn, observe, log, onQueued, addresses, clock } = parts;
  const stopping = new AbortController();

  /** What an answer replies to comes in by the platform's name of it; a turn knows our own. */
  const withOurKey = async (incoming: Incoming): Promise<Incoming> => {
    const { event } = incoming;
    if (!('repliesTo' in event) || event.repliesTo === undefined) return incoming;
    const { repliesTo, ...rest } = event;
    const key = await store.keyOf(incoming.address, repliesTo);
    return { ...incoming, event: key === null ? rest : { ...rest, repliesTo: key } };
  };

  /** One try at a turn; false when the state was changed meanwhile. */
  const tryTurn = async (intake: Intake): Promise<boolean> => {
    const { incoming } = intake;
    const { address, event, from } = incoming;
    observe('load');
    const kept = await store.load(address);
    observe('loaded');
    const heard = await withOurKey(incoming);
    const taken = await takeTurn(heard, kept?.conversation ?? null, aroundOf(parts, incoming));
    observe('turn');
    // What was told where a conversation is no more is told anew where it goes on.
    if (addresses.currentOf(addresses.keyOf(address), address) !== address) return false;
    const channel = channelFor(address);
    // Whom a turn notes as heard; a desk notes nobody, and is nobody's group.
    const isNew =
      incoming.place === 'group' &&
      from !== null &&
      !(from.id in (kept?.conversation.members ?? {})) &&
      from.id in (taken.conversation?.members ?? {});
    observe('commit');
    const done = await store.commit({
      number: intake.number,
      address,
      version: kept?.version ?? null,
      conversation: taken.conversation,
      deliveries: taken.deliveries.flatMap((delivery) => cut(channel, delivery)),
      letters: taken.letters.map((letter, at) => letterFor(intake, at, letter)),
      gaps: taken.gaps,
      alarms: taken.alarms,
      feedback: taken.feedback,
      notes: taken.notes,
      settledGaps: taken.settledGaps,
      members: isNew ? [{ person: from.id, address, title: incoming.title ?? '' }] : [],
    });
    if (done === 'stale') return false;
    observe('committed');
    if (event.kind === 'press') channel?.answerPress?.(event.ticket, taken.note);
    onQueued(done.queued);
    add(done.taken);
    return true;
  };

  const move = async (intake: Intake, from: Address, to: Address): Promise<void> => {
    await parts.move(from, to);
    await store.giveUp(intake.number, []);
  };

  const giveUp = async (intake: Intake): Promise<void> => {
    const kept = await store.load(intake.incoming.address);
    const message = parts.apology(kept?.conversation ?? null, intake.incoming);
    const apology: Delivery = { kind: 'post', address: intake.incoming.address, key: `sorry${intake.number}`, message };
    onQueued(await store.giveUp(intake.number, [apology]));
  };

  const work = async (intake: Intake, key: string): Promise<void> => {
    // Behind a turn that was left at the end nothing goes on: order is kept until the next start.
    stopping.signal.throwIfAborted();
    for (let tries = intake.tries, waits = 0; ; ) {
      // What waited behind a move is worked where the conversation goes on.
      const address = addresses.currentOf(key, intake.incoming.address);
      const here: Intake = { ...intake, incoming: { ...intake.incoming, address } };
      try {
        const { event } = here.incoming;
        if (event.kind === 'moved') return await move(here, address, event.to);
        if (await tryTurn(here)) return;
      } catch (error) {
        // Names only: a message may hold what people wrote.
        log.warn(`a turn failed (${error instanceof Error ? error.name : typeof error}); it is tried again`);
        try {
          tries = await store.failed(intake.number);
          if (tries >= MOST_TRIES) return await giveUp(here);
        } catch {
          log.warn('the store takes nothing just now (is the disk full?); what came in is kept and tried again');
          waits += 1;
        }
        await clock.sleep(waitFor(Math.max(tries, waits)), stopping.signal);
      }
    }
  };

  const queue = createOneByOne<Intake>(work, () => {
    if (!stopping.signal.aborted) log.warn('a turn was left: it is taken up again at the next start');
  });
  const add = (intakes: readonly Intake[]): void => {
    for (const intake of intakes) {
      const { address, event } = intake.incoming;
      if (event.kind === 'moved') addresses.joined(address, event.to);
      queue.add(addresses.keyOf(address), intake);
    }
  };
  return {
    add,
    idle: () => queue.idle(),
    stop: () => stopping.abort(),
    get size() {
      return queue.size;
    },
  };
};
