// Kills the real program again and again while people write to it, and tells what was lost. Run: npm run crash -- --updates 10000 --kills 200
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { markdownTable } from '../bench/markdown.ts';
import type { Verdict } from './judge.ts';
import { runCrash } from './run.ts';
import { campanile, grammy } from './subject.ts';

const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const [updates, kills, seed] = [Number(values.updates), Number(values.kills), Number(values.seed)];

const rowOf = (name: string, verdict: Verdict): string[] => [
  name,
  ...[verdict.lost, verdict.doubled, verdict.outOfOrder, verdict.extra, verdict.beyondInFlight].map(String),
];

const dataFolder = mkdtempSync(join(tmpdir(), 'campanile-crash-'));
try {
  process.stderr.write('crash: building the index …\n');
  const app = await createApp(readConfig({ DATA_DIR: dataFolder }), createLog('warn'));
  await app.prepare();
  const rows: string[][] = [];
  for (const subject of [campanile, grammy]) {
    const tell = (what: string): void => void process.stderr.write(`crash: ${subject.name}: ${what}\n`);
    const verdict = await runCrash(subject, { updates, kills, seed, dataFolder, tell });
    tell(JSON.stringify(verdict));
    rows.push(rowOf(subject.name, verdict));
    const { lost, doubled, outOfOrder, beyondInFlight } = verdict;
    if (subject === campanile && lost + doubled + outOfOrder + beyondInFlight > 0) process.exitCode = 1;
  }
  const columns = [`${updates} updates, ${kills} kills`, 'lost', 'changed twice', 'out of order', 'extra replies'];
  console.log(markdownTable([...columns, '… beyond the one in flight in a chat'], rows));
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
