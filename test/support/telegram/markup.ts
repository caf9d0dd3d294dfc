import type { TelegramInlineKeyboardMarkup } from '@gramio/types';
import { badRequest } from './failure.ts';

const MOST_BUTTONS = 100;
const MOST_IN_ROW = 8;
const MOST_BYTES = 64;
/** What a button may do; it must do exactly one of these. */
const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
  'disabled',
] as const;

export const isInline = (markup: object): markup is TelegramInlineKeyboardMarkup => 'inline_keyboard' in markup;

/** Fails unless the keyboard is one that Telegram shows. */
export const checkInlineKeyboard = (
  { inline_keyboard: rows }: TelegramInlineKeyboardMarkup,
  chatType: string,
): void => {
  if (rows.flat().length > MOST_BUTTONS) throw badRequest('reply markup is too long');
  if (rows.some((row) => row.length > MOST_IN_ROW)) throw badRequest('BUTTON_ROW_TOO_LONG');
  for (const button of rows.flat()) {
    if (button.text.trim() === '')
      throw badRequest("can't parse inline keyboard button: button text must be non-empty");
    const actions = ACTIONS.filter((action) => button[action] !== undefined);
    if (actions.length === 0) {
      throw badRequest("can't parse inline keyboard button: text buttons are unallowed in the inline keyboard");
    }
    if (actions.length > 1) throw badRequest(`can't parse inline keyboard button: it has ${actions.join(' and ')}`);
    const { callback_data: data } = button;
    if (data !== undefined && (data === '' || Buffer.byteLength(data) > MOST_BYTES))
      throw badRequest('BUTTON_DATA_INVALID');
    if (button.url !== undefined && !/^(https?|tg):\/\/[^\s]+$/.test(button.url))
      throw badRequest('BUTTON_URL_INVALID');
    if (button.web_app && chatType !== 'private') throw badRequest('BUTTON_TYPE_INVALID');
  }
};
