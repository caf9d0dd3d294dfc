import type { Language } from './language.ts';
import type { UnknownId } from './meaning.ts';

/** A question that the knowledge could not answer: what it asks for, where that is known, and its text, personal data masked. */
export type Gap = {
  readonly meaning: UnknownId | null;
  readonly language: Language;
  readonly text: string;
};
