import type { Channel, Take } from '../../channel.ts';
import { CampanileError } from '../../domain/errors.ts';
import type { Address } from '../../domain/message.ts';
import { createFaults, type Log } from '../faults.ts';
import { persist } from '../persist.ts';
import { spotOf } from './address.ts';
import { createBatchReader } from './batch.ts';
import { cancelledBy, connect } from './client.ts';
import { describeBot } from './commands.ts';
import { isTokenRefused, isWebhookSet, TelegramError } from './errors.ts';
import { createFetchFile, MOST_BYTES } from './fetching-file.ts';
import type { Reader } from './incoming.ts';
import { askStanding, countReaders } from './members.ts';
import { fetchFaultLine, keepFaultLine, TOKEN_REFUSED } from './operator.ts';
import { poll, type RawUpdate } from './polling.ts';
import { createSend } from './sending.ts';
import { split } from './split.ts';
import { target, topicIn } from './thread.ts';
import { ALLOWED_UPDATES } from './update.ts';

export type TelegramSettings = {
  readonly token: string;
  /** Where the Bot API is: `https://api.telegram.org`, or a server of one's own. */
  readonly apiRoot: string;
  /** Whether a text with a leading slash, without the bot's name, is one of the assistant's commands. */
  readonly isCommand: (text: string) => boolean;
  /** Whether an address is the desk of a centre: here, a staff group. */
  readonly isDesk: (address: Address) => boolean;
  readonly log: Log;
};

/** Seconds: until a call is given up, one that brings a file too, and how long Telegram may hold a question for updates open. */
const CALL_SECONDS = 10;
const UPLOAD_SECONDS = 120;
const POLL_SECONDS = 30;
const MOST_NOTE = 200;

/** Nobody waits for these; where they fail, nothing is lost. */
const mayFail = (call: Promise<unknown>): void => void call.catch(() => {});

/** The channel of one bot, by long polling. */
export const createTelegram = ({ token, apiRoot, isCommand, isDesk, log }: TelegramSettings): Channel => {
  const calls = connect({ token, apiRoot }, CALL_SECONDS);
  const uploads = connect({ token, apiRoot }, UPLOAD_SECONDS);
  const polls = connect({ token, apiRoot }, POLL_SECONDS + CALL_SECONDS);
  const ending = new AbortController();
  const { signal } = ending;
  const cancel = cancelledBy(signal);
  let username: string | null = null;
  const fetching = createFaults(log, 'Telegram answers again');
  const keeping = createFaults(log, 'what comes in from Telegram is kept again');
  let receiving: Promise<void> = Promise.resolve();

  const onFetchFailure = (error: unknown): number | null => {
    fetching.tell(fetchFaultLine(error));
    return error instanceof TelegramError ? error.retryAfter : null;
  };
  const onKeepFailure = (error: unknown): null => {
    keeping.tell(keepFaultLine(error));
    return null;
  };

  const answerPress = (ticket: string, note: string | null): void =>
    mayFail(
      calls.answerCallbackQuery({ callback_query_id: ticket, ...(note ? { text: note.slice(0, MOST_NOTE) } : {}) }),
    );

  /** Learns the bot's name, and takes its messages back from a webhook, which excludes polling. */
  const introduce = async (): Promise<Reader> => {
    const [me, webhook] = await Promise.all([calls.getMe(cancel), calls.getWebhookInfo(cancel)]);
    if (webhook.url) {
      await calls.deleteWebhook({}, cancel);
      log.warn('a webhook was set for this bot; it is removed, for its messages come by polling');
    }
    username = me.username;
    return { botId: me.id, username: me.username, isCommand, isDesk, now: Date.now };
  };

  const fetch = async (offset: number | undefined): Promise<readonly RawUpdate[]> => {
    const asked = {
      timeout: POLL_SECONDS,
      allowed_updates: ALLOWED_UPDATES,
      ...(offset === undefined ? {} : { offset }),
    };
    const updates: readonly RawUpdate[] = await polls.getUpdates(asked, cancel).catch(async (error: unknown) => {
      if (isWebhookSet(error)) await calls.deleteWebhook({}, cancel).catch(() => {});
      throw error;
    });
    if (!Array.isArray(updates) || !updates.every((update) => Number.isSafeInteger(update?.update_id))) {
      throw new TelegramError(null, 'Telegram answered no list of updates');
    }
    fetching.over();
    return updates;
  };

  const receive = async (known: Reader | undefined, take: Take): Promise<void> => {
    const reader = known ?? (await persist(introduce, { signal, onFailure: onFetchFailure }));
    if (!reader) return;
    fetching.over();
    describeBot(calls).catch((error: TelegramError) => log.warn(`the bot's menu could not be set: ${error.message}`));
    const readBatch = createBatchReader(reader, {
      onUnreadable: ({ update_id }) => log.warn(`update ${update_id} cannot be read`),
      onLostPress: (ticket) => answerPress(ticket, null),
    });
    const keep = async (updates: readonly RawUpdate[]): Promise<void> => {
      const items = readBatch(updates);
      if (items.length > 0) await take(items);
      keeping.over();
    };
    await poll({ fetch, keep, onFetchFailure, onKeepFailure, signal });
  };

  return {
    name: 'telegram',
    start: async (take) => {
      const reader = await introduce().catch((error: unknown) => {
        if (isTokenRefused(error)) throw new CampanileError('configuration', TOKEN_REFUSED.what, TOKEN_REFUSED.remedy);
        onFetchFailure(error);
        return undefined;
      });
      receiving = receive(reader, take);
    },
    stop: async () => {
      ending.abort();
      await receiving;
    },
    send: createSend({ quick: calls, upload: uploads }, log),
    fetchFile: createFetchFile({ token, apiRoot }, calls),
    mostBytes: MOST_BYTES,
    readersOf: (address) => countReaders(calls, spotOf(address)),
    split,
    answerPress,
    showTyping: (address) => {
      const spot = spotOf(address);
      mayFail(calls.sendChatAction({ ...target({ chat: spot.chat, thread: topicIn(spot) }), action: 'typing' }));
    },
    isAdmin: async (address, person) => (await askStanding(calls, spotOf(address), person)).isAdmin,
    isMember: async (address, person) => (await askStanding(calls, spotOf(address), person)).isMember,
    handle: () => username && `@${username}`,
    groupLink: (word) => {
      if (username === null) throw new Error('Telegram has not told the name of the bot yet');
      return `https://t.me/${username}?startgroup=${word}`;
    },
  };
};
