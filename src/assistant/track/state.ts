import type { Conversation, SpeaksNow } from '../../domain/conversation.ts';
import type { Edition } from '../../domain/library.ts';
import type { Phase, PlanNumber } from '../../domain/plan.ts';
import { linesOf } from './steps.ts';

/** Where a conversation stands, as tools read it: the list of its phase by the ids of its steps. */
export type State = {
  readonly plan: PlanNumber | null;
  readonly phase: Phase | null;
  readonly mode: SpeaksNow;
  readonly open: readonly string[];
  readonly ticked: readonly string[];
};

export const stateOf = (edition: Edition, conversation: Conversation | null): State => {
  if (!conversation) return { plan: null, phase: null, mode: 'bot', open: [], ticked: [] };
  const { group, speaks } = conversation;
  const lines = linesOf(edition, group);
  const idsOf = (done: boolean) => lines.filter(({ tick }) => (tick !== null) === done).map(({ step }) => step.id);
  return { plan: group.plan, phase: group.phase, mode: speaks, open: idsOf(false), ticked: idsOf(true) };
};
