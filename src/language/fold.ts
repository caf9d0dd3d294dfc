import { rememberLast } from './remember.ts';

/** Control characters (NUL too) and broken pieces of UTF-8 or UTF-16: they stand between words. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]|\p{Surrogate}/gu;
/** Zero-width and bidi characters, soft hyphens, variation selectors: they stand inside words and show nothing. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\p{Variation_Selector}/gu;
/** More than two combining marks on a letter are decoration. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;

/** A message as its writer meant it: composed, one space between words, without invisible marks. */
export const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(STACKED_MARKS, '$1')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Lower case without accents, for matching: "Perché" and "perche" are one. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae');

/** Names that people write in several ways and that must stay one word. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bpro[\s-]*loc(?:o|os|hi)\b/g, 'proloco'],
  [/\bif\s*aap\b/g, 'ifaap'],
  [/\bb\s*(?:&|and|e|et)\s*b\b/g, 'bnb'],
  [/\bbusiness[\s-]+plans?\b/g, 'businessplan'],
];
const DOTTED_ACRONYM = /\b(?:[a-z]\.){2,}/g;

/** Enough for a message, the questions in it, and what they are compared with. */
const MEMORY = 16;

/** The folded words of a text, acronyms and names in one piece (`G.A.L.` → `gal`, `pro loco` → `proloco`). */
export const wordsOf: (text: string) => readonly string[] = rememberLast(MEMORY, (text) => {
  let folded = fold(text).replace(DOTTED_ACRONYM, (acronym) => acronym.replaceAll('.', ''));
  for (const [pattern, name] of NAMES) folded = folded.replace(pattern, name);
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
});
