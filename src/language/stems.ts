import snowball from 'snowball-stemmers';
import type { Language } from '../domain/language.ts';

const ALGORITHMS = { it: 'italian', fr: 'french', en: 'english' } as const;
const MEMORY = 20_000;

const createStemmer = (language: Language) => {
  const stemmer = snowball.newStemmer(ALGORITHMS[language]);
  const known = new Map<string, string>();
  return (word: string): string => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    if (known.size >= MEMORY) known.clear();
    // Words longer than any real one are noise; the stemmer's time grows with them.
    const stem = word.length > 40 ? word.slice(0, 40) : stemmer.stem(word);
    known.set(word, stem);
    return stem;
  };
};

const stemmers: Record<Language, (word: string) => string> = {
  it: createStemmer('it'),
  fr: createStemmer('fr'),
  en: createStemmer('en'),
};

/** The Snowball stem of a folded word. */
export const stemOf = (word: string, language: Language): string => stemmers[language](word);
