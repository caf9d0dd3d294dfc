import { spawn } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

/** A data folder of its own, with the index that was built for the tests: where conversations are kept, one worker works. */
export const ownDataFolder = (): { DATA_DIR: string; KEY_FILE: string } => {
  const folder = mkdtempSync(join(inject('dataFolder'), 'own-'));
  symlinkSync(join(inject('dataFolder'), 'index'), join(folder, 'index'));
  return { DATA_DIR: folder, KEY_FILE: join(folder, 'keys', 'campanile.key') };
};

const launcher = fileURLToPath(new URL('../../bin/campanile.cjs', import.meta.url));

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the command line as a person would, with this text on standard input. */
export const campanile = (
  words: readonly string[],
  input: string | Buffer = '',
  environment: NodeJS.ProcessEnv = {},
): Promise<Ran> => runNode(process.execPath, [launcher, ...words], input, environment);

export const runNode = (
  node: string,
  words: readonly string[],
  input: string | Buffer,
  environment: NodeJS.ProcessEnv,
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(node, words, {
      env: {
        PATH: process.env.PATH,
        DATA_DIR: inject('dataFolder'),
        KEY_FILE: join(inject('dataFolder'), 'keys', 'campanile.key'),
        LANG: 'en_GB.UTF-8',
        LOG_LEVEL: 'warn',
        ...environment,
      },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (piece) => (out += piece));
    child.stderr.on('data', (piece) => (err += piece));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });

export const linesOf = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** The command line left running, as a chat that goes on. */
export type Running = {
  /** Writes a line, and resolves with all that was printed until its `done`. */
  says(line: string): Promise<string[]>;
  /** Ends its input and waits for its end. */
  end(): Promise<void>;
};

export const startCampanile = (words: readonly string[], environment: NodeJS.ProcessEnv): Running => {
  const child = spawn(process.execPath, [launcher, ...words], {
    env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8', LOG_LEVEL: 'warn', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    says: async (line) => {
      child.stdin.write(`${line}\n`);
      const printed: string[] = [];
      for (let next = await lines.next(); !next.done; next = await lines.next()) {
        printed.push(next.value);
        if (next.value.includes('"done":true')) break;
      }
      return printed;
    },
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
};
