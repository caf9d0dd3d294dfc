/** Work that is done one thing at a time for each key, in order, and side by side for different keys. */
export type OneByOne<Item> = {
  add(key: string, item: Item): void;
  /** What waits behind the item being done under a key. */
  behind(key: string): readonly Item[];
  /** Takes everything away that waits under a key, and gives it. */
  clear(key: string): Item[];
  /** Resolves when nothing is being done or waits. */
  idle(): Promise<void>;
  readonly size: number;
};

/** `work` may fail only by its own doing: whatever it rejects with ends that item alone and is told to `onError`. */
export const createOneByOne = <Item>(
  work: (item: Item, key: string) => Promise<void>,
  onError: (error: unknown) => void,
): OneByOne<Item> => {
  const queues = new Map<string, Item[]>();
  let waitingForIdle: (() => void)[] = [];
  let size = 0;

  const run = async (key: string, queue: Item[]): Promise<void> => {
    for (let item = queue[0]; item !== undefined; item = queue[0]) {
      try {
        await work(item, key);
      } catch (error) {
        onError(error);
      }
      if (queue[0] === item) {
        queue.shift();
        size -= 1;
      }
    }
    queues.delete(key);
    if (queues.size > 0) return;
    for (const resolve of waitingForIdle) resolve();
    waitingForIdle = [];
  };

  return {
    add: (key, item) => {
      size += 1;
      const queue = queues.get(key);
      if (queue) queue.push(item);
      else {
        const started = [item];
        queues.set(key, started);
        void run(key, started);
      }
    },
    behind: (key) => queues.get(key)?.slice(1) ?? [],
    clear: (key) => {
      const cleared = queues.get(key)?.splice(1) ?? [];
      size -= cleared.length;
      return cleared;
    },
    idle: () => (queues.size === 0 ? Promise.resolve() : new Promise((resolve) => waitingForIdle.push(resolve))),
    get size() {
      return size;
    },
  };
};
