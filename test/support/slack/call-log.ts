/** One call of the bot, as it came and as it was answered. */
export type Call = {
  /** Counts all calls from 1, also those no longer remembered. */
  readonly number: number;
  /** The server's clock, in milliseconds. */
  readonly at: number;
  /** A method of the Web API; `response_url`, `upload` and `download` for what has an address of its own. */
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly result?: Readonly<Record<string, unknown>>;
  /** Slack's word for what was wrong, when it failed. */
  readonly error?: string;
  /** What was wrong, in detail. */
  readonly messages?: readonly string[];
  /** It was carried out, but the answer never reached the bot. */
  readonly answerLost?: true;
};

export type CallQuery = {
  readonly method?: string | undefined;
  /** The channel as the call named it. */
  readonly channel?: string | undefined;
  /** Only calls with a higher number. */
  readonly after?: number | undefined;
};

export type CallLog = {
  readonly add: (call: Omit<Call, 'number'>) => void;
  readonly find: (query: CallQuery) => Call[];
  readonly count: () => number;
  /** When the last call came, by the machine's monotonic clock. */
  readonly lastAt: () => number;
};

/** The channel that a call names, whatever the method calls it. */
export const channelOf = (payload: Readonly<Record<string, unknown>>): unknown =>
  payload.channel ?? payload.channel_id ?? payload.user_id;

export const createCallLog = (keep: number): CallLog => {
  let calls: Call[] = [];
  let count = 0;
  let lastAt = 0;
  return {
    add: (call) => {
      count += 1;
      lastAt = performance.now();
      if (keep === 0) return;
      calls.push({ ...call, number: count });
      if (calls.length > 2 * keep) calls = calls.slice(-keep);
    },
    find: ({ method, channel, after = 0 }) =>
      calls.filter(
        (call) =>
          call.number > after &&
          (method === undefined || call.method === method) &&
          (channel === undefined || channelOf(call.payload) === channel),
      ),
    count: () => count,
    lastAt: () => lastAt,
  };
};
