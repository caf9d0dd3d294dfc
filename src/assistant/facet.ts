import type { Facet } from '../domain/facet.ts';
import type { Language } from '../domain/language.ts';
import { wordsOf } from '../language/fold.ts';
import { promotersIn } from './hear/promoters.ts';

type Patterns = readonly (readonly [Exclude<Facet, 'about'>, RegExp])[];

/** The words that ask for one facet, over folded words; the first that fits decides. */
const PATTERNS: Readonly<Record<Language, Patterns>> = {
  it: [
    [
      'when-done',
      /\b(?:quando|come (?:\w+ ){0,3}(?:cap|sap|sa|ved|accorg)\w*)\b.*\b(?:(?<!\b(?:ho|ha|abbiamo|avete|hanno) )(?:finit[aoi]|conclus[aoi]|chius[aoi]|fatt[aoi]|complet[aoi])|finisce|a posto|passare (?:oltre|alla|avanti))\b|\bda (?:cosa|che cosa) si (?:capisce|vede)\b/,
    ],
    [
      'why',
      /\b(perche|come mai|a (?:che|cosa|che cosa) serve|a che pro|che senso|che scopo|qual e lo scopo|che ci guadagn\w+|servono? a)\b/,
    ],
    ['who', /\b(chi|con quali persone|a chi|quali persone)\b/],
    [
      'how',
      /\b(come|da dove|che passi|quali passi|i passi|(?:che|cosa|che cosa) (?:dobbiamo|devo|deve|devono|si deve|bisogna|si fa|facciamo|fare|fa|fanno|tocca|puo fare))\b/,
    ],
  ],
  fr: [
    [
      'when-done',
      /\b(?:quand|comment (?:\w+ ){0,3}(?:savoir|sait|sais|saura|voir|voit|reconnait))\b.*\b(?:fini\w*|termine\w*|boucle\w*|bouclee|clos\w*|c est bon|passer a la suite)\b|\bcomment (?:\w+ ){0,3}(?:savoir|sait|sais|saura|voir|voit|reconnait)\b.*\b(?:mure?|prete?)\b|\ba quoi (?:on )?(?:voit|reconnait)\b/,
    ],
    [
      'why',
      /\b(pourquoi|a quoi (?:ca |cela )?sert|quel (?:est le )?but|dans quel but|pour quoi faire|quel interet|que gagne|qu y gagne)\b/,
    ],
    ['who', /\b(qui|avec qui|a qui|quelles personnes)\b(?! est ce (?:que|qui) (?:se passe|fait))/],
    [
      'how',
      /\b(comment|par ou|quelles etapes|les etapes|que faire|quoi faire|on fait quoi|qu est ce qu (?:on|il|elle|ils) (?:doit|doivent|fait|font|faut)|que (?:doit|doivent|fait|font|faut))\b/,
    ],
  ],
  en: [
    [
      'when-done',
      /\b(?:when|how (?:\w+ ){0,3}(?:know|tell|see|sure))\b.*\b(?:(?:is|are|s|re|been|be) (?:\w+ ){0,4}(?:done|finished|over|complete|completed)|(?:done|did) their job|ready|move on)\b/,
    ],
    ['why', /\b(why|what for|what is the (?:point|purpose|aim)|what s the (?:point|purpose|aim)|what good|how come)\b/],
    ['who', /\b(who|whom|which people)\b/],
    [
      'how',
      /\b(how|where (?:do|does|should|can) \w+ (?:start|begin)|which steps|the steps|what (?:should|must|do|does|can|would|are) \w+(?: \w+){0,3} (?:do|have to|need to)|what to do)\b/,
    ],
  ],
};

