import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { CampanileError } from '../domain/errors.ts';

/** Holds a data folder for one worker. */
export type Lock = {
  /** True when the worker before this one was killed, or the machine stopped under it. */
  readonly endedBadly: boolean;
  /** Lets go of the folder, its work having ended well. */
  release(): void;
  /** Lets go of it as a kill would: the next worker looks whether all is whole. */
  abandon(): void;
};

const readHolder = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
};

/**
 * Locks a data folder; throws a CampanileError while another worker holds it. The lock is SQLite's, on a file of its own: it dies with
 * the process, however that ends.
 */
export const lockFolder = (folder: string): Lock => {
  const holderFile = join(folder, 'worker.pid');
  const held = new Sqlite(join(folder, 'worker.lock'), { timeout: 0 });
  const before = readHolder(holderFile);
  try {
    held.exec('begin exclusive');
  } catch (cause) {
    held.close();
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause;
    throw new CampanileError(
      'lock',
      `another Campanile works on ${folder}${before ? ` (process ${before})` : ''}`,
      'Stop that one first, or give this one a DATA_DIR of its own. Two would answer everything twice.',
      { cause },
    );
  }
  try {
    writeFileSync(holderFile, `${process.pid} on ${hostname()}\n`);
  } catch (cause) {
    held.close();
    throw cause;
  }
  return {
    endedBadly: before !== undefined,
    release: () => {
      rmSync(holderFile, { force: true });
      held.close();
    },
    abandon: () => void held.close(),
  };
};
