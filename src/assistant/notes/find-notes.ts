import type { Centre } from '../../domain/centre.ts';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import type { Note } from '../../domain/note.ts';
import type { Retriever, WeighedMeaning } from '../../retriever.ts';
import { placedIn } from '../centres.ts';
import { questionBehindStory } from '../parts.ts';
import type { AssistantParts } from '../turn.ts';
import { type Alike, alike, type NoteMarks, sharedBy } from './alike.ts';
import { marksOf } from './marks.ts';

type Meanings = readonly WeighedMeaning[];

/** Who is asked, and in which language. */
export type Asking = {
  readonly parts: Pick<AssistantParts, 'retriever' | 'centres' | 'notes'>;
  readonly language: Language;
};

/** A note and how surely it answers what is asked, from 0 to 1. */
export type Found = { readonly note: Note; readonly sureness: number };

/** From here on a note is told where the guide has no answer … */
export const FITS = 0.62;
/** … and from here on beside one, and without saying which question it answers. */
export const FITS_WELL = 0.86;
/** What has less than this in common is not looked at any closer. */
const WORTH_A_LOOK = 0.5;

/** Fitted on the first half of the notes and questions in `test/assistant/notes`, rounded. */
const COUNTS = { start: -7.3, ofNote: 3, ofAsked: 2, both: 3, swapped: -2.3, meant: 3.6 };

const surenessOf = (words: Alike, meant: number): number => {
  const { start, ofNote, ofAsked, both, swapped } = COUNTS;
  const sum =
    start +
    ofNote * words.ofNote +
    ofAsked * words.ofAsked +
    both * sharedBy(words) +
    swapped * words.swapped +
    COUNTS.meant * meant;
  return 1 / (1 + Math.exp(-sum));
};

/** How far two messages mean the same, from 0 to 1 (Bhattacharyya): the meanings have the same names in every language. */
const meantAlike = (a: Meanings, b: Meanings): number => {
  const others = new Map(b.map(({ meaning, probability }) => [meaning, probability]));
  return a.reduce((sum, { meaning, probability }) => sum + Math.sqrt(probability * (others.get(meaning) ?? 0)), 0);
};

/** Notes stay and are compared with every question: what is read out of one is kept beside it. */
const marksOfNotes = new WeakMap<Note, readonly NoteMarks[]>();

const marksOfNote = (note: Note): readonly NoteMarks[] => {
  const known = marksOfNotes.get(note);
  if (known) return known;
  const texts = LANGUAGES.flatMap((language) => {
    const text = note.texts[language];
    return text === undefined ? [] : [marksOf(text, language)];
  });
  const marks = note.questions.map(({ text, language }) => ({ question: marksOf(text, language), texts }));
  marksOfNotes.set(note, marks);
  return marks;
};

const meaningsOfNotes = new WeakMap<Retriever, WeakMap<Note, readonly Meanings[]>>();

/** What each of a note's questions can mean. */
const meaningsOfNote = async (retriever: Retriever, note: Note): Promise<readonly Meanings[]> => {
  const notes = meaningsOfNotes.get(retriever) ?? new WeakMap<Note, readonly Meanings[]>();
  meaningsOfNotes.set(retriever, notes);
  const known = notes.get(note);
  if (known) return known;
  const findings = await Promise.all(
    note.questions.map(({ text, language }) => retriever.retrieve({ text, language })),
  );
  const meanings = findings.map((one) => one.meanings);
  notes.set(note, meanings);
  return meanings;
};

/** The notes of centres that may speak to a question: where it names a place, those of that place's centre. */
const spokenTo = (centres: readonly Centre[], text: string, notes: readonly Note[]): readonly Note[] => {
  const placed = placedIn(centres, text);
  return placed ? notes.filter(({ centre }) => centre === placed.name) : notes;
};

/** How surely each note answers a text; those that have hardly a word in common with it are left out. */
const weighNotes = async (
  retriever: Retriever,
  text: string,
  language: Language,
  notes: readonly Note[],
): Promise<Found[]> => {
  const marks = marksOf(text, language);
  const close = notes.flatMap((note) => {
    const words = marksOfNote(note).map((one) => alike(marks, one));
    return words.some((one) => one && sharedBy(one) >= WORTH_A_LOOK) ? [{ note, words }] : [];
  });
  if (close.length === 0) return [];
  const { meanings } = await retriever.retrieve({ text, language });
  const weigh = async ({ note, words }: (typeof close)[number]): Promise<Found> => {
    const own = await meaningsOfNote(retriever, note);
    const surenesses = words.map((one, at) => (one ? surenessOf(one, meantAlike(meanings, own[at] ?? [])) : 0));
    return { note, sureness: Math.max(...surenesses) };
  };
  return Promise.all(close.map(weigh));
};

/** The note that answers a question best, at least so surely; undefined where none does. Of two that fit alike the newer one. */
export const findNote = async (
  { parts, language }: Asking,
  asked: string,
  least: number,
): Promise<Found | undefined> => {
  const notes = spokenTo(parts.centres, asked, await parts.notes());
  const texts = new Set([asked, questionBehindStory(asked) ?? asked]);
  const weighed = await Promise.all([...texts].map((text) => weighNotes(parts.retriever, text, language, notes)));
  const [best] = weighed.flat().sort((a, b) => b.sureness - a.sureness || b.note.at - a.note.at);
  return best && best.sureness >= least ? best : undefined;
};
