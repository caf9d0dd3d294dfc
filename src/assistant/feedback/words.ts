import type { Language } from '../../domain/language.ts';
import { type Catalogue, createMessages, type Messages } from '../../language/messages.ts';

/** What is said about judging an answer. Buttons stand three in a row on an old phone: a dozen letters each. */
export type FeedbackTextName =
  | 'button_useful'
  | 'button_useless'
  | 'ask_lack'
  | 'button_other'
  | 'button_more'
  | 'button_unclear'
  | 'thanks'
  | 'too_old';

type FeedbackTexts = Catalogue<FeedbackTextName>;

const it: FeedbackTexts = {
  button_useful: 'Utile',
  button_useless: 'Non utile',
  ask_lack: 'Che cosa mancava?',
  button_other: 'Chiedevo altro',
  button_more: 'Manca qualcosa',
  button_unclear: 'Non è chiaro',
  thanks: 'Grazie, l’ho segnato.',
  too_old: 'Questa risposta è vecchia: non la segno più.',
};

const fr: FeedbackTexts = {
  button_useful: 'Utile',
  button_useless: 'Pas utile',
  ask_lack: 'Qu’est-ce qui manquait ?',
  button_other: 'Autre question',
  button_more: 'Incomplet',
  button_unclear: 'Pas clair',
  thanks: 'Merci, c’est noté.',
  too_old: 'Cette réponse est ancienne : je ne la note plus.',
};

const en: FeedbackTexts = {
  button_useful: 'Useful',
  button_useless: 'Not useful',
  ask_lack: 'What was missing?',
  button_other: 'Something else',
  button_more: 'Incomplete',
  button_unclear: 'Not clear',
  thanks: 'Thanks, I’ve noted it.',
  too_old: 'This answer is old: I don’t note it any more.',
};

/** The assistant's words about judging an answer, in each language. */
export const feedbackWords: Readonly<Record<Language, Messages<FeedbackTextName>>> = {
  it: createMessages('it', it),
  fr: createMessages('fr', fr),
  en: createMessages('en', en),
};
