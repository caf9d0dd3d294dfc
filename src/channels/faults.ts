/** Where lines for the operator go. */
export type Log = { readonly info: (line: string) => void; readonly warn: (line: string) => void };

/** What the operator is told of a fault, and of its end: once, however often it comes again. */
export type Faults = { readonly tell: (line: string) => void; readonly over: () => void };

export const createFaults = (log: Log, overLine: string): Faults => {
  let told: string | null = null;
  return {
    tell: (line) => {
      if (line !== told) log.warn(line);
      told = line;
    },
    over: () => {
      if (told !== null) log.info(overLine);
      told = null;
    },
  };
};
