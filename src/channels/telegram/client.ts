import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Api, type RawApi } from 'grammy';
import { TelegramError } from './errors.ts';

export type Connection = { readonly token: string; readonly apiRoot: string };

/** More connections than this would not make Telegram faster, and a backlog after an outage must not use up the machine's. */
const MOST_CONNECTIONS = 64;
const MOST_CHARACTERS = 200;

type Refusal = {
  readonly error_code?: unknown;
  readonly description?: unknown;
  readonly parameters?: { readonly retry_after?: unknown; readonly migrate_to_chat_id?: unknown };
};

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const refusedBy = (answer: Refusal | null, token: string): TelegramError => {
  const { error_code, description, parameters } = answer ?? {};
  const seconds = numberOr(parameters?.retry_after);
  return new TelegramError(
    numberOr(error_code),
    String(description ?? 'Telegram answered nothing that can be read')
      .replaceAll(token, '…')
      .slice(0, MOST_CHARACTERS),
    { retryAfter: seconds === null ? null : seconds * 1000, movedTo: numberOr(parameters?.migrate_to_chat_id) },
  );
};

/** The code of a network fault (`ECONNREFUSED`), wherever the libraries put it; never their words, which name the token. */
export const faultOf = (error: unknown): string => {
  const { error: wrapped, cause } = (error ?? {}) as { error?: unknown; cause?: unknown };
  const inner = wrapped ?? cause;
  const code = (inner as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[A-Z_]{2,40}$/.test(code) ? ` (${code})` : '';
};

/** Where the Bot API is, without a slash at the end. */
export const rootOf = ({ apiRoot }: Connection): string => apiRoot.replace(/\/+$/, '');

/**
 * The methods of the Bot API over kept connections. Each call ends within `seconds`; one that fails throws a TelegramError, and nothing
 * else. Nothing is tried twice.
 */
export const connect = (connection: Connection, seconds: number): RawApi => {
  const { token } = connection;
  const root = rootOf(connection);
  const Agent = root.startsWith('http:') ? HttpAgent : HttpsAgent;
  const api = new Api(token, {
    apiRoot: root,
    timeoutSeconds: seconds,
    baseFetchConfig: { compress: true, agent: new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS }) },
  });
  api.config.use(async (previous, method, payload, signal) => {
    const answer = await previous(method, payload, signal).catch((error: unknown) => {
      throw new TelegramError(null, `Telegram could not be reached${faultOf(error)}`);
    });
    if (!answer?.ok) throw refusedBy(answer, token);
    return answer;
  });
  return api.raw;
};

/** A signal as grammY's types want it: they name an older one, and what runs takes the platform's own. */
export const cancelledBy = (signal: AbortSignal): NonNullable<Parameters<RawApi['getMe']>[0]> => signal as never;
