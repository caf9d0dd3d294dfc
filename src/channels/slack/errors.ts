import type { Sent } from '../../channel.ts';

/** A call that failed, told by Slack's own word or by the kind of fault alone. What the libraries below throw holds the token and texts, and is never passed on. */
export class SlackError extends Error {
  /** Slack's word for it, such as `channel_not_found`; null when there was no answer that could be read. */
  readonly code: string | null;
  /** Milliseconds to wait, where Slack says so. */
  readonly retryAfter: number | null;

  constructor(code: string | null, message: string, retryAfter: number | null = null) {
    super(message);
    this.name = 'SlackError';
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Nobody is there any more, or we are not. */
const GONE: ReadonlySet<string> = new Set([
  'account_inactive',
  'cannot_dm_bot',
  'channel_not_found',
  'is_archived',
  'is_inactive',
  'not_in_channel',
  'token_revoked',
  'user_disabled',
  'user_not_found',
]);
/** Slack, or what it knows of us, is out of order: it is mended there, or by the operator. */
const OUT_OF_ORDER: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'invalid_auth',
  'not_authed',
  'org_login_required',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
  'token_expired',
]);
const TOKEN_REFUSED: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'token_revoked',
]);
const CANNOT_EDIT: ReadonlySet<string> = new Set(['cant_update_message', 'edit_window_closed', 'message_not_found']);
const THREAD_GONE: ReadonlySet<string> = new Set([
  'cannot_reply_to_message',
  'invalid_thread_ts',
  'message_not_found',
  'thread_not_found',
]);
const ID_REFUSED: ReadonlySet<string> = new Set([
  'duplicate_channel_not_found',
  'duplicate_message_not_found',
  // Should Slack take no such ids any more.
  'invalid_arg_name',
]);

const isOneOf = (error: unknown, codes: ReadonlySet<string>): boolean =>
  error instanceof SlackError && error.code !== null && codes.has(error.code);

/** Slack does not know the token, or no more. */
export const isTokenRefused = (error: unknown): boolean => isOneOf(error, TOKEN_REFUSED);
/** The message can be changed no more: gone, too old, or not ours. */
export const cannotBeEdited = (error: unknown): boolean => isOneOf(error, CANNOT_EDIT);
/** What the thread began with is gone; the channel is still there. */
export const isThreadGone = (error: unknown): boolean => isOneOf(error, THREAD_GONE);
/** Nothing was posted because of its id: what was posted under it before is gone or stands elsewhere, or such ids are not taken. */
export const isIdRefused = (error: unknown): boolean => isOneOf(error, ID_REFUSED);

const LEAST_WAIT = 1000;

/** What a failed call means for what was to be sent. */
export const sentAfter = (error: unknown): Sent => {
  if (!(error instanceof SlackError)) return { kind: 'failed', because: 'something unforeseen happened' };
  const { code, retryAfter, message: because } = error;
  // Slack does not say whether a channel or all of it is written to too fast; one message a second for each channel is what is met first.
  if (retryAfter !== null || code === 'ratelimited')
    return { kind: 'wait', milliseconds: Math.max(retryAfter ?? 0, LEAST_WAIT), everyone: false };
  if (isOneOf(error, GONE)) return { kind: 'gone', because };
  return { kind: code === null || isOneOf(error, OUT_OF_ORDER) ? 'failed' : 'refused', because };
};
