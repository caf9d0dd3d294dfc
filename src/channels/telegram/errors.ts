import type { Sent } from '../../channel.ts';
import { addressOf, type Spot } from './address.ts';

/** What is told to the operator of a failure, in our words or Telegram's. The rest of Telegram's is not: it may quote what was sent. */
const TOLD = new RegExp(
  [
    '(?:Telegram could not be reached|a file could not be fetched from Telegram)(?: \\([A-Z_]{2,40}\\))?',
    'Telegram (?:answered nothing that can be read|gives no such file)',
    'Unauthorized|Not Found|Too Many Requests|Internal Server Error|Bad Gateway',
    'terminated by (?:other getUpdates|setWebhook) request|webhook is active',
    '(?:bot was (?:blocked|kicked)|bot is not a member|user is deactivated|chat not found)',
    '(?:not enough|have no) rights|need administrator rights',
    "can't (?:parse entities|initiate conversation|be edited)",
    'message (?:text is empty|is too long|is not modified)|file is too big',
    'message (?:thread|to be replied|to edit|to delete) not found',
    '\\b[A-Z]+_(?:[A-Z]+_)?(?:INVALID|EMPTY|DELETED|CLOSED|REQUIRED|FORBIDDEN|MISSING|LONG)\\b',
  ].join('|'),
);

/** A failure in a few words of which none is anybody's. */
const toldOf = (code: number | null, description: string): string =>
  [code, TOLD.exec(description)?.[0]].filter((part) => part != null).join(' ') || 'Telegram gave no reason';

/**
 * A call that failed, told by what Telegram answered or by the kind of fault alone. What the libraries below throw holds the token and is
 * never passed on.
 */
export class TelegramError extends Error {
  /** As in HTTP; null when there was no answer that could be read. */
  readonly code: number | null;
  /** Telegram's own words, to be understood and never told. */
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
    super(toldOf(code, description));
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
const CANNOT_EDIT = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i;
const OTHER_KIND = /no (text|caption) in the message to edit/i;
const THREAD_GONE = /message thread not found|message to be replied not found|TOPIC_DELETED|TOPIC_ID_INVALID/i;
const TOPIC_CLOSED = /TOPIC_CLOSED/;
const NO_TOPICS =
  /the chat is not a forum|not enough rights to create a topic|CHAT_ADMIN_REQUIRED|CHANNEL_FORUM_MISSING/i;
const UNFIT_FILE =
  /can't use file of type|wrong file identifier|IMAGE_PROCESS_FAILED|too big for a photo|(PHOTO|VIDEO|VOICE|AUDIO|MEDIA|FILE)_[A-Z_]+/i;

const isBadRequest = (error: unknown, pattern: RegExp): boolean =>
  error instanceof TelegramError && error.code === 400 && pattern.test(error.description);

/** The message already shows what it should. */
export const isNotModified = (error: unknown): boolean => isBadRequest(error, NOT_MODIFIED);
/** The message can be changed no more: gone, or too old. */
export const cannotBeEdited = (error: unknown): boolean => isBadRequest(error, CANNOT_EDIT);
/** The message shows a file where a text was to be changed, or the other way round. */
export const isOfOtherKind = (error: unknown): boolean => isBadRequest(error, OTHER_KIND);
/** The topic is gone, or what a chain of answers began with; the group is still there. */
export const isThreadGone = (error: unknown): boolean => isBadRequest(error, THREAD_GONE);
/** The topic is there and takes nothing. */
export const isTopicClosed = (error: unknown): boolean => isBadRequest(error, TOPIC_CLOSED);
/** The group has no topics, or the bot may open none. */
export const hasNoTopics = (error: unknown): boolean => isBadRequest(error, NO_TOPICS);
/** The file cannot be sent as that kind of file, or by that id. */
export const isUnfitFile = (error: unknown): boolean => isBadRequest(error, UNFIT_FILE);
/** Telegram does not know the token, or no more. */
export const isTokenRefused = (error: unknown): boolean =>
  error instanceof TelegramError && (error.code === 401 || error.code === 404);

/** Somebody set a webhook, which takes the messages of the bot. */
export const isWebhookSet = (error: unknown): boolean =>
  error instanceof TelegramError && error.code === 409 && /webhook/i.test(error.description);

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
