import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The product's own: `npm start` runs with the same. */
export const FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=256'];

/** Runs a script of this folder in a process of its own, so that its memory is its own, and gives the object that it prints. */
export const inChild = <Told>(script: string, args: readonly string[], flags = FLAGS): Promise<Told> =>
  new Promise((resolve, reject) => {
    const file = new URL(script, import.meta.url).pathname;
    const child = spawn(process.execPath, [...flags, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (piece) => (out += piece));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(out) as Told) : reject(new Error(`${script} ended with ${code}`)),
    );
  });

/** What this process has held at most: Linux counts it anew for each program, while `maxRSS` is inherited from the parent. */
const peak = (): number => {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1e3;
  } catch {
    return process.resourceUsage().maxRSS / 1e3;
  }
};

/** Megabytes of memory that this process holds, and has held at most. */
export const memory = (): { now: number; most: number } => ({
  now: Math.round(process.memoryUsage.rss() / 1e6),
  most: Math.round(peak()),
});
