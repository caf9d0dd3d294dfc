// Prints what README shows: node test/support/telegram/print-first-tick.ts
// The real program is started on a data folder of its own, over the strict server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from './app-process.ts';
import { walkToFirstTick } from './first-tick.ts';
import { startBotApi } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'campanile-first-tick-'));
const server = await startBotApi();
const app = startApp({
  DATA_DIR: join(folder, 'data'),
  KEY_FILE: join(folder, 'keys', 'campanile.key'),
  TELEGRAM_BOT_TOKEN: server.token,
  TELEGRAM_API_ROOT: server.root,
});
try {
  await app.ready;
  console.log((await walkToFirstTick(server)).seen);
} finally {
  await app.end();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
