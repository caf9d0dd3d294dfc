import { setTimeout as sleep } from 'node:timers/promises';
import type { Life } from './process.ts';

/** What a bot did at a platform, and what waits for it there. */
export type Status = {
  readonly calls: number;
  /** Calls that are being carried out. */
  readonly busy: number;
  /** What people did, or were told to do, that it has not taken in. */
  readonly waiting: number;
};

/** A message that the bot posted and the platform took. `id` is what the platform calls it; `life` counts the lives of the bot before. */
export type Post = { readonly chat: string; readonly id: string; readonly text: string; readonly life: number };

/** A platform's strict server, in a process of its own. */
export type Platform = {
  /** What the bot is configured with to be there. */
  readonly settings: NodeJS.ProcessEnv;
  readonly status: () => Promise<Status>;
  /** Lets every call of the bot take so long from now on, in milliseconds. */
  readonly slow: (milliseconds: number) => Promise<void>;
  /** Resolves when the platform can reach a bot that was just started, or the bot is dead. */
  readonly meet: (life: Life) => Promise<void>;
  /** Told when a bot is dead; resolves when nothing of it is under way any more. */
  readonly bury: () => Promise<void>;
  /** All that the bot posted, in order. */
  readonly posts: () => Promise<readonly Post[]>;
  readonly close: () => Promise<void>;
};

/** A message of the bot as it stands, with what its buttons carry. */
export type Shown = { readonly id: string; readonly text: string; readonly buttons: readonly string[] };

/** What somebody does in their chat: says something, or presses what a message carries, or carried. */
export type Deed = { readonly chat: string } & (
  | { readonly says: string }
  | { readonly presses: string; readonly message: string }
);

/** Those who live at a platform. A chat is named by its address. */
export type People = {
  /** Settles so many chats, groups and people by turns. */
  readonly settle: (count: number) => Promise<readonly string[]>;
  /** Has all of this done, in each chat in the order given. */
  readonly act: (deeds: readonly Deed[]) => Promise<void>;
  /** The messages of the bot as they stand, the oldest first. */
  readonly shown: (chat: string) => Promise<readonly Shown[]>;
};

const MOMENT = 20;

/** Counts the lives of a bot by the calls that were made in them. */
export const createLives = (status: () => Promise<Status>) => {
  const deaths: number[] = [];
  return {
    /** Notes a death once the calls of the dead have ended. */
    ended: async (): Promise<void> => {
      for (let before = await status(); ; ) {
        await sleep(2 * MOMENT);
        const after = await status();
        if (after.busy === 0 && after.calls === before.calls) return void deaths.push(after.calls);
        before = after;
      }
    },
    /** How many lives there were before the call of this number. */
    before: (call: number): number => deaths.filter((calls) => calls < call).length,
  };
};

/** Asks again and again until something holds, or a bot is dead. */
export const until = async (life: Life, holds: () => Promise<boolean>): Promise<void> => {
  while (!life.isOver() && !(await holds())) await sleep(MOMENT);
};
