import type { Field, Form } from '../../domain/form.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { type AtDesk, tellAt } from './at-desk.ts';
import { MOST, type NoteFields } from './note-from.ts';

/** The form of a note, its fields as they stand: the question, the answer in each language, the desk's own first, and until when it holds. */
export const noteForm = (here: AtDesk, choice: string, fields: NoteFields): Form => {
  const { centre, language } = here;
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const lines = (name: keyof NoteFields, label: string, hint: string | null, most: number): Field => ({
    kind: 'lines',
    name,
    label,
    hint,
    initial: fields[name],
    required: name === 'question',
    most,
  });
  const spoken = [...new Set([...centre.languages, ...LANGUAGES])];
  return {
    choice,
    title: tellAt(here, 'form_title'),
    lines: [
      tellAt(here, 'form_reaches', { centre: centre.name }),
      tellAt(here, 'form_masked'),
      ...(centre.desk?.secondApproves ? [tellAt(here, 'form_second')] : []),
    ],
    fields: [
      lines('question', tellAt(here, 'field_question'), tellAt(here, 'field_question_hint'), MOST.question),
      ...spoken.map((one, at) =>
        lines(
          `text_${one}`,
          tellAt(here, 'field_text', { language: names.of(one) ?? one }),
          at === 0 ? tellAt(here, 'field_text_hint') : null,
          MOST.text,
        ),
      ),
      {
        kind: 'day',
        name: 'expires',
        label: tellAt(here, 'field_expires'),
        hint: tellAt(here, 'field_expires_hint'),
        initial: fields.expires,
        required: false,
      },
    ],
    submit: tellAt(here, 'form_submit'),
    cancel: tellAt(here, 'form_cancel'),
  };
};