/** The words of a question that asks for no one thing: "what must we do now?", "where does the council start in phase 2?" */
const GENERAL: Readonly<Record<Language, RegExp>> = {
  it: /^(?:e|ma|allora|ora|adesso|mo|quindi|poi|dopo|prima|primo|che|cosa|quali|come|da|dove|a|in|con|per|di|preciso|concreto|concretamente|pratica|il|lo|la|i|gli|le|l|un|una|cooperativ[ae]|del|della|al|alla|ai|nel|nella|noi|ci|si|dobbiamo|devo|deve|devono|bisogna|tocca|possiamo|puo|fare|fa|fanno|facciamo|fate|(?:cominci|inizi|part)\w+|muov\w+|passi|passo|questa|fase|seconda|terza|quarta|ultima|\d)$/,
  fr: /^(?:et|mais|alors|maintenant|donc|puis|apres|ensuite|d|abord|qu|que|quoi|quelles?|est|ce|comment|par|ou|a|au|aux|en|dans|avec|pour|de|des|du|le|la|les|l|un|une|cooperatives?|institution|financiere|nous|on|il|elle|ils|y|s|se|faut|doit|doivent|doivons|devons|dois|peut|pouvons|faire|fait|font|faisons|commenc\w+|demarr\w+|prend|prendre|etapes?|cette|phase|premiere|deuxieme|troisieme|quatrieme|derniere|concretement|\d)$/,
  en: /^(?:and|but|so|now|then|next|first|ok|what|which|how|where|is|are|there|to|the|a|an|in|at|on|of|for|with|we|i|you|they|it|us|our|cooperatives?|should|must|do|does|can|could|would|have|need|has|start|begin|go|about|steps?|things?|this|that|phase|stage|one|two|three|four|second|third|fourth|last|exactly|actually|\d)$/,
};

/** The words of a question that is nothing but whom to involve, or what it is for. */
const ASKING: Readonly<Record<Language, RegExp>> = {
  it: /^(?:chi|coinvolg\w+|persone|perche|mai|serv\w+|scopo|senso|paese|gente|abitanti|cooperativa)$/,
  fr: /^(?:qui|associ\w+|impliqu\w+|personnes|pourquoi|sert|but|interet|village|gens|habitants)$/,
  en: /^(?:who|whom|involv\w+|people|why|for|point|purpose|aim|village|residents)$/,
};

/** The words beside the promoters that a message names. */
export const besidePromoters = (text: string): readonly string[] => {
  const words = wordsOf(text).join(' ');
  return wordsOf(promotersIn(words).reduceRight((line, { from, to }) => line.slice(0, from) + line.slice(to), words));
};

/** True when some clause of a question asks for all that is to be done, of whichever promoter. */
const asksForAll = (text: string, language: Language, how: RegExp): boolean =>
  text
    .split(/[.,;:!?…\n–]/)
    .some(
      (clause) =>
        how.test(wordsOf(clause).join(' ')) && besidePromoters(clause).every((word) => GENERAL[language].test(word)),
    );

/** What a question wants to know, by the words it asks with. */
export const facetOf = (text: string, language: Language): Facet => {
  const folded = wordsOf(text).join(' ');
  const [facet, pattern] = PATTERNS[language].find(([, pattern]) => pattern.test(folded)) ?? ['about', undefined];
  return facet === 'how' && !asksForAll(text, language, pattern) ? 'about' : facet;
};

/** True for a question that has no words but its facet's and those that name a place: "whom does the council involve in phase 2?" */
export const isPlainFacet = (text: string, language: Language): boolean =>
  ['who', 'why'].includes(facetOf(text, language)) &&
  besidePromoters(text).every((word) => GENERAL[language].test(word) || ASKING[language].test(word));

/** The longest follow-up that leans on the last exchange. */
const SHORT = 3;

/** True for a question that is nothing but its facet: "chi?", "et pourquoi ?", "how then?". */
export const isBareFacet = (text: string, language: Language): boolean =>
  wordsOf(text).length <= SHORT &&
  ['who', 'why', 'how'].includes(facetOf(text, language)) &&
  BARE[language].test(wordsOf(text).join(' '));

const BARE: Readonly<Record<Language, RegExp>> = {
  it: /^(?:e |ma |con |a |in )*(?:chi|perche|come|come mai|a che serve|a cosa serve|come si fa)(?: poi| mai| si fa| serve)?$/,
  fr: /^(?:et |mais |avec |a )*(?:qui|pourquoi|comment|quoi faire|a quoi ca sert|comment faire)(?: donc| ca)?$/,
  en: /^(?:and |but |with |so )*(?:who|whom|why|how|how come|what for|how so)(?: then| else)?$/,
};
