// What the README says of how well and how fast the search is, measured in one run. Run: npm run bench, or npm run bench -- parts
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { benchCosts } from './costs.ts';
import { benchCurve } from './curve.ts';
import { benchGrowth } from './growth.ts';
import { tell } from './markdown.ts';
import { benchParts } from './parts.ts';
import { benchRetrieval } from './retrieval.ts';

const BENCHES: Readonly<Record<string, { title: string; run: (app: App) => Promise<string> }>> = {
  retrieval: { title: 'Beside other searches', run: benchRetrieval },
  parts: { title: 'What each part adds', run: benchParts },
  curve: { title: 'The learning curve', run: benchCurve },
  costs: { title: 'Times, memory, disk', run: benchCosts },
  growth: { title: 'How it grows', run: benchGrowth },
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(BENCHES, name));
if (unknown !== undefined) {
  process.stderr.write(`bench: there is no "${unknown}"; the parts are ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'campanile-bench-'));
try {
  tell('building the index');
  const app = await createApp(readConfig({ DATA_DIR: folder }), createLog('warn'));
  await app.prepare();
  for (const [name, { title, run }] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    tell(name);
    console.log(`### ${title}\n\n${await run(app)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
