import { LANGUAGES } from '../../domain/language.ts';
import { type Message, plainMessage } from '../../domain/message.ts';
import { type Note, textFor } from '../../domain/note.ts';
import { type AtDesk, buttonAt, type DeskDone, tellAt } from './at-desk.ts';
import { dayInWords } from './day.ts';
import type { NoteTextName } from './words/words.ts';

/** The key of the message that shows a note at a desk, and the id of the note of such a key. */
export const keyOfNote = (id: string): string => `note.${id}`;
export const noteOfKey = (key: string): string | null => (key.startsWith('note.') ? key.slice('note.'.length) : null);

/** The note of this desk's centre with this id; undefined where it is gone, or another centre's. */
export const noteWithId = async ({ around, centre }: AtDesk, id: string): Promise<Note | undefined> =>
  (await around.notes()).find((note) => note.id === id && note.centre === centre.name);

export const bySecond = ({ centre }: AtDesk): boolean => centre.desk?.secondApproves ?? false;

/** What became of a note that was written. */
export const becameOf = (here: AtDesk, note: Note, wasMasked: boolean): NoteTextName => {
  if (note.approvedBy !== null) return 'note_told';
  if (bySecond(here)) return 'note_waits_second';
  return wasMasked ? 'note_waits_masked' : 'note_waits';
};

/** A note as the desk reads it: what became of it, the very words that are kept, and what can be done. */
const messageOf = (here: AtDesk, note: Note, became: NoteTextName): Message => {
  const { language, centre } = here;
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const texts = LANGUAGES.filter((one) => note.texts[one] !== undefined).map(
    (one) => `${names.of(one) ?? one}: ${textFor(note, one).text}`,
  );
  const until =
    note.expires === null
      ? tellAt(here, 'note_forever')
      : tellAt(here, 'note_until', { day: dayInWords(note.expires - 1, centre.timeZone, language) });
  const told = tellAt(here, became, { name: note.by.name, approved: note.approvedBy?.name ?? '' });
  const question = note.questions[0]?.text ?? '';
  const waits = note.approvedBy === null ? [buttonAt(here, `note-approve=${note.id}`, 'button_approve')] : [];
  return plainMessage(`${told}\n${tellAt(here, 'note', { question, texts: texts.join('\n'), until })}`, {
    choices: [[...waits, buttonAt(here, `note-remove=${note.id}`, 'button_remove')]],
  });
};

/** A note that is new, or otherwise than before, and how the desk sees it; `settledGaps`: what it answers. */
export const showNote = (
  here: AtDesk,
  kind: 'post' | 'update',
  note: Note,
  became: NoteTextName,
  settledGaps: readonly number[],
): DeskDone => ({
  notes: [{ id: note.id, note }],
  settledGaps,
  note: null,
  shown: [{ kind, key: keyOfNote(note.id), message: messageOf(here, note, became) }],
});
