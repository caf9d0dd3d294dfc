import type { Language } from '../../../domain/language.ts';
import { type Catalogue, createMessages, type Messages } from '../../../language/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** Every text of the citizen's side of a request. */
export type HandOverTextName =
  | 'where_to_go_on'
  | 'choose_centre'
  | 'ask_question'
  | 'preview'
  | 'told_group'
  | 'told_stand'
  | 'told_plan'
  | 'told_steps'
  | 'told_answer'
  | 'told_answer_to_it'
  | 'told_missing'
  | 'personal'
  | 'written_in_private'
  | 'dropped'
  | 'sent'
  | 'expected_open'
  | 'expected_closed'
  | 'expected_closed_latest'
  | 'expected'
  | 'waiting_note'
  | 'status_waiting'
  | 'status_taken'
  | 'status_answered'
  | 'status_closed'
  | 'status_none'
  | 'already'
  | 'taken'
  | 'from_person'
  | 'closed'
  | 'closed_quiet'
  | 'handed_back'
  | 'withdrawn'
  | 'reopened_by_desk'
  | 'reopened'
  | 'reassigned'
  | 'back_in_queue'
  | 'rated'
  | 'rated_low'
  | 'delayed'
  | 'arrived'
  | 'rerouted'
  | 'nobody_reached'
  | 'too_big'
  | 'not_yours'
  | 'ask_answer'
  | 'passed_on'
  | 'tutor_named'
  | 'tutor_gone'
  | 'button_person'
  | 'button_private'
  | 'button_here'
  | 'button_send'
  | 'button_only'
  | 'button_with'
  | 'button_drop'
  | 'button_status'
  | 'button_withdraw'
  | 'button_add'
  | 'button_answer'
  | 'button_reopen'
  | 'rate_3'
  | 'rate_2'
  | 'rate_1';

export type HandOverTexts = Catalogue<HandOverTextName>;

export const handOverWords: Readonly<Record<Language, Messages<HandOverTextName>>> = {
  it: createMessages('it', it),
  fr: createMessages('fr', fr),
  en: createMessages('en', en),
};
