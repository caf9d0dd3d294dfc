import type { AnswerLine } from '../answerer.ts';
import type { Answer, Choice, Outcome, Ranked } from '../domain/answer.ts';
import type { Asking, Exchange } from '../domain/conversation.ts';
import type { Edition } from '../domain/library.ts';
import type { UnknownId } from '../domain/meaning.ts';
import type { Passage } from '../domain/passage.ts';
import type { Place } from '../domain/plan.ts';
import { citationsOf, sourceLine } from './sources.ts';

/** How long a first answer may be, its source line included; "more" tells the rest. */
export const MOST_CHARACTERS = 600;

/** A question, or a part of one, that the guide does not answer. */
export type Missing = { readonly meaning: UnknownId | null; readonly text: string };

/** An answer, what a follow-up can lean on, and what was offered to choose from. */
export type Answered = {
  readonly answer: Answer;
  readonly last: Exchange | null;
  readonly offered: readonly Choice[];
  /** The plan and phase that the message led to, where it told who speaks. */
  readonly group?: Place;
  /** What was asked and is not in the guide. */
  readonly missing?: readonly Missing[];
  /** The question that is gone on with, where the message's own words are none. */
  readonly question?: string;
  /** The questions that go on after this answer; none end them. */
  readonly asking?: Asking;
};

/** Lines as they are read: sentences of a passage run on after an opening that ends in a colon, list lines stand alone. */
const layOut = (lines: readonly AnswerLine[]): string =>
  lines.reduce((text, line, at) => {
    const runsOn = at > 0 && lines[at - 1]?.passages.length === 0 && !/^\d+\. /.test(line.text);
    return text === '' ? line.text : `${text}${runsOn ? ' ' : '\n'}${line.text}`;
  }, '');

const passagesIn = (lines: readonly AnswerLine[]): Passage[] => lines.flatMap(({ passages }) => passages);

/** Puts an answer together: its lines, then where they come from. */
export const compose = (
  edition: Edition,
  outcome: Outcome,
  lines: readonly AnswerLine[],
  ranked: readonly Ranked[] = [],
  note?: string,
): Answer => {
  const passages = passagesIn(lines);
  const source = passages.length > 0 ? [sourceLine(edition, passages)] : [];
  return {
    language: edition.language,
    outcome,
    text: [layOut(lines), ...source, ...(note ? [note] : [])].join('\n'),
    citations: citationsOf(passages),
    ranked,
    choices: [],
  };
};

/** The assistant's own words, resting on nothing. */
export const ownWords = (text: string): AnswerLine => ({ text, passages: [] });
