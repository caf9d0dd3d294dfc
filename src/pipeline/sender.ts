import type { Channel, Sending, Sent } from '../channel.ts';
import { isThread } from '../domain/desk.ts';
import { type Address, channelOf } from '../domain/message.ts';
import type { Queued, Store } from '../store.ts';
import type { Addresses } from './addresses.ts';
import type { Clock } from './clock.ts';
import { createOneByOne } from './one-by-one.ts';
import type { Observe } from './points.ts';

/** What a delivery meets on its way. */
export type Met = 'unreachable' | 'delayed' | 'arrived';

export type SenderParts = {
  readonly store: Store;
  readonly channelFor: (address: Address) => Channel | undefined;
  readonly log: { readonly warn: (line: string) => void; readonly debug: (line: string) => void };
  readonly observe: Observe;
  readonly addresses: Addresses;
  /** Moves a conversation to another address. */
  readonly move: (from: Address, to: Address) => Promise<void>;
  readonly clock: Clock;
  /**
   * Is told what meets a delivery that its conversation should know of: nobody is there any more; it will be late; with it, all that was late has
   * arrived. Resolves when it is kept, each once by the delivery's number.
   */
  readonly onMet: (address: Address, number: number, met: Met) => Promise<void>;
  /** A share of chance between 0 and 1, so that not all try again at once. */
  readonly chance: () => number;
};

export type Sender = {
  add(queued: readonly Queued[]): void;
  /** Adds what an earlier run left: nobody knows whether it was told that it is late. */
  resume(queued: readonly Queued[]): void;
  idle(): Promise<void>;
  /** Ends waiting for what cannot be sent just now: it goes out at the next start. */
  stop(): void;
  readonly size: number;
  /** How many sends are under way; what waits until it may be sent is none of them. */
  readonly sending: number;
};

const FIRST_WAIT = 500;
const LONGEST_WAIT = 60_000;
/** A message that takes longer than so many milliseconds is late: who waits for it is told so as soon as that is certain. */
const LATE = 120_000;

