import type { Language } from '../domain/language.ts';
import { fold } from '../language/fold.ts';

/** The words that open a question. */
const OPENERS: Readonly<Record<Language, string>> = {
  it: 'chi|che|cosa|come|quando|dove|da dove|perche|quanto|quanta|quanti|quante|quale|quali|a chi|con chi|posso|possiamo|possono|puo|si puo|serve|servono|bisogna|dobbiamo|devo|esiste|c e|ci sono',
  fr: 'qui|que|quoi|comment|quand|ou|d ou|par ou|pourquoi|combien|quel|quelle|quels|quelles|a qui|avec qui|est ce|qu est ce|peut on|on peut|faut il|il faut|doit on|existe',
  en: 'who|what|how|when|where|why|which|whose|can|could|may|do|does|did|is|are|should|must|will|would',
};

const MOST_PARTS = 3;
const LEAST_WORDS = 3;

/** Where a sentence ends, and where "and" or a comma leads to another question word. */
const cut = (text: string, language: Language): string[] => {
  const joints = new RegExp(
    `(?:,|;|\\s)\\s*(?:e|ed|et|and|poi|puis|then|oppure|ou alors|or)\\s+(?=(?:${OPENERS[language].replaceAll(' ', "[\\s'’-]")})[\\s'’-])`,
    'giu',
  );
  return text.split(/(?<=[?!.;\n])\s+/u).flatMap((sentence) => sentence.split(joints));
};

const asks = (part: string, language: Language): boolean =>
  part.includes('?') ||
  new RegExp(`^(?:e |et |and |ma |mais |but )*(?:${OPENERS[language]})\\b`).test(
    fold(part)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );

/** The questions that a message asks, at most three; one when it asks a single thing, however long its story. */
export const questionsIn = (text: string, language: Language): string[] => {
  const parts = cut(text, language)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= LEAST_WORDS && asks(part, language));
  return parts.length >= 2 ? parts.slice(0, MOST_PARTS) : [text];
};
