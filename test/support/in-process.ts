import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A script of this folder in a process of its own, and what it has told so far, line by line. */
export type InProcess = {
  readonly pid: number;
  readonly lines: readonly string[];
  /** Resolves when it tells this line, rejects when it ends before. */
  told(line: string): Promise<void>;
  /** Ends it as the machine would: at once, whatever it is doing. */
  kill(): Promise<void>;
  /** Resolves with the exit code, null when it was killed. */
  readonly ended: Promise<number | null>;
  readonly errors: () => string;
};

export const runScript = (script: string, ...args: readonly string[]): InProcess => {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let rest = '';
  let errors = '';
  let waiting: { line: string; resolve: () => void }[] = [];
  child.stderr.on('data', (piece) => (errors += piece));
  child.stdout.on('data', (piece) => {
    const whole = `${rest}${piece}`.split('\n');
    rest = whole.pop() ?? '';
    lines.push(...whole);
    for (const { line, resolve } of waiting) if (lines.includes(line)) resolve();
    waiting = waiting.filter(({ line }) => !lines.includes(line));
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    pid: child.pid ?? 0,
    lines,
    ended,
    errors: () => errors,
    told: (line) =>
      Promise.race([
        lines.includes(line) ? Promise.resolve() : new Promise<void>((resolve) => waiting.push({ line, resolve })),
        ended.then(() => Promise.reject(new Error(`it ended before it told "${line}": ${errors}`))),
      ]),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
