import type { Language } from '../domain/language.ts';
import { wordsOf } from './fold.ts';
import { stemOf } from './stems.ts';

/** What a text is made of, for learning and searching: how often each feature stands in it, by the feature's 32-bit name. */
export type FeatureCounts = ReadonlyMap<number, number>;

/** FNV-1a, one 32-bit name for a feature; two of 100,000 meet about once, which harms nothing. */
const nameOf = (feature: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

const count = (counts: Map<number, number>, feature: string): void => {
  const name = nameOf(feature);
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

/** Features are cut from at most this many words: longer messages are searched by their beginning. */
const MOST_WORDS = 400;

/** The stems of a text in its order, names and acronyms whole; without a language the words stay as they are. */
export const stemsOf = (text: string, language: Language | null): string[] => {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  return language === null ? words : words.map((word) => stemOf(word, language));
};

/** Stems and pairs of neighbouring stems. */
export const stemFeatures = (text: string, language: Language | null): FeatureCounts => {
  const counts = new Map<number, number>();
  let before = '^';
  for (const stem of stemsOf(text, language)) {
    count(counts, `s:${stem}`);
    count(counts, `p:${before} ${stem}`);
    before = stem;
  }
  return counts;
};

/** Character 3- to 5-grams inside words, the word's ends marked. They bear typos and unknown endings. */
export const gramFeatures = (text: string): FeatureCounts => {
  const counts = new Map<number, number>();
  for (const word of wordsOf(text).slice(0, MOST_WORDS)) {
    const marked = `<${word.slice(0, 40)}>`;
    for (let size = 3; size <= 5; size++) {
      for (let at = 0; at + size <= marked.length; at++) count(counts, `${size}:${marked.slice(at, at + size)}`);
    }
  }
  return counts;
};
