import { inject } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog, type Log } from '../../src/log.ts';

/** The real application over the index that was built for the tests. */
export const openTestApp = (environment: NodeJS.ProcessEnv = {}, log: Log = createLog('silent')): Promise<App> =>
  createApp(readConfig({ DATA_DIR: inject('dataFolder'), ...environment }), log);
