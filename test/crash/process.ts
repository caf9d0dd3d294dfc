import { spawn } from 'node:child_process';

/** How `npm start` runs: a subject's own bounds. A strict server has none, since it keeps all that was said. */
export const PRODUCT_FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=256'];

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
export const startLife = (
  script: URL,
  args: readonly string[] = [],
  settings: NodeJS.ProcessEnv = {},
  flags: readonly string[] = [],
): Life => {
  const child = spawn(process.execPath, [...flags, script.pathname, ...args], {
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
