import type { Clock } from './clock.ts';

export type Kind = 'events_api' | 'interactive' | 'slash_commands';
export type Payload = Readonly<Record<string, unknown>>;
export type Attempt = {
  readonly kind: Kind;
  readonly payload: Payload;
  /** 0 for the first, up to 3. */
  readonly number: number;
  /** Why the one before failed. */
  readonly reason: string;
};
/** `final`: the receiver asked not to be tried again. */
export type Result =
  | { readonly ok: true; readonly response?: unknown }
  | { readonly ok: false; readonly reason: string; readonly final?: boolean };
export type Transport = (attempt: Attempt) => Promise<Result>;

/** One thing to tell the app, and what became of it. */
export type Delivery = {
  readonly id: number;
  readonly kind: Kind;
  readonly payload: Payload;
  /** When each attempt began, by the server's clock, and how it ended. */
  readonly attempts: { readonly at: number; outcome: string }[];
  state: 'held' | 'waiting' | 'under way' | 'acknowledged' | 'given up';
  response?: unknown;
  /** Called once, when it is acknowledged or given up. */
  done?: ((delivery: Delivery) => void) | undefined;
};

export type Outbox = {
  readonly push: (kind: Kind, payload: Payload, done?: Delivery['done']) => Delivery;
  readonly find: (id: number) => Delivery | undefined;
  readonly all: () => readonly Delivery[];
  /** How many are not yet acknowledged nor given up. */
  readonly pending: () => number;
  /** Tries at once all that wait for their next attempt. */
  readonly retryNow: () => void;
  /** Keeps back what is due to go out, retries too, until `release` sends it: in order, or the last first. */
  readonly hold: () => void;
  readonly release: (order: 'first' | 'last') => void;
  /** Sends once more what was already acknowledged, as though the acknowledgement had been lost. */
  readonly again: (id: number) => void;
  /** When something last went out or was acknowledged, by the machine's monotonic clock. */
  readonly lastAt: () => number;
};

/** When an event that was not acknowledged comes again: at once, after a minute, after five. Presses and commands never do. */
const RETRIES_MS = [0, 60_000, 300_000];

/** What is to be told to the app, with Slack's three retries; `send` does one attempt. */
export const createOutbox = (clock: Clock, keep: number, send: Transport): Outbox => {
  let deliveries: Delivery[] = [];
  const waiting = new Map<Delivery, () => void>();
  let count = 0;
  let holding = false;
  let held: { readonly delivery: Delivery; readonly reason: string }[] = [];
  let lastAt = 0;

  const open = ({ state }: Delivery): boolean => state !== 'acknowledged' && state !== 'given up';
  const end = (delivery: Delivery, state: 'acknowledged' | 'given up'): void => {
    const { done } = delivery;
    delivery.state = state;
    delivery.done = undefined;
    done?.(delivery);
  };
  const finish = (delivery: Delivery, result: Result): void => {
    lastAt = performance.now();
    if (result.ok) {
      delivery.response = result.response;
      end(delivery, 'acknowledged');
      return;
    }
    const pause =
      delivery.kind === 'events_api' && !result.final ? RETRIES_MS[delivery.attempts.length - 1] : undefined;
    if (pause === undefined) {
      end(delivery, 'given up');
      return;
    }
    delivery.state = 'waiting';
    // Counted from the attempt, not from its failure: who moves the clock need not wait for that.
    const left = Math.max(0, delivery.attempts.at(-1)!.at + pause - clock.now());
    const callOff = clock.after(left, () => attempt(delivery, result.reason));
    waiting.set(delivery, () => {
      callOff();
      attempt(delivery, result.reason);
    });
  };
  const attempt = (delivery: Delivery, reason: string): void => {
    waiting.delete(delivery);
    if (holding) {
      delivery.state = 'held';
      held.push({ delivery, reason });
      return;
    }
    const number = delivery.attempts.length;
    const record = { at: clock.now(), outcome: '' };
    delivery.attempts.push(record);
    delivery.state = 'under way';
    lastAt = performance.now();
    const { kind, payload } = delivery;
    void send({ kind, payload, number, reason }).then((result) => {
      record.outcome = result.ok ? 'acknowledged' : result.reason;
      finish(delivery, result);
    });
  };

  return {
    push: (kind, payload, done) => {
      count += 1;
      const delivery: Delivery = { id: count, kind, payload, attempts: [], state: 'held', done };
      deliveries.push(delivery);
      if (deliveries.length > 2 * keep)
        deliveries = [...deliveries.slice(0, -keep).filter(open), ...deliveries.slice(-keep)];
      attempt(delivery, '');
      return delivery;
    },
    find: (id) => deliveries.find((one) => one.id === id),
    all: () => deliveries,
    pending: () => deliveries.filter(open).length,
    retryNow: () => {
      for (const go of [...waiting.values()]) go();
    },
    hold: () => {
      holding = true;
    },
    release: (order) => {
      holding = false;
      const ready = order === 'first' ? held : held.toReversed();
      held = [];
      for (const { delivery, reason } of ready) attempt(delivery, reason);
    },
    again: (id) => {
      const delivery = deliveries.find((one) => one.id === id);
      if (!delivery) throw new Error(`There is no delivery ${id}`);
      attempt(delivery, 'timeout');
    },
    lastAt: () => lastAt,
  };
};
