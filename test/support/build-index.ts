import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the indexes of the real knowledge, built once for all tests. */
    dataFolder: string;
  }
}

/** Builds the real indexes once; tests open them as a second start would. */
export default async ({ provide }: TestProject): Promise<() => void> => {
  const folder = mkdtempSync(join(tmpdir(), 'campanile-test-'));
  const app = await createApp(readConfig({ DATA_DIR: folder }), createLog('warn'));
  await app.prepare(true);
  provide('dataFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
};
