import type { Call, CallQuery } from '../call-log.ts';
import { accountOf, theConversation } from '../conversations.ts';
import { fileFor } from '../files.ts';
import { newsIn } from '../messages.ts';
import type { Delivery } from '../outbox.ts';
import { type Seen, type SeenView, seenMessage, seenView, transcriptOf } from '../seen.ts';
import type { Conversation, World } from '../world.ts';
import { until } from './until.ts';

export type Waiting = { readonly within?: number | undefined };
export type Looked = { readonly channel: string; readonly thread?: string | undefined };
/** What became of something that the app was told. */
export type Told = Omit<Delivery, 'done'>;

const inThread = (thread: string | undefined, { ts, thread_ts }: { ts: string; thread_ts?: string }): boolean =>
  thread === undefined || ts === thread || thread_ts === thread;

const told = ({ done: _, ...delivery }: Delivery): Told => structuredClone(delivery);

/** What a test looks at, and waits for. */
export const createReads = (world: World) => {
  const seen = (place: Conversation, thread?: string): Seen[] =>
    [...place.messages.values()]
      .filter((message) => inThread(thread, message))
      .map((message) => seenMessage(world, place, message));

  return {
    /** The messages of a place, or of one of its threads, as they stand. */
    messages: ({ channel, thread }: Looked): Seen[] => seen(theConversation(world, channel), thread),
    transcript: ({ channel }: { channel: string }): string => transcriptOf(world, theConversation(world, channel)),
    /** What one person alone sees in a place. */
    ephemerals: ({ person, channel }: { person: string; channel?: string | undefined }): Seen[] =>
      accountOf(world, person)
        .ephemerals.filter((one) => !one.gone && (channel === undefined || one.channel === channel))
        .map((one) => seenMessage(world, { id: one.channel }, one.message)),
    home: ({ person }: { person: string }): SeenView | null => {
      const { home } = accountOf(world, person);
      return home ? seenView(world, home) : null;
    },
    /** The modals that a person has open, the top one last. */
    modals: ({ person }: { person: string }): SeenView[] =>
      accountOf(world, person).modals.map((one) => seenView(world, one)),
    /** A file's bytes. */
    file: ({ id }: { id: string }): { name: string; type: string; base64: string } => {
      const { view, bytes } = fileFor(world, id);
      return { name: view.name, type: view.mimetype, base64: bytes.toString('base64') };
    },
    calls: (query: CallQuery): Call[] => world.calls.find(query),
    /** What the app was told, and what became of it. */
    deliveries: ({ type }: { type?: string | undefined }): Told[] =>
      world.outbox
        .all()
        .filter(({ kind, payload }) => {
          const event = payload.event as { type?: unknown } | undefined;
          return type === undefined || kind === type || payload.type === type || event?.type === type;
        })
        .map(told),

    /** Waits for what the bot posts or changes in a place, or in a thread, after a person's last act there. */
    answers: async ({
      channel,
      thread,
      count = 1,
      within = 5000,
    }: Looked & Waiting & { count?: number | undefined }): Promise<Seen[]> => {
      const place = theConversation(world, channel);
      const where = thread === undefined ? channel : `the thread ${thread} of ${channel}`;
      await until(
        `the bot had answered in ${where} with fewer than ${count} messages`,
        within,
        () => newsIn(place, thread).length >= count,
      );
      return newsIn(place, thread).map((message) => seenMessage(world, place, message));
    },
    /** Waits for what the app shows one person alone, after that person's last act. */
    ephemeral: async ({ person: id, within = 5000 }: { person: string } & Waiting): Promise<Seen> => {
      const person = accountOf(world, id);
      const fresh = () => person.ephemerals.find(({ number, gone }) => number > person.acted && !gone);
      await until(`the app had shown ${id} alone nothing`, within, () => fresh() !== undefined);
      const { channel, message } = fresh()!;
      return seenMessage(world, { id: channel }, message);
    },
    /** Waits for a modal that the app opens or changes for a person, after that person's last act. */
    modal: async ({ person: id, within = 5000 }: { person: string } & Waiting): Promise<SeenView> => {
      const person = accountOf(world, id);
      const top = () => (person.modalAt > person.acted ? person.modals.at(-1) : undefined);
      await until(`the app had opened no modal for ${id}`, within, () => top() !== undefined);
      return seenView(world, top()!);
    },
    /** Waits for the home tab that the app publishes for a person, after that person's last act. */
    published: async ({ person: id, within = 5000 }: { person: string } & Waiting): Promise<SeenView> => {
      const person = accountOf(world, id);
      await until(`the app had published no home for ${id}`, within, () => person.homeAt > person.acted);
      return seenView(world, person.home!);
    },
    /** Waits until the app acknowledged something, or until the server gave it up. */
    outcome: async ({ delivery, within = 5000 }: { delivery: number } & Waiting): Promise<Told> => {
      const found = world.outbox.find(delivery);
      if (!found) throw new Error(`There is no delivery ${delivery}`);
      await until(`the app had not acknowledged ${found.kind} ${delivery}`, within, () =>
        ['acknowledged', 'given up'].includes(found.state),
      );
      return told(found);
    },

    /** Waits until the app acknowledged all that it was told of a message, or the server gave it up. */
    heard: async ({ channel, ts, within = 5000 }: { channel: string; ts: string } & Waiting): Promise<Told[]> => {
      const of = world.outbox.all().filter(({ payload }) => {
        const event = payload.event as { channel?: unknown; ts?: unknown } | undefined;
        return event?.channel === channel && event.ts === ts;
      });
      await until(`the app had not acknowledged ${ts} of ${channel}`, within, () =>
        of.every(({ state }) => ['acknowledged', 'given up'].includes(state)),
      );
      return of.map(told);
    },

    /** Waits until all is acknowledged or given up, no call is under way and nothing has happened for a while. */
    settled: async ({ quiet = 80, within = 10_000 }: Waiting & { quiet?: number | undefined }): Promise<void> => {
      const still = (): boolean =>
        world.outbox.pending() === 0 &&
        world.busy === 0 &&
        performance.now() - Math.max(world.calls.lastAt(), world.outbox.lastAt()) > quiet;
      await until(
        () => `the bot had not come to rest: ${world.outbox.pending()} not acknowledged, ${world.busy} calls under way`,
        within,
        still,
      );
    },
  };
};
