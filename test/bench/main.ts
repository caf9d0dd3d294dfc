// What the README says of how well and how fast it is, measured in one run. Run: npm run bench, or npm run bench -- parts store; crash runs only when it is named
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { benchCanaries } from './canaries.ts';
import { benchCosts } from './costs.ts';
import { benchCrash } from './crash.ts';
import { benchCurve } from './curve.ts';
import { benchGrowth } from './growth.ts';
import { benchLoad } from './load.ts';
import { tell } from './markdown.ts';
import { benchParts } from './parts.ts';
import { benchRelay } from './relay.ts';
import { benchRetrieval } from './retrieval.ts';
import { benchStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'campanile-bench-'));

let opened: Promise<App> | undefined;
const open = async (): Promise<App> => {
  tell('building the index');
  const app = await createApp(readConfig({ DATA_DIR: folder }), createLog('warn'));
  await app.prepare();
  return app;
};
/** A part that asks the app over the whole index, which is built once. */
const over = (run: (app: App) => Promise<string>) => async (): Promise<string> => {
  opened ??= open();
  return run(await opened);
};

/** `onlyNamed`: too long to be run with the others. */
const BENCHES: Readonly<Record<string, { title: string; run: () => Promise<string>; onlyNamed?: true }>> = {
  retrieval: { title: 'Beside other searches', run: over(benchRetrieval) },
  parts: { title: 'What each part adds', run: over(benchParts) },
  curve: { title: 'The learning curve', run: over(benchCurve) },
  costs: { title: 'Times, memory, disk', run: benchCosts },
  growth: { title: 'How it grows', run: benchGrowth },
  store: { title: 'What the store keeps up with', run: benchStore },
  relay: { title: 'Between citizen and desk', run: over(benchRelay) },
  load: { title: 'How it bears load', run: benchLoad },
  canaries: { title: 'Nothing is seen elsewhere', run: benchCanaries },
  crash: { title: 'How it bears kills', run: over(() => benchCrash(folder)), onlyNamed: true },
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(BENCHES, name));
if (unknown !== undefined) {
  process.stderr.write(`bench: there is no "${unknown}"; the parts are ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}

try {
  for (const [name, { title, run, onlyNamed = false }] of Object.entries(BENCHES)) {
    if (wanted.length > 0 ? !wanted.includes(name) : onlyNamed) continue;
    tell(name);
    console.log(`### ${title}\n\n${await run()}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
