import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '../support/knowledge.ts';
import { openKept } from './kept.ts';
import type { Act } from './model.ts';
import { BATCH_POINTS, type KillPoint, POINTS } from './points.ts';
import { relay } from './relay/relay.ts';
import type { Subject } from './scene.ts';
import { openSlack, type Way } from './slack.ts';
import { openTelegram } from './telegram.ts';
import { settleVillage } from './village.ts';

/** What is kept of a chat at the end, in the model's words. */
export type Kept = {
  readonly moves: readonly string[];
  /** How many messages the bot numbered there; null where it does not count. */
  readonly messages: number | null;
};

/** A bot that a village ticks, tells and asks. */
export type Bot = {
  /** What is said in a new chat until its list is shown. */
  readonly opening: readonly string[];
  readonly questions: readonly string[];
  /** What a button carries that sets a step. */
  readonly button: (step: number, done: boolean) => string;
  /** How a step is told in words. */
  readonly words: (act: Extract<Act, { kind: 'words' | 'press' }>) => string;
  readonly keptOf: (folder: string, chats: readonly string[]) => Promise<Kept[]>;
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

const ours: Bot = {
  opening: ['/piano pro loco', '/fase 2'],
  questions: QUESTIONS,
  button: (step, done) => `${done ? 'tick' : 'untick'}=${STEPS[step - 1]}`,
  words: ({ step, done }) => (done ? `il ${step} è fatto` : `il ${step} ancora no`),
  keptOf: (folder, chats) =>
    openKept(folder, (store) =>
      Promise.all(
        chats.map(async (chat) => {
          const kept = (await store.load(chat))?.conversation;
          const moves = (kept?.group.journal ?? []).flatMap(({ move }) =>
            move.kind === 'tick' || move.kind === 'untick'
              ? move.steps.map((step) => `${move.kind === 'tick' ? '+' : '-'}${STEPS.indexOf(step) + 1}`)
              : [],
          );
          return { moves, messages: kept?.count ?? 0 };
        }),
      ),
    ),
};

const plain: Bot = {
  opening: ['/list'],
  questions: QUESTIONS,
  button: (step, done) => `${done ? 'tick' : 'untick'}=${step}`,
  words: ({ step, done }) => `/${done ? 'done' : 'reopen'} ${step}`,
  keptOf: async (folder, chats) =>
    chats.map((chat) => {
      const file = join(folder, `${chat.split(':')[1]}.json`);
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      // A kill in the middle of writing leaves the file empty or cut short: all that the chat did is lost.
      const isWhole = text.endsWith('}');
      const { journal } = isWhole ? (JSON.parse(text) as { journal: string[] }) : { journal: [] };
      return { moves: journal, messages: null };
    }),
};

/** A press, some words or a question is one turn, and at times two things to send. */
const PASSES = 1.2;

const overTelegram = (name: string, script: string, bot: Bot, points: readonly KillPoint[]): Subject => ({
  name,
  script,
  points,
  batched: BATCH_POINTS,
  passes: PASSES,
  leastChats: 12,
  open: async () => {
    const telegram = await openTelegram();
    return { platforms: [telegram], settle: (how) => settleVillage(telegram, bot, how) };
  },
});

/** Over Slack what comes in comes one by one. */
const overSlack = (name: string, way: Way): Subject => ({
  name,
  script: 'serve.ts',
  points: POINTS.pipeline,
  batched: [],
  passes: PASSES,
  leastChats: 12,
  open: async () => {
    const slack = await openSlack(way);
    return { platforms: [slack], settle: (how) => settleVillage(slack, ours, how) };
  },
});

const telegram = overTelegram('Campanile', 'serve.ts', ours, [...POINTS.polling, ...POINTS.pipeline]);
const grammy = overTelegram('grammY, `bot.start()`, a file for each chat', 'serve-grammy.ts', plain, [
  ...POINTS.polling,
  ...POINTS.pipeline.filter((point) => point !== 'mark' && point !== 'marked'),
]);
const slack = overSlack('Campanile in Slack, Socket Mode', { over: 'socket', knowsIds: true });
const slackHttp = overSlack('Campanile in Slack, HTTP, posts without ids', { over: 'http', knowsIds: false });

/** All that are killed, by short names. */
export const SUBJECTS = { telegram, grammy, slack, 'slack-http': slackHttp, relay };
