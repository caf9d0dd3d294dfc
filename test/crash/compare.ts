/** How what happened differs from what should have. */
export type Difference = {
  readonly lost: number;
  /** Where in what happened something happened again. */
  readonly again: readonly number[];
  /** Happened after something that should have come later. */
  readonly outOfOrder: number;
};

/** How far around the place where things stand something is looked for. */
const REACH = 6;

/** Compares what happened in a chat with what should have, in order. */
export const compare = (expected: readonly string[], happened: readonly string[]): Difference => {
  let at = 0;
  const again: number[] = [];
  let outOfOrder = 0;
  const missing: string[] = [];
  for (const [index, one] of happened.entries()) {
    if (one === expected[at]) {
      at += 1;
    } else if (missing.includes(one)) {
      missing.splice(missing.indexOf(one), 1);
      outOfOrder += 1;
    } else if (expected.slice(Math.max(0, at - REACH), at).includes(one)) {
      again.push(index);
    } else {
      const ahead = expected.slice(at, at + REACH).indexOf(one);
      if (ahead < 0) {
        again.push(index);
      } else {
        missing.push(...expected.slice(at, at + ahead));
        at += ahead + 1;
      }
    }
  }
  return { lost: missing.length + expected.length - at, again, outOfOrder };
};
