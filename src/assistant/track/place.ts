import type { Choice } from '../../domain/answer.ts';
import { plainMessage } from '../../domain/message.ts';
import { inSentence } from '../../domain/passage.ts';
import { PHASES, PLAN_NUMBERS } from '../../domain/plan.ts';
import { phaseName } from '../sources.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';

/** A button for each plan, named by its promoter. */
export const planButtons = (here: Here): Choice[][] =>
  PLAN_NUMBERS.map((plan) => [{ id: `plan=${plan}`, label: editionOf(here).plans[plan].name }]);

/** A button for each phase, by number and name. */
export const phaseButtons = (here: Here): Choice[][] =>
  PHASES.map((phase) => [{ id: `phase=${phase}`, label: `${phase}. ${phaseName(editionOf(here), phase)}` }]);

/** Asks who leads: the nine promoters, and the questions for those who do not know yet. */
export const askWho = (here: Here, going: Going, opening?: string): Going => {
  const asked = post(
    here,
    going,
    plainMessage(opening ?? say(here, 'ask_who'), {
      choices: [...planButtons(here), [{ id: 'recommend', label: say(here, 'who_not_sure') }]],
    }),
  );
  return { ...asked, conversation: { ...asked.conversation, awaiting: 'who' } };
};

/** A button for each phase, in the words of those who are in it. */
export const whereButtons = (here: Here): Choice[][] =>
  PHASES.map((phase) => [{ id: `phase=${phase}`, label: say(here, `far_${phase}`) }]);

/** Asks how far they have come. */
export const askWhere = (here: Here, going: Going, opening?: string): Going => {
  const asked = post(
    here,
    going,
    plainMessage(opening ?? say(here, 'ask_where'), {
      choices: whereButtons(here),
    }),
  );
  return { ...asked, conversation: { ...asked.conversation, awaiting: 'where' } };
};

/** Where the group stands, in a sentence. */
export const standingText = (here: Here, { conversation: { group } }: Going): string => {
  const edition = editionOf(here);
  if (group.plan === null) return say(here, 'here_nothing');
  const plan = edition.plans[group.plan].name;
  if (group.phase === null) return say(here, 'here_plan', { plan });
  return say(here, 'here', { plan, phase: group.phase, name: inSentence(phaseName(edition, group.phase)) });
};

/** Asks for what is missing before there is a list; undefined once there is one. */
export const askToPlace = (here: Here, going: Going): Going | undefined => {
  const { plan, phase } = going.conversation.group;
  if (plan === null) return askWho(here, going, say(here, 'ask_who_first'));
  return phase === null ? askWhere(here, going, say(here, 'ask_where_for_list')) : undefined;
};
