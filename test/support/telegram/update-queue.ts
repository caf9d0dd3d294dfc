import type { TelegramUpdate } from '@gramio/types';
import type { Clock } from './clock.ts';
import { ApiFailure } from './failure.ts';

export type UpdateKind = Exclude<keyof TelegramUpdate, 'update_id'>;
export type Poll = { offset: number; limit: number; timeout: number; allowed?: readonly string[] | undefined };
type Waiting = { readonly at: number; readonly update: TelegramUpdate };
type Waiter = { poll: Poll; answer: (updates: TelegramUpdate[]) => void; fail: (failure: ApiFailure) => void };

const KEPT_MS = 24 * 3_600_000;
/** An offset this far beyond the last id is one of another count: Telegram then starts from what it has. */
const FAR = 10;
const ONLY_WHEN_ASKED = ['chat_member', 'message_reaction', 'message_reaction_count'];
const REMEMBERED = 1000;

export type UpdateQueue = {
  /** Puts an update in the queue, with the next id or with its own; gives the id, or none when the bot did not ask for its kind. */
  readonly push: (kind: UpdateKind | string, content: unknown) => number | undefined;
  readonly poll: (poll: Poll, gone: (forget: () => void) => void) => Promise<TelegramUpdate[]>;
  /** Ends a poll that is waiting. */
  readonly interrupt: (description: string) => void;
  readonly drop: () => void;
  /** When something last came in or went out, by the machine's monotonic clock. */
  readonly lastAt: () => number;
  readonly waiting: () => number;
  readonly expired: () => number;
  readonly setNextId: (id: number) => void;
  /** Sends again all updates from this id on that were already confirmed, as though the confirmation had been lost. */
  readonly rewind: (id: number) => void;
};

/** The updates that the bot has not confirmed yet, each kept for 24 hours. */
export const createUpdateQueue = (clock: Clock, firstId: number): UpdateQueue => {
  let queue: Waiting[] = [];
  let head = 0;
  let nextId = firstId;
  let expired = 0;
  let allowed: readonly string[] = [];
  let waiter: Waiter | undefined;
  let waking = false;
  let confirmed: Waiting[] = [];
  let lastAt = 0;

  const size = (): number => queue.length - head;
  const forget = (count: number): void => {
    confirmed.push(...queue.slice(head, head + count));
    if (confirmed.length > 2 * REMEMBERED) confirmed = confirmed.slice(-REMEMBERED);
    head += count;
    lastAt = performance.now();
    if (head > 1024 && head * 2 > queue.length) {
      queue = queue.slice(head);
      head = 0;
    }
  };
  const expire = (): void => {
    const oldest = clock.now() - KEPT_MS;
    let old = 0;
    while (old < size() && queue[head + old]!.at <= oldest) old += 1;
    expired += old;
    if (old) forget(old);
  };
  const confirm = (offset: number): void => {
    if (offset < 0) forget(Math.max(0, size() + offset));
    if (offset <= 0 || offset > nextId + FAR) return;
    let count = 0;
    while (count < size() && queue[head + count]!.update.update_id < offset) count += 1;
    if (count) forget(count);
  };
  const take = (limit: number): TelegramUpdate[] => queue.slice(head, head + limit).map(({ update }) => update);
  const wanted = (kind: string): boolean => (allowed.length ? allowed.includes(kind) : !ONLY_WHEN_ASKED.includes(kind));

  const wake = (): void => {
    waking = false;
    if (!waiter || size() === 0) return;
    const { poll, answer } = waiter;
    waiter = undefined;
    answer(take(poll.limit));
  };
  const interrupt = (description: string): void => {
    const interrupted = waiter;
    waiter = undefined;
    interrupted?.fail(new ApiFailure(409, description));
  };
  const wakeSoon = (): void => {
    if (!waiter || waking) return;
    waking = true;
    setImmediate(wake);
  };

  return {
    push: (kind, content) => {
      if (!wanted(kind)) return undefined;
      expire();
      const id = nextId;
      nextId += 1;
      lastAt = performance.now();
      queue.push({ at: clock.now(), update: { update_id: id, [kind]: content } });
      wakeSoon();
      return id;
    },
    poll: (poll, gone) => {
      if (poll.allowed) allowed = poll.allowed;
      expire();
      confirm(poll.offset);
      const ready = take(poll.limit);
      if (ready.length || poll.timeout === 0) return Promise.resolve(ready);
      interrupt('Conflict: terminated by other getUpdates request; make sure that only one bot instance is running');
      return new Promise((resolve, reject) => {
        const end = (): void => {
          clearTimeout(timer);
          if (waiter === own) waiter = undefined;
        };
        const own: Waiter = {
          poll,
          answer: (updates) => {
            end();
            resolve(updates);
          },
          fail: (failure) => {
            end();
            reject(failure);
          },
        };
        const timer = setTimeout(() => own.answer([]), poll.timeout * 1000);
        waiter = own;
        gone(end);
      });
    },
    interrupt,
    drop: () => forget(size()),
    lastAt: () => lastAt,
    waiting: () => {
      expire();
      return size();
    },
    expired: () => expired,
    setNextId: (id) => {
      if (size()) throw new Error('The queue must be empty before its count starts anew');
      confirmed = [];
      nextId = id;
    },
    rewind: (id) => {
      const again = confirmed.filter(({ update }) => update.update_id >= id);
      confirmed = confirmed.filter(({ update }) => update.update_id < id);
      queue = [...again, ...queue.slice(head)];
      head = 0;
      wakeSoon();
    },
  };
};
