import { wordsOf } from '../../language/fold.ts';

const MOST_WORDS = 16;

/** Names the request itself: "my request", "la mia richiesta", "ma demande". */
const REQUEST =
  /\b(?:(?:mia|nostra|quella) (?:richiesta|domanda)|stato (?:della|di una) richiesta|(?:ma|notre|cette) (?:demande|requete)|(?:my|our|that) (?:request|enquiry|inquiry|query|ticket))\b/;
/** Asks how far something has come. */
const HOW_FAR =
  /\b(?:a che punto|che fine|stato|novita|notizie|rispost[aoi]|quando|arrivat[ao]|letta|ou en est|suite|nouvelles?|reponse|repond\w*|quand|statut|recue?|lue?|status|where|what happened|what s happening|news|answer(?:ed)?|repl(?:y|ied)|when|got|seen|read)\b/;
/** Waits, without naming what for. */
const WAITS =
  /\b(?:(?:quando|nessuno|qualcuno) (?:mi|ci) (?:rispond\w+|ha rispost\w+)|(?:mi|ci) (?:ha|hanno|avete) rispost\w+|(?:ancora )?nessuna risposta|(?:ci sono|avete|qualche|nessuna) (?:novita|notizi[ae])|(?:sto|stiamo) (?:ancora )?aspettando|aspetto (?:ancora|sempre)|quanto (?:devo|dobbiamo|tempo devo) aspettare|quand (?:est ce qu\w* )?(?:on|vous|quelqu un|elle|il) (?:va |allez )?(?:me|m|nous) repond\w*|(?:toujours )?(?:pas|aucune) (?:de )?(?:reponse|nouvelles?)|(?:vous avez|avez vous|y a t il) (?:des nouvelles|une reponse)|(?:personne|quelqu un) (?:ne )?(?:m|nous|me) (?:a|ont|repond\w*)|j attends (?:toujours|encore)|(?:combien de temps|encore longtemps) (?:dois je |faut il |a )?attendre|any (?:news|answer|reply|update)|(?:still|i m|we re) waiting|when (?:will|do|are) (?:someone|somebody|anyone|you|they|i|we) (?:\w+ )?(?:answer|reply|respond|get|hear|write)\w*|(?:has|have|did) (?:anyone|anybody|someone|they|you) (?:answer|repl|respond|read|seen)\w*|how long (?:do|must|will|should) (?:i|we)(?: have to)? wait|nobody (?:has |is )?(?:answer|repl)\w*)\b/;

/** Whether a message asks how far a request has come: by naming it, or, where one is open, by asking for an answer or news. */
export const asksForStatus = (text: string, isOpen: boolean): boolean => {
  const words = wordsOf(text);
  const line = words.join(' ');
  // "Our question is: when …" asks something else.
  const isAboutIt = words.length <= MOST_WORDS && !text.includes(':') && REQUEST.test(line) && HOW_FAR.test(line);
  return isAboutIt || (isOpen && WAITS.test(line));
};
