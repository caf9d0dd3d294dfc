import type { Call, CallQuery } from '../call-log.ts';
import { theChat } from '../chats.ts';
import type { ScriptedFault } from '../faults.ts';
import type { Message } from '../message.ts';
import { transcriptOf } from '../transcript.ts';
import type { World } from '../world.ts';

const STEP_MS = 5;
const wait = (): Promise<void> => new Promise((done) => setTimeout(done, STEP_MS));

const until = async (what: string, within: number, true_: () => boolean): Promise<void> => {
  const end = performance.now() + within;
  while (!true_()) {
    if (performance.now() > end) throw new Error(`After ${within} ms ${what}`);
    await wait();
  }
};

/** How a test moves the server, makes it fail, and looks at what happened. */
export const createLevers = (world: World) => ({
  /** Moves the server's clock on. */
  advance: ({ milliseconds }: { milliseconds: number }): void => world.clock.advance(milliseconds),

  fault: (scripted: ScriptedFault): void => world.faults.script(scripted),
  clearFaults: (): void => world.faults.clear(),
  /** Every call of a chat, or of all chats, is answered 429 for so many seconds of the server's clock. */
  hold: ({ seconds, chat }: { seconds: number; chat?: number | undefined }): void => world.flood.hold(seconds, chat),
  setLimits: ({ on }: { on: boolean }): void => {
    world.flood.limits = on;
  },
  setPrivacy: ({ on }: { on: boolean }): void => {
    world.privacy = on;
  },

  /** Puts any update into the queue, also one that Telegram would never send. */
  raw: ({ kind, content }: { kind: string; content: unknown }): number | null =>
    world.updates.push(kind, content) ?? null,
  /** Sends again what was confirmed, from this update on, as though the confirmation had been lost. */
  rewind: ({ update }: { update: number }): void => world.updates.rewind(update),
  /** After an idle week the count of updates starts anew, also lower. */
  setNextUpdateId: ({ id }: { id: number }): void => world.updates.setNextId(id),

  calls: (query: CallQuery): Call[] => world.calls.find(query),
  /** The messages of a chat as they stand. */
  messages: ({ chat }: { chat: number }): Message[] =>
    [...theChat(world, chat).messages.values()].map(({ message }) => message),
  /** The bot's own messages of a chat as they stand. */
  botMessages: ({ chat }: { chat: number }): Message[] =>
    [...theChat(world, chat).messages.values()].filter(({ own }) => own).map(({ message }) => message),
  pinned: ({ chat }: { chat: number }): number[] => [...theChat(world, chat).pinned],
  file: ({ id }: { id: string }): { name: string; type: string; text: string } | null => {
    const file = world.files.get(id);
    return file ? { name: file.name, type: file.type, text: file.bytes.toString() } : null;
  },
  profile: (): Record<string, unknown> => Object.fromEntries(world.profile),
  status: () => ({
    waiting: world.updates.waiting(),
    expired: world.updates.expired(),
    calls: world.calls.count(),
    busy: world.busy,
    now: world.clock.now(),
  }),

  /** A chat, or one topic of it, as its people see it, as text. */
  transcript: ({ chat, topic }: { chat: number; topic?: number | undefined }): string =>
    transcriptOf(theChat(world, chat), topic),

  /** Waits for what the bot posts or changes in a chat after a person's last act there. */
  answers: async (asked: {
    chat: number;
    count?: number | undefined;
    within?: number | undefined;
  }): Promise<Message[]> => {
    const { chat, count = 1, within = 5000 } = asked;
    const place = theChat(world, chat);
    await until(
      `the bot had answered ${chat} with fewer than ${count} messages`,
      within,
      () => place.news.length >= count,
    );
    return place.news;
  },

  /** Waits until every update is confirmed, no call is under way and nothing has happened for a while. */
  settled: async ({
    quiet = 80,
    within = 10_000,
  }: {
    quiet?: number | undefined;
    within?: number | undefined;
  }): Promise<void> => {
    const still = (): boolean =>
      world.updates.waiting() === 0 &&
      world.busy === 0 &&
      performance.now() - Math.max(world.calls.lastAt(), world.updates.lastAt()) > quiet;
    await until('the bot had not come to rest', within, still);
  },
});
