import type { Language } from '../domain/language.ts';
import { familyOf, isSection } from '../domain/meaning.ts';
import { wordsOf } from '../language/fold.ts';
import type { Findings } from '../retriever.ts';

/** The words that open a question, and the small words that may stand before them. */
const OPENERS: Readonly<Record<Language, string>> = {
  it: 'chi|che|cosa|come|quando|dove|da dove|perche|quanto|quanta|quanti|quante|quale|quali|posso|possiamo|possono|puo|si puo|si possono|serve|servono|bisogna|dobbiamo|devo|deve|esiste|c e|ci sono',
  fr: 'qui|que|quoi|comment|quand|ou|d ou|pourquoi|combien|quel|quelle|quels|quelles|est ce|qu est ce|on peut|il faut|existe',
  en: 'who|what|how|when|where|why|which|whose|can|could|may|do|does|did|is|are|has|have|should|must|will|would',
};
const BEFORE: Readonly<Record<Language, string>> = {
  it: 'a|in|per|con|da|di|su|entro|fino a',
  fr: 'a|à|en|par|pour|avec|de|sur|pendant|chez|dans',
  en: 'for|at|on|to|in|with|by|from|of',
};
const WISHES =
  /\b(?:(?:vorrei|volevo|vorremmo) (?:anche )?(?:sapere|capire)|(?:voudrais|voulais|aimerais|voudrions|aimerions) (?:aussi )?savoir|(?:like|want|love) to know|dimmi|ditemi|dites moi|tell me)\b/;

const MOST_PARTS = 3;
const LEAST_WORDS = 3;

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[?!.;\n])\s+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

const openerOf = (language: Language): string => `(?:(?:${BEFORE[language]}) )?(?:${OPENERS[language]})`;

/** "Peut-on", "doit-elle": how French asks with the verb. */
const INVERTED = '\\p{L}+-(?:t-)?(?:il|elle|on|ils|elles|nous|vous|ce)';

const byLanguage = (of: (language: Language) => RegExp): Readonly<Record<Language, RegExp>> => ({
  it: of('it'),
  fr: of('fr'),
  en: of('en'),
});

/** Where "and" leads to another question word. */
const JOINTS = byLanguage((language) => {
  const opener = openerOf(language).replaceAll(' ', "[\\s'’-]");
  return new RegExp(
    `(?:,|;|\\s)\\s*(?:e|ed|et|and|poi|puis|then|oppure|ou alors|or)\\s+(?:(?:anche|poi|aussi|puis|also|then)\\s+)?(?=(?:${opener}|${INVERTED})[\\s'’-])`,
    'giu',
  );
});

const OPENS = byLanguage((language) => new RegExp(`^(?:(?:e|ed|et|and|ma|mais|but) )*${openerOf(language)}\\b`, 'u'));

const asks = (sentence: string, language: Language): boolean => {
  const words = wordsOf(sentence).join(' ');
  return sentence.includes('?') || WISHES.test(words) || OPENS[language].test(words);
};

/** The questions that a message asks, at most three; one when it asks a single thing, however long its story. */
export const questionsIn = (text: string, language: Language): string[] => {
  const parts = sentencesOf(text)
    .flatMap((sentence) => (asks(sentence, language) ? sentence.split(JOINTS[language]) : []))
    .map((part) => part.trim())
    .filter((part) => wordsIn(part) >= LEAST_WORDS);
  return parts.length >= 2 ? parts.slice(0, MOST_PARTS) : [text];
};

const LEAST_IN_A_QUESTION = 4;
/** A shorter message is understood best as a whole. */
const LEAST_IN_A_STORY = 35;

/** The one sentence of a message that asks, behind a story that does not; undefined when there is no story, or no one such sentence. */
export const questionBehindStory = (text: string): string | undefined => {
  const sentences = sentencesOf(text);
  const asking = sentences.filter((sentence) => sentence.includes('?'));
  const [question] = asking;
  const enough = question !== undefined && question.split(/\s+/).length >= LEAST_IN_A_QUESTION;
  const isStory = sentences.length > 1 && text.split(/\s+/).length >= LEAST_IN_A_STORY;
  return isStory && asking.length === 1 && enough ? question : undefined;
};

/** How much the question counts beside the whole message that it ends. */
const QUESTION_SHARE = 0.5;

/** A story and the question behind it, weighed together: the story says who asks, the question what for. */
export const withQuestion = (whole: Findings, question: Findings): Findings => {
  const asked = new Map(question.meanings.map(({ meaning, probability }) => [meaning, probability]));
  const mixed = whole.meanings.map(({ meaning, probability }) => ({
    meaning,
    weight: probability ** (1 - QUESTION_SHARE) * (asked.get(meaning) ?? 0) ** QUESTION_SHARE,
  }));
  const total = mixed.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const meanings = mixed.map(({ meaning, weight }) => ({ meaning, probability: weight / total }));
  return { meanings: meanings.sort((a, b) => b.probability - a.probability), passages: question.passages };
};

/** How much of a part's meaning is its own; the rest is the whole message's, which tells who is spoken of. */
const OWN_SHARE = 0.6;

/**
 * A part of a message in the light of the whole: "and what do they cost?" says by itself that a cost is asked for, and only the
 * whole says of what. So a part keeps the probability of each family, and shares out what is in it with the whole.
 */
export const inTheLightOf = (whole: Findings, part: Findings): Findings => {
  const wholeOf = new Map(whole.meanings.map(({ meaning, probability }) => [meaning, probability]));
  const families = Map.groupBy(part.meanings, ({ meaning }) => isSection(meaning) || familyOf(meaning));
  const meanings = [...families.values()].flatMap((members) => {
    const share = members.reduce((sum, { probability }) => sum + probability, 0);
    const mixed = members.map(({ meaning, probability }) => ({
      meaning,
      weight: probability ** OWN_SHARE * (wholeOf.get(meaning) ?? 0) ** (1 - OWN_SHARE),
    }));
    const total = mixed.reduce((sum, { weight }) => sum + weight, 0) || 1;
    return mixed.map(({ meaning, weight }) => ({ meaning, probability: (share * weight) / total }));
  });
  return { ...part, meanings: meanings.sort((a, b) => b.probability - a.probability) };
};
