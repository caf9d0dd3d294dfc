import type { Said } from './said.ts';
import { RATHER, type Talk } from './talk.ts';

const LEADS =
  '(?:(?:ma|et|and|ben|eh|oh|ah|ok|okay|bien|mais|allora|alors|finalement|finalmente|alla fine|actually|hmm|mah|beh|well|so|anzi|scusa|pardon|sorry) )*';
const YES = new RegExp(
  `^${LEADS}(?:si+|oui|ouais|yes|yep|yeah|yup|ok|okay|okey|va bene|cert[oa]|certamente|d accord(?:o)?|daccordo|vai|vas y|allez(?: y)?|go ahead|do it|sure|je confirme|conf[ei]rm\\w*|procedi|procedete|fallo|fatelo|perfetto|parfait|perfect|esatto|exact(?:ement)?|right|correct|volentieri|bien sur|of course|absolutely|assolutamente|vabbe|dai|aye|oc)\\b`,
);
const NO = new RegExp(
  `^${LEADS}(?:no+|non|nope|nah|nan|macche|lasci(?:a|amo|ate)|laisse[zr]?|leave|annull[ao]|annulate|annulez?|cancel|stop|ferm[aoi]|fermate|aspetta\\w*|attends|attendez|wait|hold on|meglio di no|plutot pas|better not|don t|pas encore|not yet|niente)\\b`,
);
const MOST_WORDS = 8;

/** An answer to the question that waits; undefined when a message is none. */
export const confirmationIn = ({ line, asks }: Said, talk: Talk): boolean | undefined => {
  if (asks || line.split(' ').length > MOST_WORDS) return undefined;
  if (NO.test(line)) return false;
  if (YES.test(line)) return true;
  if (talk.of('no') >= RATHER) return false;
  return talk.of('yes') >= RATHER ? true : undefined;
};
