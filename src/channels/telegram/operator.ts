import { isTokenRefused, isWebhookSet, TelegramError } from './errors.ts';

export const TOKEN_REFUSED = {
  what: 'Telegram refuses the token of the bot',
  remedy: 'Take the token of the bot from @BotFather (/token), put it in TELEGRAM_BOT_TOKEN and start again.',
} as const;

/** The sentence for a failed getUpdates or getMe. */
export const fetchFaultLine = (error: unknown): string => {
  if (isTokenRefused(error)) {
    return `${TOKEN_REFUSED.what}: nothing comes in and nothing goes out, what is kept stays. ${TOKEN_REFUSED.remedy}`;
  }
  if (!(error instanceof TelegramError)) return 'Telegram: something unforeseen happened; trying again';
  if (error.code === null) return `${error.message}; trying again`;
  if (error.code !== 409) return `Telegram: ${error.message}; trying again`;
  return isWebhookSet(error)
    ? 'another program set a webhook for this bot, so that its messages went there: it is removed; stop that program'
    : 'another program receives the messages of this bot (409): stop it; trying again';
};

/** The sentence for what came in and could not be kept: of the error only its code, for its words are the store's. */
export const keepFaultLine = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return `what came in from Telegram cannot be kept${typeof code === 'string' ? ` (${code})` : ''}: it stays there; trying again`;
};
