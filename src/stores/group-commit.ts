type Call = {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
};

/** Runs work in a transaction together with all that waits at the same moment; resolves when it is durable. */
export type GroupCommit = {
  run<Value>(work: () => Value): Promise<Value>;
  /** Resolves when nothing waits any more. */
  settled(): Promise<void>;
};

/** So that one group never holds up the rest of the process for long. */
const MOST = 256;

/**
 * Making a transaction durable costs far more than what is written in it, so all calls of one moment share one.
 *
 * @param transact runs work in one transaction; throws when nothing of it was kept
 * @param isEverybodys whether an error concerns all calls (a full disk) rather than the one that threw it
 */
export const createGroupCommit = (
  transact: (work: () => void) => void,
  isEverybodys: (error: unknown) => boolean,
): GroupCommit => {
  let calls: Call[] = [];
  let scheduled = false;

  const runTogether = (group: readonly Call[]): void => {
    const values: unknown[] = [];
    try {
      transact(() => {
        for (const { work } of group) values.push(work());
      });
    } catch (error) {
      // One call's own fault must not undo its neighbours: each is tried again by itself.
      if (group.length > 1 && !isEverybodys(error)) for (const call of group) runTogether([call]);
      else for (const { reject } of group) reject(error);
      return;
    }
    group.forEach(({ resolve }, at) => {
      resolve(values[at] as never);
    });
  };

  const flush = (): void => {
    const group = calls.slice(0, MOST);
    calls = calls.slice(MOST);
    scheduled = calls.length > 0;
    if (scheduled) setImmediate(flush);
    runTogether(group);
  };

  const run = <Value>(work: () => Value): Promise<Value> =>
    new Promise((resolve, reject) => {
      calls.push({ work, resolve, reject });
      if (!scheduled) setImmediate(flush);
      scheduled = true;
    });

  return { run, settled: () => run(() => {}) };
};
