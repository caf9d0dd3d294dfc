import type { TelegramInlineKeyboardMarkup, TelegramMessage } from '@gramio/types';

/** A message as the Bot API sends it; the types also offer builders as its buttons, which never come over the wire. */
export type Message = Omit<TelegramMessage, 'reply_markup'> & { reply_markup?: TelegramInlineKeyboardMarkup };
