import type { Conversation } from '../../domain/conversation.ts';
import { isSection, parseMeaning } from '../../domain/meaning.ts';
import { isPhase, isPlanNumber } from '../../domain/plan.ts';
import { questionAsked } from '../asking.ts';
import { pressFeedback } from '../feedback.ts';
import { choiceOf } from '../sources.ts';
import { advance, finish } from './advance.ts';
import { confirm } from './confirm.ts';
import { editionOf, type Going, type Here, say, type Taken } from './here.ts';
import { tellJournal, undo } from './journal.ts';
import { pinList, showList } from './list.ts';
import { askToPlace } from './place.ts';
import { proposeFinish } from './propose.ts';
import { askToShow, hide } from './shown-to.ts';
import { stand } from './stand.ts';
import { linesOf, openOf } from './steps.ts';
import { tickByPress } from './tick.ts';
import { tellNext, tellStep } from './why.ts';

const finishByPress = (here: Here, going: Going): Going => {
  const { group } = going.conversation;
  if (group.phase !== 4 || group.finished) return advance(here, going);
  const open = openOf(linesOf(editionOf(here), group));
  return open.length > 0 ? proposeFinish(here, going, open) : finish(here, going);
};

/** What a button means, by the target that it carries; undefined for a button that is none of the group's way. */
export const press = async (here: Here, going: Going, choice: string): Promise<Taken | undefined> => {
  const [, name, target] = /^([a-z]+)(?:=(.+))?$/.exec(choice) ?? [];
  const number = Number(target);
  switch (name) {
    case 'tick':
    case 'untick':
      return target === undefined ? undefined : tickByPress(here, going, target, name === 'tick');
    case 'why':
      return target === undefined ? undefined : tellStep(here, going, target);
    case 'plan':
      return isPlanNumber(number) ? standNoted(here, going, stand(here, going, number, null)) : undefined;
    case 'phase':
      return isPhase(number) ? standNoted(here, going, stand(here, going, null, number)) : undefined;
    case 'undo':
      return Number.isInteger(number) ? undo(here, going, number) : undefined;
    case 'yes':
    case 'no':
      return Number.isInteger(number) ? confirm(here, going, number, name === 'yes') : undefined;
    case 'finish':
      return finishByPress(here, going);
    case 'list':
      return askToPlace(here, going) ?? showList(here, going);
    case 'pin':
      return pinList(here, going);
    case 'next':
      return tellNext(here, going);
    case 'journal':
      return tellJournal(here, going);
    case 'show':
      return Number.isInteger(number) ? askToShow(here, going, number) : undefined;
    case 'hide':
      return hide(here, going);
    case 'useful':
    case 'useless':
    case 'lack':
      return pressFeedback(here, going, choice);
    default:
      return undefined;
  }
};

/** A second press on the same plan or phase changes nothing, and says nothing twice. */
const standNoted = (here: Here, before: Going, after: Going): Taken => {
  const was = before.conversation.group;
  const is = after.conversation.group;
  const repeated =
    was.plan !== null &&
    was.phase !== null &&
    was === is &&
    after.conversation.proposal === before.conversation.proposal;
  return repeated ? { ...before, note: say(here, 'nothing_changed') } : after;
};

/** A section's button, or an answer to the question that waits, as the words that would say the same; undefined when it is neither. */
export const wordsOfPress = (
  here: Here,
  conversation: Conversation,
  choice: string,
): { readonly text: string; readonly conversation: Conversation } | undefined => {
  const [, question, number] = /^(ask_[a-z]+)\.(\d)$/.exec(choice) ?? [];
  const { asking } = conversation;
  if (question !== undefined && number !== undefined)
    return asking && questionAsked(asking) === question ? { text: number, conversation } : undefined;
  const [, way, step] = /^(skip|back)=(\d)$/.exec(choice) ?? [];
  if (way !== undefined)
    return asking && Number(step) === asking.answers.length + 1 ? { text: way, conversation } : undefined;
  const section = parseMeaning(choice);
  if (!section || !isSection(section)) return undefined;
  const offered = conversation.offered.find(({ id }) => id === choice) ?? choiceOf(editionOf(here), section);
  return { text: '1', conversation: { ...conversation, asking: null, offered: [offered] } };
};
