import type { Language } from '../domain/language.ts';
import { wordsOf } from './fold.ts';
import { rememberLast } from './remember.ts';
import { stemOf } from './stems.ts';

/** What a text is made of, for learning and searching: how often each feature stands in it, by the feature's 32-bit name. */
export type FeatureCounts = ReadonlyMap<number, number>;

const FNV_START = 0x811c9dc5;
const FNV_STEP = 0x01000193;

/**
 * FNV-1a over a stretch of a text: one 32-bit name for a feature, without a string of its own; two of 100,000 meet about once, which
 * harms nothing. Signed, for the engine keeps such numbers without a place on the heap.
 */
const hash = (text: string, from = 0, to = text.length, start = FNV_START): number => {
  let name = start;
  for (let at = from; at < to; at++) name = Math.imul(name ^ text.charCodeAt(at), FNV_STEP);
  return name;
};

const count = (counts: Map<number, number>, name: number): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

/** Where the names of each family start, so that a stem and an n-gram of the same letters differ. */
const STEM = hash('stem');
const PAIR = hash('pair');
const GRAM = hash('gram');

/** Features are cut from at most this many words: longer messages are searched by their beginning. */
const MOST_WORDS = 400;

/** The stems of a text in its order, names and acronyms whole; without a language the words stay as they are. */
export const stemsOf = (text: string, language: Language | null): readonly string[] => {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  return language === null ? words : words.map((word) => stemOf(word, language));
};

/** The models, the vectors and the word index each want the features of the same message. */
const MEMORY = 8;

const countStems = (text: string, language: Language | null): FeatureCounts => {
  const counts = new Map<number, number>();
  let before = PAIR;
  for (const stem of stemsOf(text, language)) {
    count(counts, hash(stem, 0, stem.length, STEM));
    count(counts, hash(stem, 0, stem.length, before));
    before = hash(stem, 0, stem.length, PAIR);
  }
  return counts;
};

const STEM_FEATURES = {
  it: rememberLast(MEMORY, (text) => countStems(text, 'it')),
  fr: rememberLast(MEMORY, (text) => countStems(text, 'fr')),
  en: rememberLast(MEMORY, (text) => countStems(text, 'en')),
  none: rememberLast(MEMORY, (text) => countStems(text, null)),
};

/** Stems and pairs of neighbouring stems. */
export const stemFeatures = (text: string, language: Language | null): FeatureCounts =>
  STEM_FEATURES[language ?? 'none'](text);

/** Character 3- to 5-grams inside words, the word's ends marked. They bear typos and unknown endings. */
export const gramFeatures: (text: string) => FeatureCounts = rememberLast(MEMORY, (text) => {
  const counts = new Map<number, number>();
  for (const word of wordsOf(text).slice(0, MOST_WORDS)) {
    const marked = `<${word.slice(0, 40)}>`;
    for (let size = 3; size <= 5; size++) {
      for (let at = 0; at + size <= marked.length; at++) count(counts, hash(marked, at, at + size, GRAM));
    }
  }
  return counts;
});
