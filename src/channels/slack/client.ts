import type { webApi } from '@slack/bolt';
import { SlackError } from './errors.ts';

export type Connection = {
  readonly token: string;
  /** Where the Web API is: `https://slack.com/api/`. */
  readonly apiUrl: string;
};

/** One call of the Web API; rejects with a SlackError and nothing else. Nothing is tried twice. */
export type Call = (
  method: string,
  args?: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

const CALL_MILLISECONDS = 10_000;

/** Costs 300 ms and 40 MB, so it is loaded only where Slack is configured, at the first use. */
export const loadBolt = () => import('@slack/bolt');

const silence = (): void => {};
/** The library's own lines hold texts and headers. */
export const SILENT = {
  debug: silence,
  info: silence,
  warn: silence,
  error: silence,
  setLevel: silence,
  setName: silence,
  getLevel: (): never => 'error' as never,
};

/** How the library is to call: within ten seconds, once, and without waiting for anybody. */
export const callOptions = (apiUrl: string) => ({
  slackApiUrl: apiUrl,
  timeout: CALL_MILLISECONDS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

/** The code of a network fault (`ECONNREFUSED`), wherever the libraries put it; never their words, which may name the token. */
const faultOf = (error: unknown): string => {
  for (let one = error; typeof one === 'object' && one !== null; ) {
    const { code, original, cause } = one as { code?: unknown; original?: unknown; cause?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z_]{2,40}$/.test(code)) return ` (${code})`;
    one = original ?? cause;
  }
  return '';
};

/** What the library throws as what we know of it. */
export const asSlackError = (method: string, thrown: unknown): SlackError => {
  if (thrown instanceof SlackError) return thrown;
  const { data, retryAfter, statusCode } = (thrown ?? {}) as {
    data?: { error?: unknown };
    retryAfter?: unknown;
    statusCode?: unknown;
  };
  if (typeof retryAfter === 'number') return new SlackError('ratelimited', `${method}: ratelimited`, retryAfter * 1000);
  const word = data?.error;
  if (typeof word === 'string' && /^[a-z][a-z_]{2,60}$/.test(word)) return new SlackError(word, `${method}: ${word}`);
  const status = typeof statusCode === 'number' ? ` (${statusCode})` : '';
  return new SlackError(
    null,
    data || status
      ? `Slack answered nothing that can be read${status}`
      : `Slack could not be reached${faultOf(thrown)}`,
  );
};

/** The Web API with the bot's token. */
export const connect = ({ token, apiUrl }: Connection): Call => {
  let opened: Promise<webApi.WebClient> | undefined;
  const open = async (): Promise<webApi.WebClient> => {
    const bolt = await loadBolt();
    return new bolt.webApi.WebClient(token, { ...callOptions(apiUrl), logger: SILENT });
  };
  return async (method, args = {}) => {
    opened ??= open();
    const client = await opened;
    try {
      return { ...(await client.apiCall(method, { ...args })) };
    } catch (thrown) {
      throw asSlackError(method, thrown);
    }
  };
};
