import { LANGUAGES, type Language } from '../../../domain/language.ts';
import { wordsOf } from '../../../language/fold.ts';
import { stemOf } from '../../../language/stems.ts';
import { SMALL, WANTS } from './asking.ts';
import { DOINGS } from './doings.ts';
import { THINGS } from './things.ts';

/** What a phrase stands for, whatever the language. `weight`: how much it tells, 1 for most. */
export type Concept = { readonly id: string; readonly weight: number };

type Phrases<Value> = ReadonlyMap<string, readonly Value[]>;

/** All that is known of the words of one language; phrases are stems with a space between. */
export type Lexicon = {
  readonly concepts: Phrases<Concept>;
  /** What kind of answer a phrase asks for. */
  readonly wants: Phrases<string>;
  /** Words that tell nothing, folded. */
  readonly small: ReadonlySet<string>;
};

const WEAK = 0.3;

/** One row: what it stands for, and its phrases in each language. */
type Row<Value> = { readonly value: Value; readonly cells: readonly string[] };

const conceptRows = (): Row<Concept>[] =>
  [...THINGS.trim().split('\n'), ...DOINGS.trim().split('\n')].map((row, at) => ({
    value: { id: `${at}`, weight: row.startsWith('~') ? WEAK : 1 },
    cells: row.replace(/^~/, '').split('|'),
  }));

const wantRows = (): Row<string>[] =>
  WANTS.trim()
    .split('\n')
    .map((row) => ({ value: row.slice(0, row.indexOf(':')), cells: row.slice(row.indexOf(':') + 1).split('|') }));

const phrasesIn = <Value>(rows: readonly Row<Value>[], language: Language): Phrases<Value> => {
  const phrases = new Map<string, Value[]>();
  for (const { value, cells } of rows) {
    for (const phrase of cells[LANGUAGES.indexOf(language)]?.split(',') ?? []) {
      const stems = wordsOf(phrase).map((word) => stemOf(word, language));
      const known = phrases.get(stems.join(' ')) ?? [];
      if (stems.length > 0 && !known.includes(value)) phrases.set(stems.join(' '), [...known, value]);
    }
  }
  return phrases;
};

const read = (): Readonly<Record<Language, Lexicon>> => {
  const [concepts, wants] = [conceptRows(), wantRows()];
  const lexiconOf = (language: Language): Lexicon => ({
    concepts: phrasesIn(concepts, language),
    wants: phrasesIn(wants, language),
    small: new Set(wordsOf(SMALL[language])),
  });
  return { it: lexiconOf('it'), fr: lexiconOf('fr'), en: lexiconOf('en') };
};

let known: ReturnType<typeof read> | undefined;

/** The words of a language; read when they are first needed, for most places keep no note. */
export const lexiconOf = (language: Language): Lexicon => {
  known ??= read();
  return known[language];
};
