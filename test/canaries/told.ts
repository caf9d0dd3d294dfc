import { deskWords } from '../../src/assistant/desk/words/words.ts';
import { handOverWords } from '../../src/assistant/hand-over/words/words.ts';
import { wayWords } from '../../src/assistant/track/words/words.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { Message } from '../../src/domain/message.ts';

/** What a message told those who read it: to whom their next words go, who sees where they stand, or that nothing is kept any more. */
export type Told = 'person' | 'waiting' | 'bot' | 'ask_answer' | 'passed_on' | 'shown' | 'hidden' | 'erased' | 'gone';

const ANY = '\u0001';
const VALUES = { name: ANY, centre: ANY, from: ANY, expected: ANY, handle: 'none', operator: 'none' };

/** By what a text is known, whatever names stand in it: its longest piece without one. */
const pieceOf = (text: string): string =>
  text.split(ANY).reduce((longest, piece) => (piece.length > longest.length ? piece : longest));

type Say = (name: never, values: Record<string, string>) => string;

/** Every form of some texts, in each language and place. */
const formsOf = (words: Readonly<Record<string, unknown>>, names: readonly string[]): string[] =>
  LANGUAGES.flatMap((language) =>
    names.flatMap((name) =>
      ['private', 'group'].map((place) => pieceOf((words[language] as Say)(name as never, { ...VALUES, place }))),
    ),
  );

const FORMS: readonly (readonly [Told, readonly string[]])[] = [
  ['erased', formsOf(wayWords, ['erased'])],
  ['gone', formsOf(deskWords, ['forgotten', 'erased'])],
  ['shown', formsOf(wayWords, ['shown_now'])],
  ['hidden', formsOf(wayWords, ['hidden'])],
  ['bot', formsOf(handOverWords, ['closed', 'closed_quiet', 'handed_back', 'withdrawn'])],
  ['waiting', formsOf(handOverWords, ['sent', 'reopened', 'back_in_queue', 'rerouted'])],
  ['person', formsOf(handOverWords, ['taken', 'reassigned', 'reopened_by_desk'])],
  ['ask_answer', formsOf(handOverWords, ['ask_answer'])],
  ['passed_on', formsOf(handOverWords, ['passed_on'])],
];

/** What a message tells of where words go from now on; undefined for one that tells nothing of it. */
export const toldBy = ({ text }: Message): Told | undefined =>
  FORMS.find(([, forms]) => forms.some((form) => text.includes(form)))?.[0];

/** Whether a message is a person's own words, as it is headed. */
export const isPersons = ({ heading }: Message): boolean => heading?.includes(' · ') ?? false;
