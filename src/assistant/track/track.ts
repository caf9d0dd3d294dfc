import type { Heard } from '../../domain/heard.ts';
import { plainMessage } from '../../domain/message.ts';
import { advance } from './advance.ts';
import { askToBring, offerToBring } from './bring.ts';
import { confirm } from './confirm.ts';
import { greet } from './greet.ts';
import { tellGroups } from './groups.ts';
import { type Going, type Here, post, say, type Taken } from './here.ts';
import { tellJournal, undo } from './journal.ts';
import { askToKeep } from './keep.ts';
import { showList } from './list.ts';
import { tellHelpers, tellPartner } from './partners.ts';
import { askToPlace, phaseButtons, planButtons, standingText } from './place.ts';
import { tellCentre } from './shown-to.ts';
import { goBack, stand } from './stand.ts';
import { isPlaced } from './steps.ts';
import { takeOn } from './take-on.ts';
import { tickByWords } from './tick.ts';
import { encourage, tellNext, tellWhy } from './why.ts';

const pickPlan = (here: Here, going: Going, unknown: string | null): Going => {
  const opening =
    unknown === '10'
      ? say(here, 'plan_ten')
      : unknown === null
        ? `${standingText(here, going)}\n${say(here, 'pick_plan')}`
        : say(here, 'plan_unknown', { said: unknown });
  return post(here, going, plainMessage(opening, { choices: planButtons(here) }));
};

const pickPhase = (here: Here, going: Going, unknown: string | null): Going => {
  const opening =
    unknown === null
      ? `${standingText(here, going)}\n${say(here, 'pick_phase')}`
      : say(here, 'phase_unknown', { said: unknown });
  return post(here, going, plainMessage(opening, { choices: phaseButtons(here) }));
};

/** "We are the Pro Loco": the same again shows the list, another than before is a change. */
const takeStanding = (here: Here, going: Going, { plan, phase }: Extract<Heard, { kind: 'standing' }>): Going => {
  const { group } = going.conversation;
  const told = (plan === null || plan === group.plan) && (phase === null || phase === group.phase);
  return isPlaced(group) && told ? showList(here, going) : stand(here, going, plan, phase);
};

const speak = (here: Here, going: Going, language: Extract<Heard, { kind: 'language' }>['language']): Going => {
  if (language === null) return post(here, going, plainMessage(say(here, 'language_ask'), { asksForWords: true }));
  const members = { ...going.conversation.members, [here.by.id]: language };
  const told = { ...here, language };
  return post(
    told,
    { ...going, conversation: { ...going.conversation, language, members } },
    say(told, 'language_set'),
  );
};

/** Does what was heard of a group's way; undefined for what is answered elsewhere: help, a person, privacy, a recommendation. */
export const track = async (here: Here, going: Going, heard: Heard): Promise<Taken | undefined> => {
  switch (heard.kind) {
    case 'ticks':
      return tickByWords(here, going, heard);
    case 'takes':
      return takeOn(here, going, heard);
    case 'list':
      return askToPlace(here, going) ?? showList(here, going);
    case 'next':
      return tellNext(here, going);
    case 'advance':
      return advance(here, going);
    case 'back':
      return goBack(here, going);
    case 'phase':
      return heard.phase === null ? pickPhase(here, going, heard.unknown) : stand(here, going, null, heard.phase);
    case 'plan':
      return heard.plan === null ? pickPlan(here, going, heard.unknown) : stand(here, going, heard.plan, null);
    case 'standing':
      return takeStanding(here, going, heard);
    case 'partner':
      return tellPartner(here, going, heard);
    case 'helpers':
      // Who has said nothing of themselves is answered from the guide.
      return isPlaced(going.conversation.group) ? tellHelpers(here, going) : undefined;
    case 'stuck':
      return encourage(here, going);
    case 'journal':
      return tellJournal(here, going);
    case 'undo':
      return undo(here, going, heard.entry);
    case 'why':
      return tellWhy(here, going, heard);
    case 'language':
      return speak(here, going, heard.language);
    case 'confirm':
      return going.conversation.proposal ? confirm(here, going, null, heard.yes) : undefined;
    case 'groups':
      return tellGroups(here, going);
    case 'bring':
      return offerToBring(here, going);
    case 'centre':
      return tellCentre(here, going, heard.argument);
    case 'erase':
    case 'export':
      return askToKeep(here, going, heard.kind);
    case 'start':
      if (heard.argument !== '' && here.incoming.place === 'group') return askToBring(here, going, heard.argument);
      return greet(here, going);
    default:
      return undefined;
  }
};
