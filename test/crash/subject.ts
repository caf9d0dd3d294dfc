import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { library } from '../support/knowledge.ts';
import type { Act } from './model.ts';
import type { KillPoint } from './points.ts';

/** What is kept of a chat at the end, in the model's words. */
export type Kept = {
  readonly moves: readonly string[];
  /** How many messages the bot numbered there; null where it does not count. */
  readonly messages: number | null;
};

/** A bot that is to be killed. */
export type Subject = {
  readonly name: string;
  /** The script of this folder that serves it. */
  readonly script: string;
  readonly points: readonly KillPoint[];
  /** What is said in a new chat until its list is shown, and how many messages the bot posts on it. */
  readonly opening: readonly string[];
  readonly questions: readonly string[];
  /** What a button carries that sets a step. */
  readonly button: (step: number, done: boolean) => string;
  /** How a step is told in words. */
  readonly words: (act: Extract<Act, { kind: 'words' | 'press' }>) => string;
  readonly keptOf: (folder: string, chats: readonly number[]) => Promise<Kept[]>;
};

const STEPS = library.it.plans[5].phases[2].steps.map(({ id }) => id);

/** The numbers of the steps of the list that all chats tick. */
export const STEP_NUMBERS: readonly number[] = STEPS.map((_, at) => at + 1);

const QUESTIONS: readonly string[] = [
  'chi mette i soldi?',
  'che cos’è una cooperativa di comunità?',
  'come convinciamo gli altri del paese?',
  'quanti soci servono?',
  'che cosa fa il GAL?',
  'come si scrive il progetto d’impresa?',
  'che cosa succede quando la cooperativa nasce?',
  'che cosa fa la Regione?',
];

export const campanile: Subject = {
  name: 'Campanile',
  script: 'serve.ts',
  points: [
    ...(['fetch', 'fetched', 'take', 'taken', 'confirm', 'confirmed', 'load', 'loaded', 'turn'] as const),
    ...(['commit', 'committed', 'send', 'sent', 'mark', 'marked'] as const),
  ],
  opening: ['/piano pro loco', '/fase 2'],
  questions: QUESTIONS,
  button: (step, done) => `${done ? 'tick' : 'untick'}=${STEPS[step - 1]}`,
  words: ({ step, done }) => (done ? `il ${step} è fatto` : `il ${step} ancora no`),
  keptOf: async (folder, chats) => {
    const keyFile = join(folder, 'keys', 'campanile.key');
    const store = await openSqliteStore({ dataFolder: folder, keyFile, isWorker: false });
    try {
      const left = (await store.waiting()).length + (await store.unsent()).length;
      if (left > 0) throw new Error(`${left} turns or deliveries were left behind`);
      return await Promise.all(
        chats.map(async (chat) => {
          const kept = (await store.load(`telegram:${chat}`))?.conversation;
          const moves = (kept?.group.journal ?? []).flatMap(({ move }) =>
            move.kind === 'tick' || move.kind === 'untick'
              ? move.steps.map((step) => `${move.kind === 'tick' ? '+' : '-'}${STEPS.indexOf(step) + 1}`)
              : [],
          );
          return { moves, messages: kept?.count ?? 0 };
        }),
      );
    } finally {
      await store.close();
    }
  },
};

export const grammy: Subject = {
  name: 'grammY, `bot.start()`, a file for each chat',
  script: 'serve-grammy.ts',
  points: campanile.points.filter((point) => point !== 'mark' && point !== 'marked'),
  opening: ['/list'],
  questions: QUESTIONS,
  button: (step, done) => `${done ? 'tick' : 'untick'}=${step}`,
  words: ({ step, done }) => `/${done ? 'done' : 'reopen'} ${step}`,
  keptOf: async (folder, chats) =>
    chats.map((chat) => {
      const file = join(folder, `${chat}.json`);
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      // A kill in the middle of writing leaves the file empty or cut short: all that the chat did is lost.
      const isWhole = text.endsWith('}');
      const { journal } = isWhole ? (JSON.parse(text) as { journal: string[] }) : { journal: [] };
      return { moves: journal, messages: null };
    }),
};
