import type { Choice } from '../../domain/answer.ts';
import type { Message } from '../../domain/message.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The buttons of a message that its text does not number already. */
const lettered = ({ text, choices }: Message): Choice[] => {
  const numbered = new Set(text.split('\n').map((line) => line.replace(/^\d+\. /, '')));
  return choices.flat().filter(({ label }) => !numbered.has(label));
};

/** A message as a terminal shows it: its buttons stand under it with a letter each. */
export const withLetters = (message: Message): string =>
  [
    ...(message.heading === null ? [] : [message.heading]),
    message.text,
    ...(message.attachment ? ['', message.attachment.text.trimEnd()] : []),
    ...lettered(message)
      .slice(0, LETTERS.length)
      .map(({ label }, at) => `  ${LETTERS[at]}) ${label}`),
  ].join('\n');

/** The button that a letter alone stands for. */
export const pressedBy = (line: string, message: Message | null): string | undefined => {
  const [, letter] = /^\s*([a-z])\s*\)?\s*$/i.exec(line) ?? [];
  return letter && message ? lettered(message)[LETTERS.indexOf(letter.toLowerCase())]?.id : undefined;
};
