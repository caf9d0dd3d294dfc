import type { Config } from './config.ts';

/** One line on standard error for the operator; never what a person wrote. */
export type Log = {
  readonly warn: (line: string) => void;
  readonly info: (line: string) => void;
  readonly debug: (line: string) => void;
};

const RANK = { silent: 0, error: 1, warn: 2, info: 3, debug: 4 } as const;

export const createLog = (
  level: Config['logLevel'],
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log => {
  const at = (needed: keyof typeof RANK) => (line: string) => {
    if (RANK[level] >= RANK[needed]) write(`campanile: ${line}\n`);
  };
  return { warn: at('warn'), info: at('info'), debug: at('debug') };
};
