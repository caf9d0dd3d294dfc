import type { Language } from '../../../domain/language.ts';
import { type Catalogue, createMessages, type Messages } from '../../../language/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** Every text about what a centre keeps as its own word, and about the questions that nobody answers yet. */
export type NoteTextName =
  | 'the_centre'
  | 'from_centre'
  | 'centre_wrote'
  | 'not_in_guide'
  | 'form_title'
  | 'form_reaches'
  | 'form_second'
  | 'form_masked'
  | 'field_question'
  | 'field_question_hint'
  | 'field_text'
  | 'field_text_hint'
  | 'field_expires'
  | 'field_expires_hint'
  | 'form_submit'
  | 'form_cancel'
  | 'note'
  | 'note_until'
  | 'note_forever'
  | 'note_told'
  | 'note_waits'
  | 'note_waits_second'
  | 'note_waits_masked'
  | 'note_approved'
  | 'note_removed'
  | 'note_own'
  | 'note_same'
  | 'note_gone'
  | 'wrong_no_question'
  | 'wrong_no_text'
  | 'wrong_day'
  | 'button_approve'
  | 'button_remove'
  | 'button_again'
  | 'gaps_heading'
  | 'gaps_intro'
  | 'gaps_none'
  | 'gaps_line'
  | 'quoted'
  | 'gaps_more'
  | 'button_gap_note'
  | 'button_gap_dismiss'
  | 'gap_dismissed'
  | 'gap_gone'
  | 'ask_answer';

export type NoteTexts = Catalogue<NoteTextName>;

/** The words about notes in each language. */
export const noteWords: Readonly<Record<Language, Messages<NoteTextName>>> = {
  it: createMessages('it', it),
  fr: createMessages('fr', fr),
  en: createMessages('en', en),
};
