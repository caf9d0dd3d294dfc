/** One call of the bot, as it came and as it was answered. */
export type Call = {
  /** Counts all calls from 1, also those no longer remembered. */
  readonly number: number;
  /** The server's clock, in milliseconds. */
  readonly at: number;
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly result?: unknown;
  /** What was wrong, when it failed. */
  readonly description?: string;
  /** It was carried out, but the answer never reached the bot. */
  readonly answerLost?: true;
};

export type CallQuery = {
  readonly method?: string | undefined;
  readonly chat?: number | undefined;
  /** Only calls with a higher number. */
  readonly after?: number | undefined;
  /** With the polls, which are left out otherwise unless asked for by `method`. */
  readonly polls?: boolean | undefined;
};

export type CallLog = {
  readonly add: (call: Omit<Call, 'number'>) => void;
  readonly find: (query: CallQuery) => Call[];
  readonly count: () => number;
  /** When the last call other than a poll came, by the machine's monotonic clock. */
  readonly lastAt: () => number;
};

export const createCallLog = (keep: number): CallLog => {
  let calls: Call[] = [];
  let count = 0;
  let lastAt = 0;
  return {
    add: (call) => {
      count += 1;
      if (call.method !== 'getUpdates') lastAt = performance.now();
      if (keep === 0) return;
      calls.push({ ...call, number: count });
      if (calls.length > 2 * keep) calls = calls.slice(-keep);
    },
    find: ({ method, chat, after = 0, polls = false }) =>
      calls.filter(
        (call) =>
          call.number > after &&
          (method ? call.method === method : polls || call.method !== 'getUpdates') &&
          (chat === undefined || Number(call.payload.chat_id) === chat),
      ),
    count: () => count,
    lastAt: () => lastAt,
  };
};
