import type { Choice } from '../domain/answer.ts';
import type { Centre } from '../domain/centre.ts';
import type { Language } from '../domain/language.ts';
import { texts } from './texts/texts.ts';

/** The button that asks for a person; none where no centre answers by message. */
export const personButton = (centres: readonly Centre[], language: Language): Choice[] =>
  centres.some(({ desk }) => desk !== null) ? [{ id: 'person', label: texts[language]('button_person') }] : [];
