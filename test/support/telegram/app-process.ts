import { spawn } from 'node:child_process';
import { root } from '../project.ts';

/** What `npm start` runs, in a process of its own. */
export type AppProcess = {
  /** Resolves when it serves; rejects with what it said when it ends before. */
  readonly ready: Promise<void>;
  /** All that it said so far, on standard output and error. */
  readonly said: () => string;
  /** Tells it to end, as the machine does; gives the exit code. */
  readonly end: () => Promise<number | null>;
  /** Ends it at once, whatever it is doing. */
  readonly kill: () => Promise<unknown>;
};

/** Starts it with these settings and none of this process's own. */
export const startApp = (settings: NodeJS.ProcessEnv): AppProcess => {
  const child = spawn(process.execPath, ['bin/campanile.cjs'], {
    cwd: root,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const over = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece) => {
        said += piece;
        if (/serving telegram/.test(said)) resolve();
      });
    void over.then((code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
  ready.catch(() => {});
  return {
    ready,
    said: () => said,
    end: () => {
      child.kill('SIGTERM');
      return over;
    },
    kill: () => {
      child.kill('SIGKILL');
      return over;
    },
  };
};
