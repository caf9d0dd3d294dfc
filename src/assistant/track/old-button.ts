import { type Going, type Here, say } from './here.ts';
import { showList } from './list.ts';
import { askToPlace } from './place.ts';

/** Answers a button that means nothing any more: the list of today, or what is missing before there is one. */
export const tellOldButton = (here: Here, going: Going): Going =>
  askToPlace(here, going) ?? { ...showList(here, going), note: say(here, 'old_button') };
