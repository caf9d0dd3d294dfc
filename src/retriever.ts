import type { Language } from './domain/language.ts';
import type { Meaning } from './domain/meaning.ts';
import type { Passage } from './domain/passage.ts';
import type { Phase, Place, PlanNumber } from './domain/plan.ts';

export type Query = {
  readonly text: string;
  readonly language: Language;
  /** Where the conversation stands: it colours the search but never cages it. */
  readonly place?: Place;
  /** The plan and phase that the message itself names by number: it must not be led elsewhere. */
  readonly named?: Place;
};

export type WeighedMeaning = { readonly meaning: Meaning; readonly probability: number };

/** How well a passage's own words fit the query; comparable among the passages of one search only. */
export type ScoredPassage = { readonly passage: Passage; readonly score: number };

export type Findings = {
  /** All that the message can mean, most probable first; the probabilities sum to 1. */
  readonly meanings: readonly WeighedMeaning[];
  /** Every passage of the language that has anything in common with the query, best first. */
  readonly passages: readonly ScoredPassage[];
};

/** A plan or a phase that a message speaks of, how probably, and the message's words that speak most for it. */
export type Situated<Where> = {
  readonly where: Where;
  readonly probability: number;
  readonly words: readonly string[];
};

/** Where a group stands, from what it tells: every plan and every phase, most probable first; what a set's probabilities lack to 1 is that it is not told. */
export type Situation = {
  readonly plans: readonly Situated<PlanNumber>[];
  readonly phases: readonly Situated<Phase>[];
};

/** Finds what a message means and which passages fit it. */
export interface Retriever {
  retrieve(query: Query): Promise<Findings>;
  /** Tells which plan fits what a group says of itself, and which phase it is in. */
  situate(query: Pick<Query, 'text' | 'language'>): Promise<Situation>;
  /** Adds a passage while serving, or replaces the one with the same id and language. */
  add(passage: Passage): Promise<void>;
  /** Removes a passage; false when there was none. */
  remove(id: string, language: Language): Promise<boolean>;
}
