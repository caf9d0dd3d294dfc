/** Greetings and thanks with which people open a message before they say what it is about. */
const OPENING =
  /^(?:(?:buon ?giorno|buona ?sera|buon pomeriggio|salve|ciao|ehi|ehil[aà]|grazie(?: mille| tante)?|ottimo|perfetto|bonjour|bonsoir|salut|coucou|merci(?: beaucoup| bien)?|super|parfait|hello|hi|hey|good (?:morning|afternoon|evening)|thanks(?: a lot)?|thank you|great|perfect|ok|okay|d'accordo|d'accord)(?: (?:a tutti quanti|a tutti|a voi|tutti|à tous|à toutes|tout le monde|everyone|everybody|all|there|folks|campanile))?(?:[\s,;:!.…-]+|$))+/iu;

const LEAST_WORDS = 2;

/** A message without the greeting or thanks it opens with, when it says more than that. */
export const withoutOpening = (text: string): string => {
  const rest = text.replace(OPENING, '');
  return rest.split(/\s+/).filter(Boolean).length >= LEAST_WORDS ? rest : text;
};
