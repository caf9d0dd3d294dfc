import type { Choice } from '../domain/answer.ts';
import type { Centre } from '../domain/centre.ts';
import type { Language } from '../domain/language.ts';
import { isAnyoneThere } from './hand-over/desks.ts';
import { handOverWords } from './hand-over/words/words.ts';

/** The button that asks for a person; none where no centre answers by message. */
export const personButton = (centres: readonly Centre[], language: Language): Choice[] =>
  isAnyoneThere(centres) ? [{ id: 'person', label: handOverWords[language]('button_person') }] : [];
