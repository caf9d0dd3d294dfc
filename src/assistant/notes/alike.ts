import type { Mark, Marks } from './marks.ts';

/** What a note is asked for, and what it tells, as marks. */
export type NoteMarks = { readonly question: Marks; readonly texts: readonly Marks[] };

/** How far two questions speak of the same, by their words. */
export type Alike = {
  /** The share of the note's question that is asked, and of what is asked that the note speaks of. */
  readonly ofNote: number;
  readonly ofAsked: number;
  /** How many things stand in the one where another stands in the other. */
  readonly swapped: number;
};

const pairsOf = (word: string): Set<string> => {
  const marked = `<${word}>`;
  return new Set(Array.from({ length: marked.length - 1 }, (_, at) => marked.slice(at, at + 2)));
};

/** From this share of common letter pairs on two words are one: mistyped in one language, or what two languages have in common. */
const ONE_WORD = { same: 0.7, other: 0.5 };
const LEAST_LETTERS = 4;

const areOneWord = (a: string, b: string, sameLanguage: boolean): boolean => {
  if (a === b) return true;
  if (a.length < LEAST_LETTERS || b.length < LEAST_LETTERS || a.slice(0, 2) !== b.slice(0, 2)) return false;
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size) >= (sameLanguage ? ONE_WORD.same : ONE_WORD.other);
};

const meet = (a: Mark, b: Mark, sameLanguage: boolean): boolean => {
  for (const id of a.concepts) if (b.concepts.has(id)) return true;
  if (a.word === null || b.word === null) return false;
  if (sameLanguage && a.stem === b.stem) return true;
  return (a.concepts.size === 0 || b.concepts.size === 0) && areOneWord(a.word, b.word, sameLanguage);
};

const speaksOf = ({ marks, language }: Marks, mark: Mark, its: Marks['language']): boolean =>
  marks.some((one) => meet(mark, one, language === its));

/** What the kind of an answer counts beside a thing that is spoken of. */
const WANTED = 0.5;
/** Words of which nothing is known may be two for the same. */
const UNKNOWN = 0.5;

/** Which share of what one text speaks of the other speaks of too (`beside` counts a half), and how many things it does not. */
const covered = (
  one: Marks,
  by: Marks,
  beside: readonly Marks[],
): { readonly share: number; readonly open: number } => {
  let [all, met, open] = [0, 0, 0];
  const count = (weight: number, share: number): void => {
    all += weight;
    met += weight * share;
  };
  for (const mark of one.marks) {
    if (speaksOf(by, mark, one.language)) count(mark.weight, 1);
    else if (beside.some((marks) => speaksOf(marks, mark, one.language))) count(mark.weight, 0.5);
    else {
      count(mark.weight, 0);
      if (mark.weight === 1) open += mark.concepts.size > 0 ? 1 : UNKNOWN;
    }
  }
  for (const number of one.numbers) count(1, by.numbers.has(number) ? 1 : 0);
  if (one.wants.size > 0) count(WANTED, one.wants.isDisjointFrom(by.wants) ? 0 : 1);
  return { share: all === 0 ? 0 : met / all, open };
};

const areOthers = <One>(a: ReadonlySet<One>, b: ReadonlySet<One>): boolean =>
  a.size > 0 && b.size > 0 && a.isDisjointFrom(b);

/** Kinds of answer that a question of yes or no does not give. */
const FIGURES: ReadonlySet<string> = new Set(['much', 'long', 'often', 'when', 'where']);

/** True where two questions cannot be the same, whatever else they share: another place or body, another number, another kind of answer. */
const differ = (asked: Marks, { question, texts }: NoteMarks): boolean => {
  if ([...question.names].some((name) => !asked.words.has(name))) return true;
  const told = [question, ...texts];
  const namesSome = told.some(({ names }) => names.size > 0);
  const strange = [...asked.names].filter((name) => !told.some(({ words }) => words.has(name)));
  // What holds wherever it is asked may be asked of a place.
  if (strange.some((name) => namesSome || !asked.places.has(name))) return true;
  if (areOthers(asked.numbers, question.numbers) || areOthers(asked.wants, question.wants)) return true;
  return question.wants.size === 0 && !asked.wants.isDisjointFrom(FIGURES);
};

/** How far what is asked and a note speak of the same; null where they cannot. */
export const alike = (asked: Marks, note: NoteMarks): Alike | null => {
  if (differ(asked, note)) return null;
  const ofNote = covered(note.question, asked, []);
  const ofAsked = covered(asked, note.question, note.texts);
  return { ofNote: ofNote.share, ofAsked: ofAsked.share, swapped: Math.min(ofNote.open, ofAsked.open) };
};

/** How much two questions have in common, from 0 to 1: a question of one thing more speaks of less of the same. */
export const sharedBy = ({ ofNote, ofAsked }: Alike): number => Math.sqrt(ofNote * ofAsked);
