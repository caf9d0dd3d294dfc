import type { Sent } from '../../channel.ts';
import { addressOf, type Spot } from './address.ts';

/**
 * A call that failed, told by what Telegram answered or by the kind of fault alone. What the libraries below throw holds the token and is
 * never passed on.
 */
export class TelegramError extends Error {
  /** As in HTTP; null when there was no answer that could be read. */
  readonly code: number | null;
  readonly description: string;
  /** Milliseconds to wait, where Telegram says so. */
  readonly retryAfter: number | null;
  /** The supergroup that a group became. */
  readonly movedTo: number | null;

  constructor(
    code: number | null,
    description: string,
    rest: { readonly retryAfter?: number | null; readonly movedTo?: number | null } = {},
  ) {
    super(code === null ? description : `${code} ${description}`);
    this.name = 'TelegramError';
    this.code = code;
    this.description = description;
    this.retryAfter = rest.retryAfter ?? null;
    this.movedTo = rest.movedTo ?? null;
  }
}

const NOBODY_THERE =
  /bot was blocked|user is deactivated|bot was kicked|is not a member|can't initiate conversation|group chat was deleted|chat not found|PEER_ID_INVALID/i;
const NOT_MODIFIED = /message is not modified/i;
const CANNOT_EDIT =
  /message to edit not found|message can't be edited|no text in the message to edit|MESSAGE_ID_INVALID/i;
const TOPIC_GONE = /message thread not found|TOPIC_DELETED|TOPIC_CLOSED|TOPIC_ID_INVALID/i;

const isBadRequest = (error: unknown, pattern: RegExp): boolean =>
  error instanceof TelegramError && error.code === 400 && pattern.test(error.description);

/** The message already shows what it should. */
export const isNotModified = (error: unknown): boolean => isBadRequest(error, NOT_MODIFIED);
/** The message can be changed no more: gone, too old, or no text. */
export const cannotBeEdited = (error: unknown): boolean => isBadRequest(error, CANNOT_EDIT);
/** The topic is gone or closed; the group is still there. */
export const isTopicGone = (error: unknown): boolean => isBadRequest(error, TOPIC_GONE);
/** Telegram does not know the token, or no more. */
export const isTokenRefused = (error: unknown): boolean =>
  error instanceof TelegramError && (error.code === 401 || error.code === 404);

const LEAST_WAIT = 1000;

/** What a failed call means for what was to be sent. */
export const sentAfter = (error: unknown, spot: Spot): Sent => {
  if (!(error instanceof TelegramError)) return { kind: 'failed', because: 'something unforeseen happened' };
  const { code, description, retryAfter, movedTo, message: because } = error;
  if (movedTo !== null) return { kind: 'moved', to: addressOf({ ...spot, chat: movedTo }) };
  if (code === 429) return { kind: 'wait', milliseconds: Math.max(retryAfter ?? 0, LEAST_WAIT), everyone: false };
  if ((code === 400 || code === 403) && NOBODY_THERE.test(description)) return { kind: 'gone', because };
  const outOfOrder = code === null || code >= 500 || isTokenRefused(error) || code === 409;
  return { kind: outOfOrder ? 'failed' : 'refused', because };
};
