import type { Language } from './language.ts';
import type { Meaning } from './meaning.ts';
import type { Place } from './plan.ts';

/** What of its section a question asks for: passages by their names, best first, each an answer by itself; or all of the section. */
export type Wanted = readonly [string, ...string[]] | 'all';

/** One way in which people ask for something: never shown, only learned from. `hand` names its writer. */
export type BankQuestion = {
  readonly language: Language;
  readonly hand: string;
  readonly text: string;
  /** What it means; a second entry where another section answers it as fully. */
  readonly meanings: readonly [Meaning, ...Meaning[]];
  /** What of the first meaning it asks for; absent where nobody wrote it down. */
  readonly wanted?: Wanted;
  /** Of a group's situation, and where nobody says who they are: the plan that fits and the phase they are in, where these can be told. */
  readonly situation?: Place;
};
