import type { Dice } from './dice.ts';
import type { Verdict } from './judge.ts';
import type { Platform } from './platform.ts';
import type { KillPoint } from './points.ts';

/** People who live with a bot, and what must come of all that they do. */
export type Scene = {
  /** Has them do so many more things. */
  readonly act: (deeds: number) => Promise<void>;
  /** Holds what is kept in this folder, and what everybody saw, against what should be. */
  readonly judge: (folder: string) => Promise<Verdict>;
};

/** Where a bot lives: the platforms, and how people settle there with a bot that is served meanwhile. */
export type Stage = {
  readonly platforms: readonly Platform[];
  /** What the bot is configured with beside the platforms. */
  readonly settings?: NodeJS.ProcessEnv;
  /** How much people have still to do, where it is done in its time. */
  readonly left?: () => number;
  readonly settle: (how: {
    readonly chats: number;
    readonly dice: Dice;
    /** Resolves when the bot has nothing to do. */
    readonly quiet: () => Promise<void>;
  }) => Promise<Scene>;
};

/** A bot that is to be killed, and where. */
export type Subject = {
  readonly name: string;
  /** The script of this folder that serves it. */
  readonly script: string;
  readonly points: readonly KillPoint[];
  /** Those of the points that are passed once for a batch of what came in, the others once for each. */
  readonly batched: readonly KillPoint[];
  /** How often the others are passed, about, for each thing that somebody does. */
  readonly passes: number;
  /** How many chats write to it at least. */
  readonly leastChats: number;
  /** Opens its platforms; `folder` is the bot's own. */
  readonly open: (folder: string) => Promise<Stage>;
};
