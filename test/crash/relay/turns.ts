/** Lets people act so often and no more. */
export type Turns = {
  /** So many more acts may begin. */
  readonly allow: (acts: number) => void;
  /** Does something once it may. */
  readonly take: <Result>(act: () => Promise<Result>) => Promise<Result>;
  /** How many acts may still begin, or are being done; throws what one of them failed with. */
  readonly left: () => number;
  /** Somebody can go on no more. */
  readonly fail: (error: unknown) => void;
};

export const createTurns = (): Turns => {
  const waiting: (() => void)[] = [];
  let free = 0;
  let busy = 0;
  let failure: unknown;
  return {
    allow: (acts) => {
      for (free += acts; free > 0 && waiting.length > 0; free -= 1) waiting.shift()!();
    },
    take: async (act) => {
      if (free > 0) free -= 1;
      else await new Promise<void>((go) => waiting.push(go));
      busy += 1;
      try {
        return await act();
      } finally {
        busy -= 1;
      }
    },
    left: () => {
      if (failure !== undefined) throw failure;
      return free + busy;
    },
    fail: (error) => {
      failure = error;
    },
  };
};
