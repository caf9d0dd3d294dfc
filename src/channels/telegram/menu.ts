import type { Language } from '../../domain/language.ts';

/** What Telegram shows of the bot before a word is said, and the commands it offers in the menu. */
export type Menu = {
  /** At most 120 characters, on the bot's own page. */
  readonly shortDescription: string;
  /** At most 512 characters, in the empty chat. */
  readonly description: string;
  /** Name (small Latin letters) and what it does, at most 256 characters; they stand in groups as in private. */
  readonly commands: readonly (readonly [name: string, does: string])[];
};

export const MENUS: Readonly<Record<Language, Menu>> = {
  it: {
    shortDescription: 'Ti accompagno a far nascere una cooperativa di comunità, passo per passo. Sono un programma.',
    description:
      'Sono Campanile, un programma: non sono una persona. Ti accompagno a far nascere una cooperativa di comunità nel tuo paese: quale piano seguire, a che punto siete, che cosa fare adesso. Rispondo da una sola guida e dico sempre da dove viene la risposta.\n\nScrivimi con parole tue, in italiano, francese o inglese. Oppure aggiungimi al gruppo del paese: lì tengo la lista delle cose da fare, e la spuntate insieme.',
    commands: [
      ['lista', 'La lista delle cose da fare'],
      ['prossimo', 'Che cosa viene adesso'],
      ['piano', 'Vedere o cambiare il piano'],
      ['fase', 'Vedere o cambiare la fase'],
      ['indietro', 'Tornare alla fase prima'],
      ['consiglia', 'Trovare il piano più adatto'],
      ['diario', 'Chi ha fatto che cosa, e quando'],
      ['persona', 'Parlare con una persona'],
      ['centro', 'Chi chiamare, e che cosa vede di voi'],
      ['lingua', 'Italiano, francese o inglese'],
      ['aiuto', 'Come funziona'],
    ],
  },
  fr: {
    shortDescription: 'Je vous accompagne, étape par étape, vers une coopérative de territoire. Je suis un programme.',
    description:
      "Je suis Campanile, un programme : je ne suis pas une personne. Je vous accompagne pour faire naître une coopérative de territoire dans votre village : quel plan suivre, où vous en êtes, que faire maintenant. Je réponds d'après un seul guide et je dis toujours d'où vient la réponse.\n\nÉcrivez-moi avec vos mots, en italien, en français ou en anglais. Ou ajoutez-moi au groupe du village : j'y tiens la liste des choses à faire, et vous la cochez ensemble.",
    commands: [
      ['liste', 'La liste des choses à faire'],
      ['suivant', 'Ce qui vient maintenant'],
      ['plan', 'Voir ou changer le plan'],
      ['phase', 'Voir ou changer la phase'],
      ['retour', "Revenir à la phase d'avant"],
      ['conseil', 'Trouver le plan qui convient'],
      ['journal', 'Qui a fait quoi, et quand'],
      ['personne', 'Parler à une personne'],
      ['centre', 'Qui appeler, et ce qu’on y voit de vous'],
      ['langue', 'Italien, français ou anglais'],
      ['aide', 'Comment ça marche'],
    ],
  },
  en: {
    shortDescription: 'I walk you through starting a community cooperative, step by step. I am a program.',
    description:
      'I am Campanile, a program, not a person. I walk you through starting a community cooperative in your village: which plan to follow, where you stand, what to do now. I answer from one guide and always say where the answer comes from.\n\nWrite to me in your own words, in Italian, French or English. Or add me to the village group: I keep the list of things to do there, and you tick it off together.',
    commands: [
      ['checklist', 'The list of things to do'],
      ['next', 'What comes next'],
      ['plan', 'See or change the plan'],
      ['phase', 'See or change the phase'],
      ['back', 'Go back one phase'],
      ['recommend', 'Find the plan that fits'],
      ['journal', 'Who did what, and when'],
      ['person', 'Talk to a person'],
      ['centre', 'Whom to call, and what they see of you'],
      ['language', 'Italian, French or English'],
      ['help', 'How it works'],
    ],
  },
};
