// Run by load.ts in a process of its own: so many groups, then presses and questions as fast as turns are committed. Nothing is sent.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import type { Channel } from '../../src/channel.ts';
import { percentile } from '../../src/commands/eval-figures.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createCrowd, fillGroups, ownFolder } from './crowd.ts';
import { memory } from './in-child.ts';

export type Load = {
  /** Turns a second, from what came in to the committed state and deliveries. */
  readonly turns: number;
  /** Microseconds of processor time a turn. */
  readonly cpu: number;
  /** Milliseconds from intake to commit, of a press and of a question, with few under way. */
  readonly p50: number | null;
  readonly p99: number | null;
  readonly memory: ReturnType<typeof memory>;
};

const [indexFolder = '', groups = '', questions = ''] = process.argv.slice(2);
const TURNS = 20_000;
const BATCH = 100;
/** So many turns are under way at most: polling takes no more in than a batch beyond what is worked. */
const MOST_UNDER_WAY = 500;

/** A channel that never gets anything out. */
const channel: Channel = {
  name: 'telegram',
  start: async () => {},
  stop: async () => {},
  send: () => new Promise(() => {}),
};

const folder = ownFolder(indexFolder);
try {
  const config = readConfig({ DATA_DIR: folder, KEY_FILE: join(folder, 'keys', 'campanile.key') });
  const app = await createApp(config, createLog('warn'));
  await app.prepare();
  await fillGroups(app, Number(groups));
  let committed = 0;
  let go = (): void => {};
  const service = await app.serve([channel], (point) => {
    if (point !== 'committed') return;
    committed += 1;
    go();
  });
  await service.pipeline.start();
  const crowd = createCrowd(Number(groups), Number(questions));
  const play = async (turns: number): Promise<void> => {
    const until = committed + turns;
    for (let taken = committed; taken < until; taken += BATCH) {
      await service.pipeline.take(crowd.next(BATCH));
      while (taken + BATCH - committed > MOST_UNDER_WAY) await new Promise<void>((resolve) => (go = resolve));
    }
    while (committed < until) await new Promise<void>((resolve) => (go = resolve));
  };
  await play(5000);
  const begun = performance.now();
  const before = process.cpuUsage();
  await play(TURNS);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  const times: number[] = [];
  for (let at = 0; at < 500; at++) {
    const from = performance.now();
    const until = committed + 1;
    await service.pipeline.take(crowd.next(1));
    while (committed < until) await new Promise<void>((resolve) => (go = resolve));
    times.push(performance.now() - from);
  }
  const load: Load = {
    turns: TURNS / seconds,
    cpu: (user + system) / TURNS,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    memory: memory(),
  };
  process.stdout.write(JSON.stringify(load));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
