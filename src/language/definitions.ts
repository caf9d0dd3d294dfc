import { wordsOf } from './fold.ts';

/** The small words with which people ask what something is, in all three languages, folded. */
const ASKING = new Set(
  (
    'cos cosa che chi e sono roba vuol dire significa sarebbe sta per sto questo questa sti il lo la l i gli un una uno ma scusa esattamente ' +
    'c est quoi qui qu ce que ca veut signifie definition koi quest le les une des de d du mais et pardon exactement cette ' +
    'what is s whats are who whos does do mean means meaning stand stands for a an the of this that thing exactly sorry please but and'
  ).split(' '),
);

const MOST_WORDS = 9;

/** True when a message asks what a term is, or is nothing but the term: "GAL?", "che roba è il GAL", "what's a Pro Loco". */
export const asksWhatIs = (text: string, term: string): boolean => {
  const words = wordsOf(text);
  if (words.length > MOST_WORDS) return false;
  const rest = ` ${words.join(' ')} `.replace(` ${term} `, ' ').trim();
  return rest === '' || rest.split(' ').every((word) => ASKING.has(word));
};
