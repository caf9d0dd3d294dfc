import type { Language } from './language.ts';
import type { Anchor } from './passage.ts';
import type { Phase, PlanNumber } from './plan.ts';

/**
 * What became of a message; never blurred. *answered*: what was asked is in the guide. *partly*: one part of it is, another
 * is not, and the text says which. *not_covered*: the thing asked itself is not there. *choose*: two or three sections are
 * offered. *declined*: another topic, abuse, an attempt to change the rules.
 */
export const OUTCOMES = [
  'answered',
  'partly',
  'not_covered',
  'choose',
  'recommendation',
  'small_talk',
  'person',
  'declined',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Which passage a sentence of an answer rests on. */
export type Citation = {
  readonly passage: string;
  readonly plan: PlanNumber | null;
  readonly phase: Phase | null;
  readonly anchors: readonly Anchor[];
};

/** One (plan, phase) that may answer, by its best passage. */
export type Ranked = {
  readonly passage: string;
  readonly plan: PlanNumber | null;
  readonly phase: Phase | null;
  readonly score: number;
};

/** Something offered to choose: a section, when it is not clear which one is meant, or an answer to a question of ours. */
export type Choice = {
  readonly id: string;
  readonly label: string;
  /** It opens a form, where the channel has forms; elsewhere it is pressed like any other. */
  readonly opens?: 'form';
};

export type Answer = {
  readonly language: Language;
  readonly outcome: Outcome;
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Up to ten, best first, one for each (plan, phase), for every question whatever the outcome. */
  readonly ranked: readonly Ranked[];
  readonly choices: readonly Choice[];
};
