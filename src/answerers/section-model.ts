import type { Wanted } from '../domain/bank.ts';
import type { Language } from '../domain/language.ts';
import { nameOf, type Passage, type PassageKind, textOf } from '../domain/passage.ts';
import { fitLinearModel, type Probabilities, predict } from '../language/linear-model.ts';

/** What all of a section is called among its passages and their kinds. */
const ALL = 'all';

/** A question of the bank, and what of its section it asks for. */
export type WantingQuestion = { readonly text: string; readonly wanted: Wanted };

/** How probably a question asks for each passage of a section, in the order of the passages, and for all of the section. They sum to 1. */
export type Asked = { readonly passages: readonly number[]; readonly all: number };

export type SectionModel = (question: string) => Asked;

/** How probably a question asks for a passage of each kind, in whichever section, or for all of one. */
export type KindModel = (question: string) => (kind: PassageKind | typeof ALL) => number;

/** A section has few questions: each of their words counts. */
const LEAST_TEXTS_OF_SECTION = 1;
const LEAST_TEXTS_OF_KINDS = 2;

const of = (probabilities: Probabilities | undefined, name: string): number => probabilities?.get(name) ?? 0;

/**
 * Learns which passage of a section is asked for: from the passages' own words, and from the questions of the bank for this section
 * of which it was written down what they want.
 */
export const learnSection = (
  language: Language,
  passages: readonly Passage[],
  questions: readonly WantingQuestion[],
): SectionModel => {
  const model = fitLinearModel(
    language,
    [
      ...passages.map((passage) => ({ text: `${passage.title}. ${textOf(passage)}`, classes: [[nameOf(passage)]] })),
      ...questions.map(({ text, wanted }) => ({ text, classes: [wanted === ALL ? [ALL] : wanted] })),
    ],
    LEAST_TEXTS_OF_SECTION,
  );
  return (question) => {
    const [probabilities] = predict(model, question);
    return { passages: passages.map((passage) => of(probabilities, nameOf(passage))), all: of(probabilities, ALL) };
  };
};

/** Learns from all questions which kind of passage is asked for: who, what for, a step, all of it. */
export const learnKinds = (
  language: Language,
  questions: readonly { readonly text: string; readonly kinds: readonly PassageKind[] | typeof ALL }[],
): KindModel => {
  const model = fitLinearModel(
    language,
    questions.map(({ text, kinds }) => ({ text, classes: [kinds === ALL ? [ALL] : kinds] })),
    LEAST_TEXTS_OF_KINDS,
  );
  return (question) => {
    const [probabilities] = predict(model, question);
    return (kind) => of(probabilities, kind);
  };
};
