import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../../../src/app.ts';
import { percentile } from '../../../src/commands/eval-figures.ts';
import { createLog } from '../../../src/log.ts';
import { markdownTable, tell } from '../markdown.ts';
import type { FirstSends } from './first-sends.ts';
import { configIn, fillGroups, folderWith } from './groups.ts';
import { type Helper, startHelper } from './helper.ts';
import type { Task } from './people.ts';

/** So many groups are kept; those who write are some of them. */
const KEPT = 100_000;
const RATES = [250, 500, 1000];
const SECONDS = { warm: 4, counted: 12 };
const KILLS = 5;

type Start = (root: string, token: string) => Helper;
type People = { readonly bot: () => Helper; readonly play: (task: Task) => Promise<void> };

const milliseconds = (value: number | null): string => (value === null ? '-' : `${value.toFixed(1)} ms`);

/** Does something with the people of these groups and a way to start the bot that they write to. */
const withPeople = async <Result>(
  { groups, questions, start }: { groups: number; questions: number; start: Start },
  work: (people: People) => Promise<Result>,
): Promise<Result> => {
  const people = startHelper('./people.ts', [String(groups), String(questions)]);
  try {
    const { root, token } = await people.next<{ root: string; token: string }>();
    const play = async (task: Task): Promise<void> => {
      people.tell(task);
      await people.next();
    };
    return await work({ bot: () => start(root, token), play });
  } finally {
    await people.end('SIGTERM');
  }
};

/** A row for each rate: what the bot measured of itself. */
const rowsOf = async (name: string, { bot, play }: People): Promise<string[][]> => {
  const served = bot();
  await served.next();
  const rows: string[][] = [];
  for (const rate of RATES) {
    tell(`${name}, ${rate} updates a second`);
    await play({ rate, seconds: SECONDS.warm });
    served.tell('begin');
    await play({ rate, seconds: SECONDS.counted });
    served.tell('end');
    const { count, p50, p99, cores, memory } = await served.next<FirstSends>();
    const share = Math.min(1, count / (rate * SECONDS.counted));
    const figures = [milliseconds(p50), milliseconds(p99), `${(share * 100).toFixed(0)} %`];
    rows.push([name, rate.toLocaleString('en'), ...figures, cores.toFixed(2), `${memory} MB`]);
  }
  await served.end('SIGTERM');
  return rows;
};

/** Milliseconds from a kill under load, the program started again at once, to the first message that somebody sees. */
const backAfterKill = async ({ bot, play }: People): Promise<number | null> => {
  const times: number[] = [];
  let served = bot();
  await served.next();
  for (let kill = 0; kill < KILLS; kill++) {
    tell(`kill ${kill + 1}`);
    const played = play({ rate: 250, seconds: 2 });
    await sleep(1000);
    await served.end('SIGKILL');
    await played;
    const killed = performance.now();
    served = bot();
    await play('look');
    times.push(performance.now() - killed);
  }
  await served.end('SIGTERM');
  return percentile(times, 0.5);
};

/** Both bots at each rate, sending through grammY, and how soon ours is back after a kill. */
export const throughGrammy = async (indexFolder: string, groups: number, questions: number): Promise<string> => {
  const folder = folderWith(indexFolder);
  try {
    tell(`filling ${KEPT.toLocaleString('en')} groups`);
    await fillGroups(await createApp(configIn(folder), createLog('warn')), KEPT);
    const ours = {
      groups,
      questions,
      start: (root: string, token: string) => startHelper('./serve.ts', [root, token, folder]),
    };
    const bare = { ...ours, start: (root: string, token: string) => startHelper('./serve-echo.ts', [root, token]) };
    const columns = [
      'bot',
      'updates/s',
      'received → first send: p50',
      'p99',
      'answered meanwhile',
      'cores',
      'memory at most',
    ];
    const echoed = await withPeople(bare, (people) => rowsOf('bare grammY echo', people));
    const [served, back] = await withPeople(ours, async (people) => [
      await rowsOf('Campanile', people),
      await backAfterKill(people),
    ]);
    return [
      markdownTable(columns, [...echoed, ...served]),
      `Killed under load with ${KEPT.toLocaleString('en')} groups kept, and started again: the first answer after ${((back ?? 0) / 1000).toFixed(1)} s (median of ${KILLS}).`,
    ].join('\n\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
