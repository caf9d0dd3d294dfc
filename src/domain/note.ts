import { LANGUAGES, type Language } from './language.ts';
import type { Meaning } from './meaning.ts';
import type { Person } from './person.ts';

/** An answer that a centre keeps: its own word, told apart from the guide. */
export type Note = {
  readonly id: string;
  /** The centre's name. */
  readonly centre: string;
  /** The question that it answers, as it was asked or as staff wrote it, personal data masked. */
  readonly questions: readonly { readonly language: Language; readonly text: string }[];
  /** What it says, in the languages in which staff wrote it; one at least. */
  readonly texts: Readonly<Partial<Record<Language, string>>>;
  readonly by: Person;
  /** When it was written, and until when it holds (milliseconds since 1970); null: until it is taken back. */
  readonly at: number;
  readonly expires: number | null;
  /** Null while a second person has not approved it, where the centre wants one: it answers nobody yet. */
  readonly approvedBy: Person | null;
  /** What its question asks for, where that is known. */
  readonly meaning: Meaning | null;
};

/** Whether a note may be told at a time. */
export const holds = ({ approvedBy, expires }: Note, at: number): boolean =>
  approvedBy !== null && (expires === null || at < expires);

/** The notes that may be told at a time. */
export const holding = (notes: readonly Note[], at: number): Note[] => notes.filter((note) => holds(note, at));

/** What a note says to somebody of a language: in that one, else in another in which it was written. */
export const textFor = (
  { texts }: Note,
  language: Language,
): { readonly language: Language; readonly text: string } => {
  const written = [language, ...LANGUAGES].find((one) => texts[one] !== undefined) ?? language;
  return { language: written, text: texts[written] ?? '' };
};

/** The note once somebody approves it; `own` where a second person must, `same` where it was approved before. */
export const approve = (note: Note, by: Person, bySecond: boolean): Note | 'own' | 'same' => {
  if (note.approvedBy !== null) return 'same';
  return bySecond && note.by.id === by.id ? 'own' : { ...note, approvedBy: by };
};
