/** The server's own clock: it runs with the machine's, and a test may move it on. */
export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whole seconds, as the Bot API writes dates. */
  readonly seconds: () => number;
  readonly advance: (milliseconds: number) => void;
};

export const createClock = (): Clock => {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
};
