// Run by the crash harness: the real app, with the settings of its environment, killed at a named point.
// node test/crash/serve.ts [<point> <nth>]
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { dieAt, watchPolling } from './points.ts';

const [point, nth] = process.argv.slice(2);
const app = await createApp(readConfig(), createLog('warn'));
await app.prepare();
const { pipeline, close } = await app.serve(app.channels, { observe: watchPolling(dieAt(point, Number(nth))) });
process.once('SIGTERM', async () => {
  await pipeline.stop(5000);
  await close();
});
await pipeline.start();
