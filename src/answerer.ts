import type { Facet } from './domain/facet.ts';
import type { Language } from './domain/language.ts';
import type { SectionId } from './domain/meaning.ts';
import type { Passage } from './domain/passage.ts';
import type { ScoredPassage } from './retriever.ts';

/** What to answer, and from what: the section that holds the answer, and how well each passage fits the question. */
export type AnswerRequest = {
  /** Empty when nothing but the facet is asked for. */
  readonly question: string;
  readonly language: Language;
  readonly section: SectionId;
  readonly facet: Facet;
  readonly passages: readonly ScoredPassage[];
  /** How many characters the lines together may have. */
  readonly limit: number;
};

/** A line of an answer and the passages it rests on; none for the assistant's own linking words. */
export type AnswerLine = { readonly text: string; readonly passages: readonly Passage[] };

export type WrittenAnswer = {
  readonly lines: readonly AnswerLine[];
  /** What the section has besides, in the order in which "more" tells it. */
  readonly rest: readonly Passage[];
};

/** Writes a short answer from passages; every line but the linking words rests on one. */
export interface Answerer {
  answer(request: AnswerRequest): Promise<WrittenAnswer>;
}
