import { plainMessage } from '../../domain/message.ts';
import { approve } from '../../domain/note.ts';
import { type AtDesk, type DeskDone, onlyNoted, tellAt } from './at-desk.ts';
import { answeredBy } from './keep-note.ts';
import { maskedNote } from './mask-note.ts';
import { becameOf, bySecond, keyOfNote, noteOfKey, noteWithId, showNote } from './note-shown.ts';

/** A press of "approve" or "remove" under a note; undefined for another button. */
export const pressNote = async (here: AtDesk, choice: string): Promise<DeskDone | undefined> => {
  const [, act, id = ''] = /^note-(approve|remove)=(.+)$/.exec(choice) ?? [];
  if (act === undefined) return undefined;
  const note = await noteWithId(here, id);
  if (!note) return onlyNoted(tellAt(here, 'note_gone'));
  if (act === 'remove') {
    const message = plainMessage(tellAt(here, 'note_removed', { name: here.by.name }));
    const shown = [{ kind: 'update', key: keyOfNote(id), message }] as const;
    return { notes: [{ id, note: null }], settledGaps: [], note: null, shown };
  }
  const approved = approve(note, here.by, bySecond(here));
  if (typeof approved === 'string') return onlyNoted(tellAt(here, `note_${approved}`));
  return showNote(here, 'update', approved, 'note_approved', await answeredBy(here, approved));
};

/** Words in reply to a note that waits take the place of its own, without personal data; undefined where `key` shows no such note. */
export const rewriteNote = async (here: AtDesk, key: string, text: string): Promise<DeskDone | undefined> => {
  const id = noteOfKey(key);
  const note = id === null ? undefined : await noteWithId(here, id);
  const plain = maskedNote(text.trim(), here.centre);
  if (!note || note.approvedBy !== null || plain === '') return undefined;
  const { language } = here.parts.identify(plain, here.centre.languages[0]);
  const written = { ...note, texts: { [language]: plain }, by: here.by, at: here.incoming.at };
  return showNote(here, 'update', written, becameOf(here, written, plain !== text.trim()), []);
};
