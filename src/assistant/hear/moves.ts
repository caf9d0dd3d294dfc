import type { Said } from './said.ts';

/** Going on to what comes after this phase, said outright. */
const ADVANCE =
  /\b(?:(?:andiamo|si va|passiamo|proseguiamo|procediamo|avanziamo|saliamo) (?:pure |tutti )?(?:avanti|oltre|(?:al|alla|allo) (?:prossim[oa]|successiv[oa]|seguente|dopo|fase))|andiamo avanti|avanti(?: tutta| cosi| con la)?$|passiamo (?:alla|a quella) (?:fase )?(?:\w+)?|(?:on|nous) (?:passe|passons|continue|continuons|avance|avancons|peut passer|peut avancer|peut y aller)(?: (?:a|au|on) (?:la |l )?(?:suite|suivante?|phase|etape d apres|prochaine))?|passons (?:a|au)\b|allez (?:on |la )?(?:suite|suivant)|en avant|phase suivante|a la (?:phase )?suivante|(?:let s|lets|we can|we|time to|ready to|can we) (?:move|go|carry|press|push) (?:on|ahead|forward)(?: to)?|(?:move|go) us on|on to the next|next (?:phase|stage)|onwards?|fase successiva|prossima fase|fase dopo)\b/;
const BACK =
  /\b(?:(?:un|di un|facciamo un|fare un|fate un)? ?passo (?:indietro|in dietro)|torniamo (?:alla|indietro|a quella)|tornare (?:alla fase|indietro)|ritorniamo|fase (?:precedente|di prima)|indietro (?:di una|alla)|en arriere|(?:on|nous) (?:revient|revenons|retourne|recule|reculons)|revenons|reculons|phase (?:precedente|d avant)|(?:go|step|take us|move|let s go|drop|put us|bring us) back(?: (?:a|one|to|down))?|a step back|previous (?:phase|stage)|phase before)\b/;

/** "È tutto a posto, avanti": goes on in the same breath. */
export const goesOnIn = ({ line }: Said): boolean => ADVANCE.test(line);

export const goesBackIn = ({ line }: Said): boolean => BACK.test(line);

const OVERRIDE =
  /\b(?:ignor\w+|dimentica\w*|oubli\w+|forget|override|disregard|bypass|aggira\w*|contourn\w+)\b.*\b(?:regol\w+|istruzion\w+|regles?|consignes?|instructions?|rules?|prompt|limit\w*)\b|\b(?:system prompt|prompt (?:di sistema|systeme)|developer mode|jailbreak|(?:print|show|reveal|stampa|mostra|affiche|montre)\w* (?:\w+ )?(?:prompt|instructions|istruzioni|consignes))\b/;

/** A line that also tries to override the rules: it changes nothing. */
export const overridesIn = ({ line }: Said): boolean => OVERRIDE.test(line);

const LEFT =
  /\b(?:(?:che|cosa|che cosa|quanto|quanti)(?: \w+)? (?:ci |vi )?(?:resta|manca|rimane|restano|mancano)|a che punto siamo|dove siamo|la lista|il punto della situazione|(?:que|qu est ce qu il|il nous|combien)(?: \w+)? reste|ou (?:en )?(?:est on|sommes nous|en est)|la liste|ou on en est|what s left|what (?:is|do we have) left|what remains|where are we(?: at)?|the list|checklist|how far (?:are we|have we)|our progress|still to do)\b/;
const NEXT =
  /^(?:(?:e|ed|et|and|ok|allora|alors|so|bon|bene|right|then|well) )*(?:(?:e )?(?:poi|adesso|ora|dopo)|adesso (?:che si fa|cosa|che)|(?:cosa|che|che cosa) (?:facciamo|si fa|dobbiamo fare|tocca|viene)(?: (?:adesso|ora|dopo|poi))?|qual e il prossimo(?: passo)?|prossimo passo|(?:et )?(?:apres|ensuite|maintenant)|(?:on|nous) (?:fait|faisons) quoi(?: maintenant| apres)?|quoi (?:maintenant|apres|ensuite)|c est quoi la suite|la suite|prochaine etape|quelle est la prochaine etape|what(?: is| s)? next|what now|now what|next step|what s the next step|what do we do (?:now|next)|what should we do (?:now|next))(?: (?:grazie|merci|thanks|please|then|adesso|ora|ragazzi))*$/;

export const asksWhatIsLeft = ({ line }: Said): boolean => LEFT.test(line) && line.split(' ').length <= 12;
export const asksWhatIsNext = ({ line }: Said): boolean => NEXT.test(line);
