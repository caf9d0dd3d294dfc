import type { Centre } from '../../domain/centre.ts';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import { masked } from '../../domain/mask.ts';
import type { Meaning } from '../../domain/meaning.ts';
import type { Note } from '../../domain/note.ts';
import type { Person } from '../../domain/person.ts';
import { plainWords } from '../../domain/plain-words.ts';
import type { Request } from '../../domain/request.ts';
import type { Identify } from '../../language/identify.ts';
import { dayInForm, endOfDay, yearLater } from './day.ts';
import { maskedNote, withoutName } from './mask-note.ts';

/** What a form of a note holds, by the names of its fields. */
export type NoteFields = Readonly<Record<'question' | 'expires' | `text_${Language}`, string>>;

/** How long a question and a text may be, in characters: in three languages they still fit into one message of every channel. */
export const MOST = { question: 300, text: 1000 };

/** The fields of a note on a question, as they stand when the form is opened; `texts`: what is written already. */
export const fieldsFor = (
  { timeZone }: Pick<Centre, 'timeZone'>,
  question: string,
  texts: Note['texts'],
  at: number,
): NoteFields => ({
  question: masked(question).slice(0, MOST.question),
  text_it: (texts.it ?? '').slice(0, MOST.text),
  text_fr: (texts.fr ?? '').slice(0, MOST.text),
  text_en: (texts.en ?? '').slice(0, MOST.text),
  expires: yearLater(dayInForm(at, timeZone)),
});

/** The fields of a note from a request: its question, and what the desk answered, in the language in which that was written. */
export const fieldsFrom = (
  centre: Centre,
  identify: Identify,
  { question, lines, by }: Request,
  at: number,
): NoteFields => {
  const answer = lines.flatMap(({ from, text }) => (from === 'desk' && text.trim() !== '' ? [text.trim()] : []));
  const text = withoutName(maskedNote(answer.join('\n'), centre), by.name);
  const { language } = identify(text, centre.languages[0]);
  return fieldsFor(centre, withoutName(question, by.name), text === '' ? {} : { [language]: text }, at);
};

/** Fields as they come back from a form: those that are missing were left empty. */
export const readFields = (given: Readonly<Record<string, string>>): NoteFields => {
  const read = (name: keyof NoteFields): string => given[name]?.trim() ?? '';
  return {
    question: read('question'),
    text_it: read('text_it'),
    text_fr: read('text_fr'),
    text_en: read('text_en'),
    expires: read('expires'),
  };
};

/** The same fields without personal data, as the note keeps them. */
export const maskedFields = (fields: NoteFields, centre: Centre): NoteFields => ({
  question: masked(plainWords(fields.question)),
  text_it: maskedNote(fields.text_it, centre),
  text_fr: maskedNote(fields.text_fr, centre),
  text_en: maskedNote(fields.text_en, centre),
  expires: fields.expires,
});

/** Why fields make no note. */
export type NoteError = 'no_question' | 'no_text' | 'day';

export type NoteGiven = {
  readonly id: string;
  readonly centre: Centre;
  readonly by: Person;
  /** When it is written (milliseconds since 1970). */
  readonly at: number;
  /** Who has approved it already; null where somebody must. */
  readonly approvedBy: Person | null;
  /** The language of its question, and what that asks for. */
  readonly language: Language;
  readonly meaning: Meaning | null;
};

/** The note that masked fields make, or why they make none. */
export const noteFrom = (fields: NoteFields, given: NoteGiven): Note | { readonly error: NoteError } => {
  const { id, centre, by, at, approvedBy, language, meaning } = given;
  if (fields.question === '') return { error: 'no_question' };
  const texts = LANGUAGES.flatMap((one) =>
    fields[`text_${one}`] === '' ? [] : [[one, fields[`text_${one}`]] as const],
  );
  if (texts.length === 0) return { error: 'no_text' };
  const expires = fields.expires === '' ? null : (endOfDay(fields.expires, centre.timeZone) ?? 0);
  if (expires !== null && expires <= at) return { error: 'day' };
  return {
    id,
    centre: centre.name,
    questions: [{ language, text: fields.question }],
    texts: Object.fromEntries(texts),
    by,
    at,
    expires,
    approvedBy,
    meaning,
  };
};
