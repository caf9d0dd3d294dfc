import type { Language } from '../../domain/language.ts';

type Prompt = { readonly title: string; readonly message: string };

/** What the channel itself says, to one person alone. */
export type Words = {
  /** A command was heard in a place where the answer comes. */
  readonly here: string;
  /** A command was heard where the bot is not: it answers in private. */
  readonly inPrivate: string;
  /** A message stands in no request to a desk, or this person may not answer there. */
  readonly noForm: string;
  readonly tooLate: string;
  readonly notNow: string;
  /** Before the names of the files that go with a form. */
  readonly withFiles: string;
  /** Before the names of those that are too large to go. */
  readonly withoutFiles: string;
  /** Under a field of a form that needs words. */
  readonly required: string;
  /** What the agent's page offers to say; four at most. */
  readonly prompts: readonly Prompt[];
};

const prompt = (message: string): Prompt => ({ title: message, message });

export const WORDS: Readonly<Record<Language, Words>> = {
  it: {
    here: 'Un attimo: rispondo qui.',
    inPrivate: 'In questo posto non ci sono: ti rispondo in privato. In un canale entro con /invite @campanile.',
    noForm:
      'Da qui non parte niente: il messaggio non sta in una richiesta aperta, oppure non sei tra chi risponde per lo sportello.',
    tooLate: 'Non si è aperto in tempo. Riprova.',
    notNow: 'In questo momento non ci riesco. Riprova tra poco.',
    withFiles: 'Parte anche:',
    withoutFiles: 'Non parte, perché è più grande di 20 MB:',
    required: 'Qui serve qualche parola.',
    prompts: [
      prompt('Da dove cominciamo?'),
      prompt('Quale piano fa per noi?'),
      prompt('Dove troviamo i soldi?'),
      prompt('I miei gruppi'),
    ],
  },
  fr: {
    here: 'Un instant : je réponds ici.',
    inPrivate:
      "Je ne suis pas présent ici : je vous réponds en privé. Pour m'avoir dans un canal, écrivez-y /invite @campanile.",
    noForm:
      "Rien ne part d'ici : ce message n'est pas dans une demande ouverte, ou vous n'êtes pas de ceux qui répondent pour le guichet.",
    tooLate: "La fenêtre ne s'est pas ouverte à temps. Réessayez.",
    notNow: "Je n'y arrive pas pour le moment. Réessayez dans un instant.",
    withFiles: 'Part aussi :',
    withoutFiles: 'Ne part pas, car plus de 20 Mo :',
    required: 'Il faut quelques mots ici.',
    prompts: [
      prompt('Par où commencer ?'),
      prompt('Quel plan est fait pour nous ?'),
      prompt("Où trouver l'argent ?"),
      prompt('Mes groupes'),
    ],
  },
  en: {
    here: 'One moment: I answer here.',
    inPrivate:
      'I am not in this place, so I answer you in private. To have me in a channel, write /invite @campanile there.',
    noForm:
      'Nothing goes out from here: the message is in no open request, or you are not one of those who answer for the desk.',
    tooLate: 'The window did not open in time. Please try again.',
    notNow: 'I cannot do that just now. Please try again in a moment.',
    withFiles: 'Sent with it:',
    withoutFiles: 'Not sent, for it is larger than 20 MB:',
    required: 'A few words are needed here.',
    prompts: [
      prompt('Where do we begin?'),
      prompt('Which plan is right for us?'),
      prompt('Where do we find money?'),
      prompt('My groups'),
    ],
  },
};
