/** The server's own clock: it runs with the machine's, and a test may move it on. What is due then is done at once, in order. */
export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
  /** Does something after so many milliseconds of this clock; gives what calls it off. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
  /** Calls all off. */
  readonly stop: () => void;
};

type Due = { readonly at: number; readonly act: () => void };

export const createClock = (): Clock => {
  let ahead = 0;
  let waiting: Due[] = [];
  let timer: NodeJS.Timeout | undefined;

  const now = (): number => Date.now() + ahead;
  const wind = (): void => {
    clearTimeout(timer);
    const [next] = waiting;
    timer = next && setTimeout(run, Math.max(0, next.at - now()));
  };
  const run = (): void => {
    for (let next = waiting[0]; next && next.at <= now(); next = waiting[0]) {
      waiting.shift();
      next.act();
    }
    wind();
  };

  return {
    now,
    advance: (milliseconds) => {
      ahead += milliseconds;
      run();
    },
    after: (milliseconds, act) => {
      const due: Due = { at: now() + milliseconds, act };
      const place = waiting.findIndex(({ at }) => at > due.at);
      waiting.splice(place < 0 ? waiting.length : place, 0, due);
      if (waiting[0] === due) wind();
      return () => {
        waiting = waiting.filter((one) => one !== due);
      };
    },
    stop: () => {
      clearTimeout(timer);
      waiting = [];
    },
  };
};
