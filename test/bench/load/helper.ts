import { fork } from 'node:child_process';
import { once } from 'node:events';
import { FLAGS } from '../in-child.ts';

/** A script of this folder in a process of its own, which tells and is told things. */
export type Helper = {
  /** The next thing that it tells. */
  next<Told>(): Promise<Told>;
  tell(what: string | object): void;
  /** Ends it, and resolves when it has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
};

export const startHelper = (script: string, args: readonly string[]): Helper => {
  const child = fork(new URL(script, import.meta.url), args, { execArgv: FLAGS });
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    next: async <Told>() => {
      const ended = over.then(() => Promise.reject(new Error(`${script} has ended`)));
      const [told] = await Promise.race([once(child, 'message'), ended]);
      return told as Told;
    },
    tell: (what) => void child.send(what),
    end: async (signal) => {
      child.kill(signal);
      await over;
    },
  };
};
