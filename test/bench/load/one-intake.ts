// Run by load.ts in a process of its own: so many groups, then people who press and ask, as fast as turns are committed. Nothing is sent.
import { rmSync } from 'node:fs';
import { createApp } from '../../../src/app.ts';
import type { Channel } from '../../../src/channel.ts';
import { percentile } from '../../../src/commands/eval-figures.ts';
import { createLog } from '../../../src/log.ts';
import { createCrowd } from './crowd.ts';
import { cameIn, configIn, fillGroups, folderWith } from './groups.ts';

export type Intake = {
  /** Turns a second, from what came in to the committed state and deliveries. */
  readonly turns: number;
  /** Microseconds of processor time a turn. */
  readonly cpu: number;
  /** Milliseconds from what came in to the commit, of a turn that is alone. */
  readonly p50: number | null;
  readonly p99: number | null;
};

const [indexFolder = '', groups = '', questions = ''] = process.argv.slice(2);
const WARM = 5000;
const TURNS = 20_000;
const ALONE = 500;
const BATCH = 100;
/** So many turns are under way at most: polling takes no more in than a batch beyond what is worked. */
const MOST_UNDER_WAY = 500;

/** A channel that never gets anything out. */
const channel: Channel = {
  name: 'telegram',
  start: async () => {},
  stop: async () => {},
  send: async () => ({ kind: 'wait', milliseconds: 3_600_000, everyone: true }),
};

const folder = folderWith(indexFolder);
try {
  const app = await createApp(configIn(folder), createLog('warn'));
  await app.prepare();
  await fillGroups(app, Number(groups));
  let committed = 0;
  let go = (): void => {};
  const { pipeline } = await app.serve([channel], {
    observe: (point) => {
      if (point !== 'committed') return;
      committed += 1;
      go();
    },
  });
  await pipeline.start();

  const nextAct = createCrowd(Number(groups), Number(questions));
  let taken = 0;
  const take = (size: number): Promise<void> => {
    const items = Array.from({ length: size }, (_, at) => cameIn(nextAct(), `load${taken + at}`));
    taken += size;
    return pipeline.take(items);
  };
  const untilLeft = async (most: number): Promise<void> => {
    while (taken - committed > most) await new Promise<void>((resolve) => (go = resolve));
  };
  const play = async (turns: number): Promise<void> => {
    for (let at = 0; at < turns; at += BATCH) {
      await take(BATCH);
      await untilLeft(MOST_UNDER_WAY - BATCH);
    }
    await untilLeft(0);
  };

  await play(WARM);
  const begun = performance.now();
  const before = process.cpuUsage();
  await play(TURNS);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  const times: number[] = [];
  for (let at = 0; at < ALONE; at++) {
    const from = performance.now();
    await take(1);
    await untilLeft(0);
    times.push(performance.now() - from);
  }
  const intake: Intake = {
    turns: TURNS / seconds,
    cpu: (user + system) / TURNS,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
  process.stdout.write(JSON.stringify(intake));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
