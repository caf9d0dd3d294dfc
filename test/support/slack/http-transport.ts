import { createHmac } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Attempt, Result } from './outbox.ts';

const WITHIN_MS = 3000;

/** How Slack signs: `v0`, HMAC-SHA256 over the version, the second and the body. */
export const signatureOf = (secret: string, second: number | string, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${second}:${body}`).digest('hex')}`;

export type Post = {
  readonly url: string;
  readonly body: string;
  readonly type: string;
  readonly secret: string;
  /** Seconds since 1970; the machine's clock unless told. */
  readonly second?: number;
  readonly signature?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

/** Posts a body signed as Slack does. The second is the machine's own: receivers compare it with theirs. */
export const postSigned = (post: Post): Promise<Response> => {
  const second = post.second ?? Math.floor(Date.now() / 1000);
  return fetch(post.url, {
    method: 'POST',
    body: post.body,
    ...(post.signal && { signal: post.signal }),
    headers: {
      'content-type': post.type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': String(second),
      'x-slack-signature': post.signature ?? signatureOf(post.secret, second, post.body),
      ...post.headers,
    },
  });
};

/** A body in the form that its kind has: JSON for events, a form for the rest. */
export const bodyOf = ({ kind, payload }: Pick<Attempt, 'kind' | 'payload'>): { body: string; type: string } => {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return { body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** One attempt over HTTP: any 2xx within three seconds of the server's clock acknowledges. */
export const sendOverHttp = async (clock: Clock, url: string, secret: string, attempt: Attempt): Promise<Result> => {
  const stop = new AbortController();
  const callOff = clock.after(WITHIN_MS, () => stop.abort());
  const again = attempt.number > 0 && {
    'x-slack-retry-num': String(attempt.number),
    'x-slack-retry-reason': attempt.reason,
  };
  try {
    const response = await postSigned({ url, secret, ...bodyOf(attempt), headers: { ...again }, signal: stop.signal });
    const text = await response.text();
    if (response.ok) return { ok: true, response: text === '' ? undefined : parse(text) };
    return { ok: false, reason: 'http_error', final: response.headers.get('x-slack-no-retry') === '1' };
  } catch {
    return { ok: false, reason: stop.signal.aborted ? 'http_timeout' : 'connection_failed' };
  } finally {
    callOff();
  }
};
