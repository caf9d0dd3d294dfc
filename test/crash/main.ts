// Kills the real program again and again while people write to it, and tells what was lost.
// Run: npm run crash -- --updates 10000 --kills 200 [--seed 2] [telegram] [grammy] [slack] [slack-http] [relay]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { SUBJECTS } from './subject.ts';
import { crashTable, isSound } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    updates: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const [updates, kills, seed] = [Number(values.updates), Number(values.kills), Number(values.seed)];
const unknown = positionals.find((name) => !Object.hasOwn(SUBJECTS, name));
if (unknown !== undefined) {
  process.stderr.write(`crash: there is no "${unknown}"; there are ${Object.keys(SUBJECTS).join(', ')}\n`);
  process.exit(2);
}
const subjects = Object.entries(SUBJECTS)
  .filter(([name]) => positionals.length === 0 || positionals.includes(name))
  .map(([, subject]) => subject);

const dataFolder = mkdtempSync(join(tmpdir(), 'campanile-crash-'));
try {
  process.stderr.write('crash: building the index …\n');
  const app = await createApp(readConfig({ DATA_DIR: dataFolder }), createLog('warn'));
  await app.prepare();
  const plan = { updates, kills, seed, dataFolder };
  const table = await crashTable(subjects, plan, (subject, verdict) => {
    if (subject !== SUBJECTS.grammy && !isSound(verdict)) process.exitCode = 1;
  });
  console.log(table);
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
