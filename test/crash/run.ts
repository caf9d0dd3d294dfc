import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectBotApi } from '../support/telegram/control.ts';
import type { Driver } from '../support/telegram/driver.ts';
import { createDice, type Dice } from './dice.ts';
import { judge, type Verdict } from './judge.ts';
import { type Act, createModel } from './model.ts';
import { BATCH_POINTS, type KillPoint } from './points.ts';
import { type Life, startLife } from './process.ts';
import { STEP_NUMBERS, type Subject } from './subject.ts';
import { settle } from './village.ts';

export type Plan = {
  readonly updates: number;
  readonly kills: number;
  readonly seed: number;
  /** A folder that holds the index, built before. */
  readonly dataFolder: string;
  readonly tell?: (what: string) => void;
};

const CHATS = { least: 12, forUpdates: 100 };
/** How long a call of the bot takes, as over a network: so many are in flight at a kill. */
const CALL_MS = 20;
/** One that does nothing for so long, and has something to do, is stuck. */
const LONGEST_STANDSTILL = 60_000;
const CHUNKS = 4;

/** Waits until the bot has nothing to do, or is dead. */
const quiet = async (server: Driver, life: Life, still = 300): Promise<void> => {
  let moved = performance.now();
  let calls = -1;
  for (let since = performance.now(); performance.now() - since < still && !life.isOver(); await sleep(20)) {
    const status = await server.status();
    if (status.waiting > 0 || status.busy > 0 || status.calls !== calls) since = performance.now();
    if (status.calls !== calls) moved = performance.now();
    calls = status.calls;
    if (performance.now() - moved > LONGEST_STANDSTILL)
      throw new Error(`the bot is not done: ${JSON.stringify(status)}`);
  }
  // One that ended by a fault of its own tells it here.
  if (life.isOver()) await life.over;
};

/** How many calls the server has taken, once those of a dead bot have ended. */
const callsOfTheDead = async (server: Driver): Promise<number> => {
  for (;;) {
    const before = await server.status();
    await sleep(2 * CALL_MS);
    const after = await server.status();
    if (after.busy === 0 && after.calls === before.calls) return after.calls;
  }
};

/** Half of what is done is presses; told in words and asked is the other half. */
const KINDS: readonly Act['kind'][] = ['press', 'press', 'words', 'question'];

type Death = { readonly point: KillPoint | 'anytime'; readonly nth: number; readonly isBacklog: boolean };

/**
 * Where a life ends, and whether all that it hears waited for it. With `anytime` it is killed from outside while it works. The first
 * question for updates of a life is the only one that confirms none.
 */
const chooseDeath = (dice: Dice, { points }: Subject, share: number): Death => {
  const point = points[dice(points.length + 1)] ?? 'anytime';
  const isFetch = point === 'fetch' || point === 'fetched';
  const isBacklog = isFetch || dice(2) === 0;
  if (point === 'anytime' || isFetch) return { point, nth: 1, isBacklog };
  const passes = BATCH_POINTS.includes(point) ? (isBacklog ? 1 : CHUNKS - 1) : Math.ceil(1.2 * share);
  return { point, nth: 1 + dice(passes), isBacklog };
};

/** Serves a bot through so many updates and kills, and judges what became of them. */
export const runCrash = async (subject: Subject, plan: Plan): Promise<Verdict> => {
  const { updates, kills, seed, dataFolder, tell = () => {} } = plan;
  const dice = createDice(seed);
  const folder = mkdtempSync(join(tmpdir(), 'campanile-crash-'));
  symlinkSync(join(dataFolder, 'index'), join(folder, 'index'));
  const bench = startLife(new URL('../support/telegram/serve.ts', import.meta.url), []);
  const lives: Life[] = [];
  try {
    const server = await connectBotApi((JSON.parse(await bench.line) as { root: string }).root);
    const serve = (...death: string[]): Life => {
      const begun = startLife(new URL(subject.script, import.meta.url), [server.root, server.token, folder, ...death]);
      lives.push(begun);
      return begun;
    };

    let life = serve();
    const chats = Math.max(CHATS.least, Math.ceil(updates / CHATS.forUpdates));
    const village = await settle(server, subject, chats, () => quiet(server, life));
    life.kill('SIGTERM');
    await life.over;
    await server.fault({ kind: 'slow', milliseconds: CALL_MS }, { times: 'always' });
    const begun = await callsOfTheDead(server);

    const model = createModel(STEP_NUMBERS, subject.questions.length);
    const nextAct = (): Act => {
      const chat = village.chats[dice(village.chats.length)]!;
      return model.next(chat, KINDS[dice(KINDS.length)]!, STEP_NUMBERS[dice(STEP_NUMBERS.length)]!);
    };
    const deaths: number[] = [];
    let left = updates;
    for (let kill = 0; kill < kills; kill++) {
      const share = Math.round(left / (kills - kill + 1));
      left -= share;
      const { point, nth, isBacklog } = chooseDeath(dice, subject, share);
      if (isBacklog) await village.act(Array.from({ length: share }, nextAct));
      life = serve(point, String(nth));
      for (let chunk = 0; chunk < CHUNKS && !isBacklog; chunk++) {
        const size = Math.floor(((chunk + 1) * share) / CHUNKS) - Math.floor((chunk * share) / CHUNKS);
        await village.act(Array.from({ length: size }, nextAct));
        await sleep(dice(300));
      }
      if (point === 'anytime') await Promise.race([life.over, sleep(300 + dice(700))]);
      else await quiet(server, life);
      tell(`kill ${kill + 1} at ${life.isOver() || point === 'anytime' ? point : 'rest'}`);
      life.kill('SIGKILL');
      await life.over;
      deaths.push(await callsOfTheDead(server));
    }
    await village.act(Array.from({ length: left }, nextAct));
    life = serve();
    await quiet(server, life, 1500);
    life.kill('SIGTERM');
    await life.over;

    const sent = (await server.calls({ method: 'sendMessage', after: begun })).filter(({ status }) => status === 200);
    const kept = await subject.keptOf(folder, village.chats);
    return await judge(model, village, kept, sent, ({ number }) => deaths.filter((calls) => calls < number).length);
  } finally {
    for (const life of [...lives, bench]) {
      life.kill('SIGKILL');
      await life.over.catch(() => {});
    }
    rmSync(folder, { recursive: true, force: true });
  }
};
