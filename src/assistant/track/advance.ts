import { type Group, makeMove } from '../../domain/group.ts';
import { plainMessage } from '../../domain/message.ts';
import type { Phase } from '../../domain/plan.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { journeyOf } from './journey.ts';
import { refreshList, showList } from './list.ts';
import { askWhere, askWho } from './place.ts';
import { proposeFinish } from './propose.ts';
import { stand } from './stand.ts';
import { linesOf, openOf } from './steps.ts';

/** The plan of a cooperative that exists: the next path once one is born. */
const EXISTING_COOPERATIVE = 8;

/** Notes that the cooperative is born: a sentence, the whole journey as a document, the next path. The list stays open. */
export const finish = (here: Here, going: Going): Going => {
  const { group } = going.conversation;
  const made = makeMove(group, { kind: 'finish' }, here.by, here.incoming.at);
  if (!made) return post(here, going, say(here, 'at_end'));
  const born: Going = { ...going, conversation: { ...going.conversation, group: made.group } };
  const told = post(
    here,
    refreshList(here, born),
    plainMessage(say(here, 'born'), { attachment: journeyOf(here, made.group) }),
  );
  if (group.plan === EXISTING_COOPERATIVE) return told;
  const plan = editionOf(here).plans[EXISTING_COOPERATIVE].name;
  const choices = [[{ id: `plan=${EXISTING_COOPERATIVE}`, label: say(here, 'button_plan', { plan }) }]];
  return post(here, told, plainMessage(say(here, 'born_next'), { choices }));
};

const isBorn = ({ phase, finished }: Group): boolean => phase === 4 && finished;

/** Goes on to the next phase, or to the birth; open steps are named first. `opening` stands above what comes. */
export const advance = (here: Here, going: Going, opening?: string): Going => {
  const { group } = going.conversation;
  if (group.plan === null) return askWho(here, going);
  if (group.phase === null) return askWhere(here, going);
  const told = opening ? post(here, going, opening) : going;
  if (isBorn(group)) return showList(here, told, { text: say(here, 'at_end') });
  if (group.phase < 4) return stand(here, told, group.plan, (group.phase + 1) as Phase);
  const open = openOf(linesOf(editionOf(here), group));
  return open.length > 0 ? proposeFinish(here, told, open) : finish(here, told);
};