/** Sends what turns leave to send: one at a time for each address, in order. The only one who tries again. */
export const createSender = (parts: SenderParts): Sender => {
  const { store, channelFor, log, observe, addresses, move, onMet, clock, chance } = parts;
  const stopping = new AbortController();
  /** What all of a channel waits for, where the whole channel must wait: one timer, however many chats wait. */
  const pauses = new Map<string, { readonly until: number; readonly over: Promise<void> }>();
  let sending = 0;

  const pause = (milliseconds: number): Promise<void> => clock.sleep(milliseconds, stopping.signal);

  /** Lets a whole channel wait, from now on; a longer wait that runs already stays. */
  const pauseAll = (channel: string, milliseconds: number): void => {
    const until = clock.elapsed() + milliseconds;
    if ((pauses.get(channel)?.until ?? 0) >= until) return;
    const over = pause(milliseconds);
    // Who waits for it is told; where nobody does, the end of all is no fault.
    over.catch(() => {});
    pauses.set(channel, { until, over });
  };
  const untilResumed = async (channel: string): Promise<void> => {
    for (let one = pauses.get(channel); one; one = pauses.get(channel)) {
      await one.over;
      if (pauses.get(channel) === one) pauses.delete(channel);
    }
  };

  /** Where nobody is any more: told once, until something arrives. */
  const unreachable = new Set<string>();
  /** Where something is late: told, or perhaps by an earlier run, and to be told when all of it has arrived. */
  const late = new Set<string>();

  /** A conversation was shown something; where that was the last of what was late, it learns so. */
  const tellArrived = async (item: Queued, key: string): Promise<void> => {
    unreachable.delete(key);
    if (!late.has(key) || queue.behind(key).length > 0) return;
    late.delete(key);
    await onMet(addressOf(item, key), item.number, 'arrived');
  };
  const tellUnreachable = async (item: Queued, key: string): Promise<void> => {
    // What is left out does not arrive late.
    late.delete(key);
    if (unreachable.has(key)) return;
    unreachable.add(key);
    await onMet(addressOf(item, key), item.number, 'unreachable');
  };
  const tellLate = async (item: Queued, key: string): Promise<void> => {
    late.add(key);
    await onMet(addressOf(item, key), item.number, 'delayed');
  };

  const mark = async (number: number, shownAs: string | null, thread: string | null = null): Promise<void> => {
    observe('mark');
    await store.sent(number, shownAs, thread);
    observe('marked');
  };

  const addressOf = ({ delivery }: Queued, key: string): Address => addresses.currentOf(key, delivery.address);

  /** An update that a later one of the same message makes needless. */
  const isOvertaken = ({ delivery }: Queued, key: string): boolean =>
    delivery.kind === 'update' &&
    queue.behind(key).some(({ delivery: later }) => later.kind === 'update' && later.key === delivery.key);

  /** Does what an attempt calls for; gives how long to wait before the next one, or null when there is none. */
  const settle = async (item: Queued, key: string, sent: Sent, tries: number): Promise<number | null> => {
    switch (sent.kind) {
      case 'shown':
        // Kept before it is marked, as below: a kill between the two tells it again, and it comes in once.
        await tellArrived(item, key);
        await mark(item.number, sent.as, sent.thread);
        return null;
      case 'opened':
        await store.opened(addressOf(item, key), sent.thread);
        return 0;
      case 'wait':
        if (!sent.everyone) return sent.milliseconds;
        pauseAll(channelOf(key), sent.milliseconds);
        return 0;
      case 'refused':
        log.warn(`a message was refused and left out (${sent.because})`);
        await mark(item.number, null);
        return null;
      case 'gone':
        log.debug(`nobody is there any more (${sent.because})`);
        await tellUnreachable(item, key);
        for (const waiting of [item, ...queue.clear(key)]) await mark(waiting.number, null);
        return null;
      case 'moved':
        await move(addressOf(item, key), sent.to);
        return 0;
      case 'failed': {
        const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries) * (0.5 + chance());
        if (tries === 0) log.warn(`a message could not be sent (${sent.because}); it is tried again`);
        return wait;
      }
    }
  };

  const attempt = async ({ delivery: kept }: Queued, address: Address): Promise<Sent> => {
    const channel = channelFor(address);
    if (!channel) return { kind: 'failed', because: `the channel ${channelOf(address)} is not configured` };
    const delivery = kept.address === address ? kept : { ...kept, address };
    const shownAs = delivery.kind === 'post' ? null : await store.shownAs(address, delivery.key);
    const sending: Sending = {
      thread: isThread(address) ? await store.threadOf(address) : null,
      fetch: async (file) => {
        const from = channelFor(`${file.channel}:`);
        if (!from?.fetchFile) throw new Error(`the channel ${file.channel} gives no files`);
        return from.fetchFile(file);
      },
    };
    observe('send');
    const sent = await channel.send(delivery, shownAs, sending);
    observe('sent');
    return sent;
  };

  const work = async (item: Queued, key: string): Promise<void> => {
    // Behind a message that was left at the end nothing goes out: order is kept until the next start.
    stopping.signal.throwIfAborted();
    const began = clock.elapsed();
    let isTold = false;
    for (let tries = 0; ; tries++) {
      await untilResumed(channelOf(key));
      if (isOvertaken(item, key)) {
        await mark(item.number, await store.shownAs(addressOf(item, key), item.delivery.key));
        return;
      }
      sending += 1;
      const sent = await attempt(item, addressOf(item, key)).finally(() => (sending -= 1));
      const wait = await settle(item, key, sent, tries);
      if (wait === null) return;
      if (!isTold && clock.elapsed() + wait - began > LATE) {
        isTold = true;
        await tellLate(item, key);
      }
      if (wait > 0) await pause(wait);
    }
  };

  const queue = createOneByOne<Queued>(work, (error) => {
    if (!stopping.signal.aborted)
      log.warn(
        `sending stopped in one conversation (${error instanceof Error ? error.name : error}); it goes on at the next start`,
      );
  });
  const add = (queued: readonly Queued[]): void => {
    for (const item of queued) queue.add(addresses.keyOf(item.delivery.address), item);
  };
  return {
    add,
    resume: (queued) => {
      for (const { delivery } of queued) late.add(addresses.keyOf(delivery.address));
      add(queued);
    },
    idle: () => queue.idle(),
    stop: () => stopping.abort(),
    get size() {
      return queue.size;
    },
    get sending() {
      return sending;
    },
  };
};
