import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDice, type Dice } from './dice.ts';
import type { Verdict } from './judge.ts';
import type { Status } from './platform.ts';
import type { KillPoint } from './points.ts';
import { type Life, PRODUCT_FLAGS, startLife } from './process.ts';
import type { Stage, Subject } from './scene.ts';

export type Plan = {
  readonly updates: number;
  readonly kills: number;
  readonly seed: number;
  /** A folder that holds the index, built before. */
  readonly dataFolder: string;
  readonly tell?: (what: string) => void;
};

/** So many things are done in a chat, where that makes enough chats. */
const DEEDS_IN_CHAT = 100;
/** How long a call of the bot takes, as over a network: so many are in flight at a kill. */
const CALL_MS = 20;
/** One that does nothing for so long, and has something to do, is stuck. */
const LONGEST_STANDSTILL = 60_000;
/** So many calls it makes meanwhile though it does nothing: questions for updates, which wait for half a minute. */
const LONG_POLLS = 2;
const CHUNKS = 4;

const statusOf = async ({ platforms, left = () => 0 }: Stage): Promise<Status> => {
  const all = await Promise.all(platforms.map(({ status }) => status()));
  const sum = (name: keyof Status): number => all.reduce((total, one) => total + one[name], 0);
  return { calls: sum('calls'), busy: sum('busy'), waiting: sum('waiting') + left() };
};

/** Waits until the bot has nothing to do, or is dead. */
const quiet = async (stage: Stage, life: Life, still = 300): Promise<void> => {
  let moved = { at: performance.now(), calls: 0 };
  let calls = -1;
  for (let since = performance.now(); performance.now() - since < still && !life.isOver(); await sleep(20)) {
    const status = await statusOf(stage);
    if (status.waiting > 0 || status.busy > 0 || status.calls !== calls) since = performance.now();
    calls = status.calls;
    if (calls > moved.calls + LONG_POLLS) moved = { at: performance.now(), calls };
    if (performance.now() - moved.at > LONGEST_STANDSTILL)
      throw new Error(`the bot is not done: ${JSON.stringify(status)}`);
  }
  // One that ended by a fault of its own tells it here.
  if (life.isOver()) await life.over;
};

type Death = { readonly point: KillPoint | 'anytime'; readonly nth: number; readonly isBacklog: boolean };

/**
 * Where a life ends, and whether all that it hears waited for it. With `anytime` it is killed from outside while it works. The first
 * question for updates of a life is the only one that confirms none.
 */
const chooseDeath = (dice: Dice, { points, batched, passes }: Subject, share: number): Death => {
  const point = points[dice(points.length + 1)] ?? 'anytime';
  const isFetch = point === 'fetch' || point === 'fetched';
  const isBacklog = isFetch || dice(2) === 0;
  if (point === 'anytime' || isFetch) return { point, nth: 1, isBacklog };
  const most = batched.includes(point) ? (isBacklog ? 1 : CHUNKS - 1) : Math.ceil(passes * share);
  return { point, nth: 1 + dice(most), isBacklog };
};

/** Serves a bot through so many updates and kills, and judges what became of them. */
export const runCrash = async (subject: Subject, plan: Plan): Promise<Verdict> => {
  const { updates, kills, seed, dataFolder, tell = () => {} } = plan;
  const dice = createDice(seed);
  const folder = mkdtempSync(join(tmpdir(), 'campanile-crash-'));
  symlinkSync(join(dataFolder, 'index'), join(folder, 'index'));
  const stage = await subject.open(folder);
  const { platforms } = stage;
  const lives: Life[] = [];
  const serve = async (...death: string[]): Promise<Life> => {
    const settings = Object.assign({}, ...platforms.map((one) => one.settings), stage.settings);
    const own = { DATA_DIR: folder, KEY_FILE: join(folder, 'keys', 'campanile.key') };
    const begun = startLife(new URL(subject.script, import.meta.url), death, { ...settings, ...own }, PRODUCT_FLAGS);
    const over = begun.over.finally(() => Promise.all(platforms.map(({ bury }) => bury())));
    over.catch(() => {});
    const life = { ...begun, over };
    lives.push(life);
    await Promise.all(platforms.map(({ meet }) => meet(life)));
    return life;
  };
  try {
    let life = await serve();
    const chats = Math.max(subject.leastChats, Math.ceil(updates / DEEDS_IN_CHAT));
    const scene = await stage.settle({ chats, dice, quiet: () => quiet(stage, life) });
    await quiet(stage, life);
    life.kill('SIGTERM');
    await life.over;
    for (const { slow } of platforms) await slow(CALL_MS);

    let left = updates;
    for (let kill = 0; kill < kills; kill++) {
      const share = Math.round(left / (kills - kill + 1));
      left -= share;
      const { point, nth, isBacklog } = chooseDeath(dice, subject, share);
      if (isBacklog) await scene.act(share);
      life = await serve(point, String(nth));
      for (let chunk = 0; chunk < CHUNKS && !isBacklog; chunk++) {
        await scene.act(Math.floor(((chunk + 1) * share) / CHUNKS) - Math.floor((chunk * share) / CHUNKS));
        await sleep(dice(300));
      }
      if (point === 'anytime') await Promise.race([life.over, sleep(300 + dice(700))]);
      else await quiet(stage, life);
      tell(`kill ${kill + 1} at ${life.isOver() || point === 'anytime' ? point : 'rest'}`);
      life.kill('SIGKILL');
      await life.over;
    }
    await scene.act(left);
    life = await serve();
    await quiet(stage, life, 1500);
    life.kill('SIGTERM');
    await life.over;
    return await scene.judge(folder);
  } finally {
    for (const life of lives) {
      life.kill('SIGKILL');
      await life.over.catch(() => {});
    }
    await Promise.all(platforms.map(({ close }) => close()));
    rmSync(folder, { recursive: true, force: true });
  }
};
