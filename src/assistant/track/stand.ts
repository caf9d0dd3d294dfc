import type { Move } from '../../domain/group.ts';
import { makeMove } from '../../domain/group.ts';
import type { Phase, PlanNumber } from '../../domain/plan.ts';
import { coachingBegins } from './coaching.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { showList } from './list.ts';
import { askWhere, askWho } from './place.ts';
import { phaseValues, proposeStand } from './propose.ts';

export type Stand = Extract<Move, { kind: 'stand' }>;

/** Makes a move of plan and phase that nothing stands in the way of, and shows where the group is now. */
export const takeStand = (here: Here, going: Going, move: Stand): Going => {
  const made = makeMove(going.conversation.group, move, here.by, here.incoming.at);
  // A question that still waits was about where the group stood before.
  const moved = made ? { group: made.group, awaiting: null, step: null, proposal: null } : {};
  const stood: Going = { ...going, conversation: { ...going.conversation, ...moved } };
  if (move.phase === null)
    return askWhere(here, stood, say(here, 'ask_where_first', { plan: editionOf(here).plans[move.plan].name }));
  // The list that follows names plan and phase at its top.
  if (!made) return showList(here, going, { text: say(here, 'stood_already') });
  const { lines, passages, conversation } = coachingBegins(here, stood.conversation, made.entry);
  return showList(here, { ...stood, conversation }, { text: [say(here, 'stood'), ...lines].join('\n'), passages });
};

/** Goes to a plan and phase: at once where it may, else after a yes. */
export const stand = (here: Here, going: Going, plan: PlanNumber | null, phase: Phase | null): Going => {
  const { group } = going.conversation;
  const lead = plan ?? group.plan;
  if (lead === null) {
    // The phase is remembered until it is known who they are.
    const kept =
      phase === null ? going : { ...going, conversation: { ...going.conversation, group: { ...group, phase } } };
    return askWho(here, kept, phase === null ? undefined : say(here, 'ask_who_next', phaseValues(here, phase)));
  }
  // Once a cooperative is born, another plan is a new way, and begins at its beginning.
  const anew = group.finished && lead !== group.plan;
  const move: Stand = { kind: 'stand', plan: lead, phase: phase ?? (anew ? 1 : group.phase) };
  return proposeStand(here, going, move) ?? takeStand(here, going, move);
};

/** One phase back. */
export const goBack = (here: Here, going: Going): Going => {
  const { plan, phase } = going.conversation.group;
  if (plan === null) return askWho(here, going);
  if (phase === null) return askWhere(here, going);
  if (phase === 1) return post(here, going, say(here, 'at_first'));
  return stand(here, going, plan, (phase - 1) as Phase);
};
