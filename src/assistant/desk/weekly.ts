import { opensNext } from '../../domain/opening.ts';
import { weekOf } from '../../domain/week.ts';
import { openingOf } from '../hand-over/desks.ts';
import type { Going } from '../track/here.ts';
import type { DeskHere } from './desk-here.ts';
import { showGaps } from './knowledge.ts';

/** Shows the desk, once a week when it first opens, what nobody could answer; a desk that was never served begins with the week to come. */
export const takeWeek = async (here: DeskHere, going: Going, isKnown: boolean): Promise<Going> => {
  const { centre, incoming } = here;
  const opening = openingOf(centre, null);
  const { began, next } = weekOf(centre.timeZone, incoming.at);
  const due = opensNext(opening, began);
  const isDue = isKnown && due !== null && due <= incoming.at && going.conversation.gapsShownAt < began;
  const isLater = due !== null && due > incoming.at;
  const shown = isDue ? await showGaps(here, going, false) : going;
  // What is not looked at this week any more counts as shown: a first start shows nothing.
  const gapsShownAt = isLater ? going.conversation.gapsShownAt : incoming.at;
  const again = isLater ? due : opensNext(opening, next);
  return {
    ...shown,
    conversation: { ...shown.conversation, gapsShownAt },
    alarms: [...shown.alarms, { name: 'gaps', due: again }],
  };
};
