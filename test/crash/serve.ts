// Run by the crash harness: the real app against a Bot API server, killed at a named point.
// node test/crash/serve.ts <root> <token> <data folder> [<point> <nth>]
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { dieAt, watchPolling } from './points.ts';

const [root, token, folder = '', point, nth] = process.argv.slice(2);
const config = readConfig({
  DATA_DIR: folder,
  KEY_FILE: join(folder, 'keys', 'campanile.key'),
  TELEGRAM_BOT_TOKEN: token,
  TELEGRAM_API_ROOT: root,
});
const app = await createApp(config, createLog('warn'));
await app.prepare();
const { pipeline, close } = await app.serve(app.channels, { observe: watchPolling(dieAt(point, Number(nth))) });
process.once('SIGTERM', async () => {
  await pipeline.stop(5000);
  await close();
});
await pipeline.start();
