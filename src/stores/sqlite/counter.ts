import type { Statements } from './statements.ts';

/** Numbers that never come again: read once in each transaction, and written once. */
export type Counter = {
  /** The next number; only within `counting`. */
  draw(): number;
  counting(work: () => void): void;
};

export const createCounter = (run: Pick<Statements, 'last' | 'setLast'>): Counter => {
  let last = 0;
  return {
    draw: () => {
      last += 1;
      return last;
    },
    counting: (work) => {
      const before = run.last.one({})?.last ?? 0;
      last = before;
      work();
      if (last > before) run.setLast.run({ last });
    },
  };
};
