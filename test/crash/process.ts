import { spawn } from 'node:child_process';

/** The product's own: `npm start` runs with the same. */
const FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=256'];

/** A process that may end at any moment. */
export type Life = {
  /** The first line that it prints. */
  readonly line: Promise<string>;
  /** Resolves when it is over, with the signal that ended it, if one did. */
  readonly over: Promise<NodeJS.Signals | null>;
  readonly isOver: () => boolean;
  readonly kill: (signal: NodeJS.Signals) => void;
};

/** Starts a script with these settings beside this process's own; `over` rejects with what it said when it ends by a fault of its own. */
export const startLife = (script: URL, args: readonly string[] = [], settings: NodeJS.ProcessEnv = {}): Life => {
  const child = spawn(process.execPath, [...FLAGS, script.pathname, ...args], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let isOver = false;
  child.stderr.on('data', (piece) => (said += piece));
  const line = new Promise<string>((resolve) => child.stdout.once('data', (piece) => resolve(String(piece))));
  const over = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      isOver = true;
      if (code) reject(new Error(`${script.pathname} ended with ${code}: ${said}`));
      else resolve(signal);
    });
  });
  over.catch(() => {});
  return { line, over, isOver: () => isOver, kill: (signal) => void child.kill(signal) };
};
