import type { Heard } from '../../domain/heard.ts';
import type { Language } from '../../domain/language.ts';
import { isPhase, type Phase } from '../../domain/plan.ts';
import { phaseIn } from '../named-place.ts';
import { doubtIn } from './report.ts';
import type { Said } from './said.ts';
import { HINT, RATHER, type Talk } from './talk.ts';

/** Going on to what comes after this phase, said outright. */
const ADVANCE =
  /\b(?:(?:andiamo|si va|passiamo|proseguiamo|procediamo|avanziamo|saliamo) (?:pure |tutti )?(?:avanti|oltre|(?:al|alla|allo) (?:prossim[oa]|successiv[oa]|seguente|dopo|fase))|avanti(?: tutta| cosi| con la)?$|passiamo (?:alla|a quella)|(?:on|nous) (?:passe|passons|continue|continuons|avance|avancons|peut passer|peut avancer|peut y aller)(?: (?:a|au|on) (?:la |l )?(?:suite|suivante?|phase|etape d apres|prochaine))?|passons (?:a|au)\b|allez (?:on |la )?(?:suite|suivant)|en avant|en route pour|phase suivante|a la (?:phase )?suivante|(?:let s|lets|we can|we|time to|ready to|can we) (?:move|go|carry|press|push) (?:on|ahead|forward)(?: to)?|(?:move|go) us on|on to the next|next (?:phase|stage)|onwards?|fase successiva|prossima fase|fase dopo)\b/;
const BACK =
  /\b(?:passo (?:indietro|in dietro)|(?:ri)?tornare (?:alla fase|indietro)|(?:ri)?torniamo|fase (?:precedente|di prima)|indietro (?:di una|alla)|en arriere|(?:on |nous )?(?:revient|revenons|retourne|recule|reculons)|phase (?:precedente|d avant)|(?:go|step|take us|move|let s go|drop|put us|bring us) back(?: (?:a|one|to|down))?|a step back|previous (?:phase|stage)|phase before)\b/;

/** "We were wrong, put it back as it was" undoes what was done, and goes back no phase. */
const AS_IT_WAS = /\b(?:come (?:prima|era)|comme (?:avant|c etait)|(?:as|how|like) it was)\b/;

/** "È tutto a posto, avanti": goes on in the same breath. */
export const goesOnIn = ({ line }: Said): boolean => ADVANCE.test(line);

/** Says where they are or want to be: "siamo in", "mettici in", "put us into". */
const ARE_IN =
  /\b(?:siamo|eravamo|stiamo|sommes|est|etait|are|re|were|(?:ri)?torn\w+|(?:ri)?port\w+|rimett\w+|mett\w+|passi?a\w*|passat[ioae]|entrat[ioae]|andiamo|vai|pass(?:e|ons|ez|es?)|entres?|remettez|remets|mett(?:ez|ons)|mets|ramene[zr]?|revenons|revient|go|move[ds]?|put|set|take|back|return|entered|on)\b/;
const MOST_WORDS = 12;
const FEW_WORDS = 12;
/** A longer "can we go to phase 3 …" asks the guide. */
const SHORT = 7;

/** Going on, going back, or to a phase by its number; undefined when a message does none of these. */
export const hearWay = (
  said: Said,
  talk: Talk,
  {
    language,
    plan,
    phase,
  }: { readonly language: Language; readonly plan: number | null; readonly phase: Phase | null },
): Heard | undefined => {
  const doubt = doubtIn(said.line, language);
  if ((said.asks && said.begs === undefined) || plan === null || (doubt !== undefined && doubt !== 'need'))
    return undefined;
  const moving = talk.of('back') + talk.of('next-phase');
  const number = said.line.split(' ').length <= MOST_WORDS ? phaseIn(said.line) : undefined;
  const named = isPhase(number) ? number : undefined;
  const isShort = said.line.split(' ').length <= SHORT;
  if (named !== undefined && (said.begs !== 'we' || isShort) && (moving >= RATHER || ARE_IN.test(said.line)))
    return { kind: 'phase', phase: named, unknown: null };
  if (said.asks && (moving < RATHER || named !== undefined || said.line.split(' ').length > FEW_WORDS))
    return undefined;
  if (phase === null) return undefined;
  const goesBack = talk.of('back') >= RATHER || (BACK.test(said.line) && talk.of('back') >= HINT);
  if (goesBack && !AS_IT_WAS.test(said.line)) return { kind: 'back' };
  return talk.of('next-phase') >= RATHER || (ADVANCE.test(said.line) && talk.of('next-phase') >= HINT)
    ? { kind: 'advance' }
    : undefined;
};
