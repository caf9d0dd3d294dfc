import type { ForceReply, InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import type { Message } from '../../domain/message.ts';

/** Telegram's limits: in UTF-16 units for texts, in bytes for what a button carries. */
export const MOST_TEXT = 4096;
export const MOST_CAPTION = 1024;
export const MOST_BUTTON_BYTES = 64;

const BETWEEN_HEADING_AND_TEXT = '\n\n';

/** How much of a message's length its heading takes. */
export const headingLength = ({ heading }: Message): number =>
  heading === null ? 0 : heading.length + BETWEEN_HEADING_AND_TEXT.length;

/** A text with its bold heading. Nothing in it is markup: whatever it says is shown as it stands. */
export const textOf = ({ heading, text }: Message): { text: string; entities: MessageEntity[] } => {
  if (heading === null) return { text, entities: [] };
  const bold: MessageEntity = { type: 'bold', offset: 0, length: heading.length };
  return { text: text === '' ? heading : `${heading}${BETWEEN_HEADING_AND_TEXT}${text}`, entities: [bold] };
};

/** The buttons of a message; undefined when it has none. */
export const keyboardOf = ({ choices }: Message): InlineKeyboardMarkup | undefined =>
  choices.some((row) => row.length > 0)
    ? { inline_keyboard: choices.map((row) => row.map(({ id, label }) => ({ text: label, callback_data: id }))) }
    : undefined;

/** What stands below a new message: its buttons, or else a field to answer in where it asks for words. */
export const markupOf = (message: Message): InlineKeyboardMarkup | ForceReply | undefined =>
  keyboardOf(message) ?? (message.asksForWords ? { force_reply: true } : undefined);

/** A button that carries more than Telegram takes, by its id; undefined when all fit. */
export const tooLongButton = ({ choices }: Message): string | undefined =>
  choices.flat().find(({ id }) => id === '' || Buffer.byteLength(id) > MOST_BUTTON_BYTES)?.id;

/** A file's name without what a form would stumble over. */
export const fileName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-');
