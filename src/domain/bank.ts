import type { Language } from './language.ts';
import type { Meaning } from './meaning.ts';
import type { Place } from './plan.ts';

/** One way in which people ask for something: never shown, only learned from. `hand` names its writer. */
export type BankQuestion = {
  readonly language: Language;
  readonly hand: string;
  readonly text: string;
  /** What it means; a second entry where another section answers it as fully. */
  readonly meanings: readonly [Meaning, ...Meaning[]];
  /** Of a group's situation: the plan that fits and the phase they are in, where these can be told. */
  readonly situation?: Place;
};
