import type { Message } from '../../domain/message.ts';
import { cutText } from '../cut-text.ts';
import { besideText, MOST_SHOWN } from './outgoing.ts';

/** Room for words stays, whatever stands beside them. */
const LEAST_TEXT = 1000;

/** Cuts a message into as many as Slack needs, between paragraphs where it can. The heading stays with the first, buttons and file with the last. */
export const split = (message: Message): Message[] => {
  const texts = cutText(message.text, Math.max(LEAST_TEXT, MOST_SHOWN - besideText(message)));
  return texts.map((text, at): Message => {
    const isLast = at === texts.length - 1;
    return {
      ...message,
      heading: at === 0 ? message.heading : null,
      text,
      ...(isLast ? {} : { choices: [], citations: [], asksForWords: false, attachment: null, file: null }),
    };
  });
};
