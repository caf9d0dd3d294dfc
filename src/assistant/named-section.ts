import type { Conversation } from '../domain/conversation.ts';
import { placeOf, type SectionId } from '../domain/meaning.ts';
import { namedPlace } from './named-place.ts';

/** Words that add nothing to a plan or a phase named by its number. */
const FILLERS =
  /^(?:e|et|and|il|lo|la|le|the|di|del|della|du|de|of|in|nella|nel|dans|en|a|per|pour|for|ma|mais|but|dimmi|spiegami|parlami|parlez|moi|tell|me|about|cosa|che|quoi|what|is|s|e la|c est|dice|dit|say|says|does|please|grazie|merci)$/;

const isBare = (rest: string): boolean => rest.split(' ').every((word) => word === '' || FILLERS.test(word));

/**
 * The section that a message names by nothing but numbers: "piano 4 fase 2", "4.2", "phase 3" (of the plan spoken of, else in
 * general), "plan 7"; a number too high leads to the list of what there is. Undefined when the message says more than that.
 */
export const namedSection = (text: string, { last, group }: Conversation): SectionId | undefined => {
  const { named, rest, beyond } = namedPlace(text);
  if (!isBare(rest)) return undefined;
  if (beyond !== null) return beyond === 'phase' ? 'process.phases' : 'process.plans';
  const { plan, phase } = named;
  if (plan !== null) return `${plan}.${phase ?? 0}`;
  if (phase === null) return undefined;
  const spokenOf = (last ? placeOf(last.section).plan : null) ?? group.plan;
  return spokenOf === null ? `process.phase-${phase}` : `${spokenOf}.${phase}`;
};
