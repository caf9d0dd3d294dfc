import type { Message } from '../../domain/message.ts';
import { cutText } from '../cut-text.ts';
import { headingLength, MOST_CAPTION, MOST_TEXT } from './outgoing.ts';

/**
 * Cuts a message into as many as Telegram needs. The heading stays with the first, buttons and file with the last; a file whose text is too
 * long to stand below it goes by itself.
 */
export const split = (message: Message): Message[] => {
  const texts = cutText(message.text, MOST_TEXT, MOST_TEXT - headingLength(message));
  const parts = texts.map((text, at): Message => {
    const isLast = at === texts.length - 1;
    return {
      ...message,
      heading: at === 0 ? message.heading : null,
      text,
      ...(isLast ? {} : { choices: [], citations: [], asksForWords: false, attachment: null, file: null }),
    };
  });
  const last = parts.at(-1)!;
  if (!(last.attachment ?? last.file) || last.text.length + headingLength(last) <= MOST_CAPTION) return parts;
  const alone: Message = { ...last, heading: null, text: '', citations: [] };
  return [...parts.slice(0, -1), { ...last, choices: [], asksForWords: false, attachment: null, file: null }, alone];
};
