import type { Language } from '../../domain/language.ts';
import type { Request } from '../../domain/request.ts';
import { type Catalogue, createMessages, type Messages } from '../../language/messages.ts';
import type { Answering } from '../hand-over/desks.ts';

/** Replies that are ready, in the language of who asked. */
export const CANNED = ['thanks', 'more', 'call', 'visit', 'goodbye'] as const;
export type CannedName = (typeof CANNED)[number];

const it: Catalogue<CannedName> = {
  thanks: 'Grazie della domanda. La guardiamo con calma e ti rispondiamo qui.',
  more: 'Per risponderti bene ci serve sapere qualcosa in più: in che comune siete, chi siete e a che punto siete?',
  call: 'Ne possiamo parlare a voce: il nostro numero è {telephone}.',
  visit: 'Ne possiamo parlare di persona: siamo in {address}.',
  goodbye: 'Speriamo di averti aiutato. Se ti serve altro, scrivici qui.',
};
const fr: Catalogue<CannedName> = {
  thanks: 'Merci de votre question. Nous la regardons et nous vous répondons ici.',
  more: 'Pour bien vous répondre, il nous en faut un peu plus : dans quelle commune êtes-vous, qui êtes-vous et où en êtes-vous ?',
  call: 'Nous pouvons en parler de vive voix : notre numéro est le {telephone}.',
  visit: 'Nous pouvons en parler sur place : {address}.',
  goodbye: 'Nous espérons vous avoir aidé. S’il vous faut autre chose, écrivez-nous ici.',
};
const en: Catalogue<CannedName> = {
  thanks: 'Thank you for your question. We’ll look at it and answer you here.',
  more: 'To answer you well we need to know a little more: which municipality are you in, who are you, and how far have you come?',
  call: 'We can talk about it on the telephone: our number is {telephone}.',
  visit: 'We can talk about it in person: we are at {address}.',
  goodbye: 'We hope this helped. If you need anything else, write to us here.',
};

const words: Readonly<Record<Language, Messages<CannedName>>> = {
  it: createMessages('it', it),
  fr: createMessages('fr', fr),
  en: createMessages('en', en),
};

/** The ready replies that fit a centre, by their names: one without a telephone offers no call. */
export const cannedFor = (
  { telephone, counter }: Answering,
  { language }: Pick<Request, 'language'>,
): { readonly name: CannedName; readonly text: string }[] => {
  const values = { telephone: telephone ?? '', address: counter?.address ?? '' };
  return CANNED.filter((name) => (name !== 'call' || telephone) && (name !== 'visit' || counter)).map((name) => ({
    name,
    text: words[language](name, values),
  }));
};
