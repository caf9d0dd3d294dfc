import type { Conversation } from '../../domain/conversation.ts';
import type { Entry } from '../../domain/group.ts';
import type { Passage } from '../../domain/passage.ts';
import { tellCentres } from '../centres.ts';
import { sourceLine } from '../sources.ts';
import { editionOf, type Here, say } from './here.ts';

/** The phase in which animation gives way to coaching, and the plan of those who, according to the guide, offer it (6.3.1). */
const COACHING_FROM = 3;
const CENTRE = 6;

/** On entering phase 3 for the first time: that the help changes, who offers it according to the guide, and the way to a person. */
export const coachingBegins = (
  here: Here,
  conversation: Conversation,
  { before, after }: Entry,
): {
  readonly lines: readonly string[];
  readonly passages: readonly Passage[];
  readonly conversation: Conversation;
} => {
  // A phase that was told before it was known who they are is entered together with the plan.
  const from = before.plan === null ? 0 : (before.phase ?? 0);
  const entered = (after.phase ?? 0) >= COACHING_FROM && from < COACHING_FROM;
  if (!entered || conversation.told.includes('coaching') || after.plan === CENTRE)
    return { lines: [], passages: [], conversation };
  const edition = editionOf(here);
  const calls = tellCentres(here.parts.centres, conversation.title ?? '', here.language);
  const { role } = edition.plans[CENTRE].phases[COACHING_FROM];
  const [sentence] = role.statements;
  return {
    lines: [
      say(here, 'coaching'),
      sentence?.text ?? '',
      say(here, 'coaching_centre'),
      sourceLine(edition, [role]),
      ...(calls === null ? [] : [calls]),
    ],
    passages: [role],
    conversation: { ...conversation, told: [...conversation.told, 'coaching'] },
  };
};
