import { opensNext } from '../../domain/opening.ts';
import { weekOf } from '../../domain/week.ts';
import { openingOf } from '../hand-over/desks.ts';
import type { Going, Taken } from '../track/here.ts';
import type { DeskHere } from './desk-here.ts';
import { showGaps } from './knowledge.ts';
import { tellStill } from './shown-groups.ts';

/** Shows the desk, once a week when it first opens, what nobody could answer and which groups stand still, and sets the alarm for the next time. */
export const showWeek = async (here: DeskHere, going: Going): Promise<Going> => {
  const { centre, incoming } = here;
  const opening = openingOf(centre, null);
  const { began, next } = weekOf(centre.timeZone, incoming.at);
  const due = opensNext(opening, began);
  const isLater = due !== null && due > incoming.at;
  const isDue = due !== null && !isLater && going.conversation.gapsShownAt < began;
  const shown = isDue ? await tellStill(here, await showGaps(here, going, false)) : going;
  const gapsShownAt = isDue ? incoming.at : going.conversation.gapsShownAt;
  return {
    ...shown,
    conversation: { ...shown.conversation, gapsShownAt },
    alarms: [...shown.alarms, { name: 'gaps', due: isLater ? due : opensNext(opening, next) }],
  };
};

/** A start: a desk that saw such a week before catches up with what it missed; one that never did waits for its first Monday, and nothing is kept of it. */
export const startWeek = async (here: DeskHere, going: Going, isKnown: boolean): Promise<Taken> => {
  if (isKnown) return showWeek(here, going);
  const opening = openingOf(here.centre, null);
  const { began, next } = weekOf(here.centre.timeZone, here.incoming.at);
  const thisWeek = opensNext(opening, began);
  const due = thisWeek !== null && thisWeek > here.incoming.at ? thisWeek : opensNext(opening, next);
  return { ...going, conversation: null, alarms: [...going.alarms, { name: 'gaps', due }] };
};
