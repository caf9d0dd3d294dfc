import type { Said } from './said.ts';

const YES =
  /^(?:(?:ma |et |and |ben |eh |oh |ok |okay |certo |bien |mais |allora |alors )*)(?:si+|oui|ouais|yes|yep|yeah|yup|ok|okay|okey|va bene|certo|certamente|d accordo|d accord|daccordo|vai|vas y|allez y|allez|go ahead|do it|sure|confermo|conferma|je confirme|confirm\w*|procedi|procedete|fallo|fatelo|perfetto|parfait|perfect|esatto|exact|exactement|right|correct|volentieri|bien sur|of course|absolutely|assolutamente|vabbe|dai|aye|oc)\b/;
const NO =
  /^(?:(?:ma |et |and |oh |ah |eh |mais |aspetta |attends |attendez |wait |hmm )*)(?:no+|non|nope|nah|nan|macche|lascia|lasciamo|lasciate|laisse|laissez|leave|annulla|annule|annulez|cancel|stop|ferma|fermo|fermi|aspetta|attends|attendez|wait|meglio di no|plutot pas|better not|don t|pas encore|not yet|non ancora|niente)\b/;

/** An answer to the question that waits; undefined when a message is none. */
export const confirmationIn = ({ line, asks }: Said): boolean | undefined => {
  if (asks || line.split(' ').length > 8) return undefined;
  if (NO.test(line)) return false;
  return YES.test(line) ? true : undefined;
};
