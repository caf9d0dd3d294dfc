import type { TelegramUser } from '@gramio/types';

/** Who Telegram names as the writer when an administrator writes in the group's own name. */
export const ANONYMOUS_ADMIN: TelegramUser = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

/** Who Telegram names as the writer of what is written in a channel's name. */
export const CHANNEL_BOT: TelegramUser = {
  id: 136817688,
  is_bot: true,
  first_name: 'Channel',
  username: 'Channel_Bot',
};

/** Telegram's own account: it forwards the posts of a linked channel. */
export const TELEGRAM: TelegramUser = { id: 777000, is_bot: false, first_name: 'Telegram' };
