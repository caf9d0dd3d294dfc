import type { Language } from '../../domain/language.ts';
import type { Meaning } from '../../domain/meaning.ts';
import { plainMessage } from '../../domain/message.ts';
import type { Note } from '../../domain/note.ts';
import type { KeptGap } from '../../store.ts';
import { shortId } from '../short-id.ts';
import { understand } from '../understand.ts';
import { type AtDesk, buttonAt, type DeskDone, tellAt } from './at-desk.ts';
import { FITS, findNote } from './find-notes.ts';
import { maskedFields, type NoteError, type NoteFields, noteFrom } from './note-from.ts';
import { becameOf, bySecond, showNote } from './note-shown.ts';

/** What was written for a note, and how. */
export type Written = {
  readonly fields: NoteFields;
  /** The button that asked for it, offered again where something is wrong. */
  readonly choice: string;
  /** Whether its writer had the very words before them: in a form, or because they wrote them there. */
  readonly isSeen: boolean;
  /** The gaps that it is written for. */
  readonly settles: readonly number[];
};

type Meant = { readonly language: Language; readonly meaning: Meaning | null };

/** In which language a question is asked, and what for, where that is one thing. */
const meantBy = async ({ parts, centre }: AtDesk, text: string): Promise<Meant> => {
  const { language } = parts.identify(text, centre.languages[0]);
  const meant = understand(await parts.retriever.retrieve({ text, language }), text, parts.thresholds);
  if (meant.kind === 'unknown') return { language, meaning: meant.unknown };
  return { language, meaning: meant.kind === 'section' ? meant.section : null };
};

/** The gaps that a note answers; none while it waits for somebody's approval. */
export const answeredBy = async ({ parts, around }: AtDesk, note: Note): Promise<number[]> => {
  if (note.approvedBy === null) return [];
  const alone = { ...parts, notes: async () => [note] };
  const answers = async ({ language, text, number }: KeptGap): Promise<number[]> =>
    (await findNote({ parts: alone, language }, text, FITS)) ? [number] : [];
  return (await Promise.all((await around.gaps()).map(answers))).flat();
};

/** Says what is wrong with what was written, and offers to write it again. */
const refuse = (here: AtDesk, error: NoteError, choice: string): DeskDone => {
  const choices = [[buttonAt(here, choice, 'button_again', { opens: 'form' })]];
  const message = plainMessage(tellAt(here, `wrong_${error}`), { choices });
  return { notes: [], settledGaps: [], note: null, shown: [{ kind: 'post', key: `wrong.${choice}`, message }] };
};

/**
 * Keeps a note without personal data. It answers from now on where its writer had the very words before them and nobody else must approve
 * it; else it waits, and is shown as it is kept with a button for that.
 */
export const keepNote = async (here: AtDesk, { fields, choice, isSeen, settles }: Written): Promise<DeskDone> => {
  const { centre, by, incoming, around } = here;
  const kept = maskedFields(fields, centre);
  const wasMasked = JSON.stringify(kept) !== JSON.stringify(fields);
  const approvedBy = isSeen && !wasMasked && !bySecond(here) ? by : null;
  const given = { id: shortId(around.newWord()), centre, by, at: incoming.at, approvedBy };
  const note = noteFrom(kept, { ...given, ...(await meantBy(here, kept.question)) });
  if ('error' in note) return refuse(here, note.error, choice);
  const settled = [...new Set([...settles, ...(await answeredBy(here, note))])];
  return showNote(here, 'post', note, becameOf(here, note, wasMasked), settled);
};
