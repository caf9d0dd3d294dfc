import type { Language } from './language.ts';

/** What was wrong with an answer, in one tap. */
export const LACKS = ['other', 'more', 'unclear'] as const;
export type Lack = (typeof LACKS)[number];

/** What somebody thought of an answer. The same person on the same answer again replaces it. */
export type Feedback = {
  /** Names the answer within its conversation, and who judged it. */
  readonly answer: string;
  readonly person: string;
  readonly useful: boolean;
  /** Null until it is told, or where it was useful. */
  readonly lack: Lack | null;
  readonly language: Language;
  /** The ids of the passages, or the note, that the answer rested on; none where it had nothing. */
  readonly passages: readonly string[];
};
