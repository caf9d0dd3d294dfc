import type { Form } from '../../domain/form.ts';
import type { Request } from '../../domain/request.ts';
import type { AtDesk, DeskDone } from './at-desk.ts';
import { keepNote } from './keep-note.ts';
import { noteForm } from './note-form.ts';
import { fieldsFrom, readFields } from './note-from.ts';

/** The button under a closed request that keeps its answer. */
export const NOTE = 'note';

/** The form of the note on a request: its question and the desk's answer, both without personal data. */
export const requestNoteForm = (here: AtDesk, request: Request): Form =>
  noteForm(here, NOTE, fieldsFrom(here.centre, here.parts.identify, request, here.incoming.at));

/** Takes what was sent in that form. */
export const takeNoteForm = (here: AtDesk, given: Readonly<Record<string, string>>): Promise<DeskDone> =>
  keepNote(here, { fields: readFields(given), choice: NOTE, isSeen: true, settles: [] });

/** Where no form can be opened, the button keeps the answer as it was sent, without personal data, once somebody approved the words shown. */
export const pressKeep = (here: AtDesk, request: Request): Promise<DeskDone> => {
  const fields = fieldsFrom(here.centre, here.parts.identify, request, here.incoming.at);
  return keepNote(here, { fields, choice: NOTE, isSeen: false, settles: [] });
};
