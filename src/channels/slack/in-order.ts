/** Does work one at a time for each key, in the order in which it is given; other keys do not wait. */
export const createInOrder = (): (<Result>(key: string, work: () => Promise<Result>) => Promise<Result>) => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
};

/** Waits for something no longer than this, in milliseconds; gives the other thing then. */
export const within = async <Result, Other>(
  work: Promise<Result>,
  milliseconds: number,
  otherwise: Other,
): Promise<Result | Other> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Other>((resolve) => (timer = setTimeout(() => resolve(otherwise), milliseconds)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
