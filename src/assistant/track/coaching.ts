import type { Conversation } from '../../domain/conversation.ts';
import type { Entry } from '../../domain/group.ts';
import { editionOf, type Here, say } from './here.ts';

/** The phase in which animation gives way to coaching, and the plan of those who, according to the guide, offer it (6.3.1). */
const COACHING_FROM = 3;
const CENTRE = 6;

/** On entering phase 3 for the first time: that the help changes, who offers it according to the guide, and the way to a person. */
export const coachingBegins = (
  here: Here,
  conversation: Conversation,
  { before, after }: Entry,
): { readonly opening: readonly string[]; readonly conversation: Conversation } => {
  const entered = (after.phase ?? 0) >= COACHING_FROM && (before.phase ?? 0) < COACHING_FROM;
  if (!entered || conversation.told.includes('coaching') || after.plan === CENTRE) return { opening: [], conversation };
  const [sentence] = editionOf(here).plans[CENTRE].phases[COACHING_FROM].role.statements;
  return {
    opening: [say(here, 'coaching'), ...(sentence ? [sentence.text] : []), say(here, 'coaching_centre')],
    conversation: { ...conversation, told: [...conversation.told, 'coaching'] },
  };
};
