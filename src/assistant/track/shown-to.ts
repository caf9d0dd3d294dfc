import type { Choice } from '../../domain/answer.ts';
import type { Centre } from '../../domain/centre.ts';
import { plainMessage } from '../../domain/message.ts';
import { centresFor, tellCentres } from '../centres.ts';
import { type Going, type Here, post, say, type Taken } from './here.ts';
import { propose } from './propose.ts';

/** The centre that sees where a group stands; undefined where none does. */
const shownTo = (here: Here, { conversation }: Going): Centre | undefined =>
  here.parts.centres.find(({ name }) => name === conversation.shownTo);

/** Buttons that let centres see where the group stands; it is asked again before they do. */
export const showButtons = (here: Here, centres: readonly Centre[]): Choice[][] =>
  centres
    .filter(({ desk }) => desk !== null)
    .map((centre, _, { length }) => [
      {
        id: `show=${here.parts.centres.indexOf(centre)}`,
        label: say(here, 'button_show', { centre: length > 1 ? centre.name : 'none' }),
      },
    ]);

const hideButton = (here: Here): Choice[][] => [[{ id: 'hide', label: say(here, 'button_hide') }]];

/** "/centre", perhaps with a place: whom to call or visit, and, in a group, whether the centre sees where the group stands. */
export const tellCentre = (here: Here, going: Going, place: string): Going => {
  const shown = shownTo(here, going);
  const found = shown && place === '' ? [shown] : centresFor(here.parts.centres, place);
  if (found.length === 0) return post(here, going, say(here, 'centre_none'));
  const contacts = tellCentres(found, place, here.language) ?? found.map(({ name }) => name).join('\n');
  if (here.incoming.place === 'private') return post(here, going, contacts);
  const sees = say(here, shown ? 'shown' : 'shown_to_none', { centre: shown?.name ?? '' });
  const choices = shown ? hideButton(here) : showButtons(here, found);
  return post(here, going, plainMessage(choices.length > 0 ? `${contacts}\n${sees}` : contacts, { choices }));
};

/** Asks, of an admin, whether a centre may see where the group stands. */
export const askToShow = async (here: Here, going: Going, index: number): Promise<Taken | undefined> => {
  const centre = here.parts.centres[index];
  if (!centre?.desk || here.incoming.place === 'private') return undefined;
  if (going.conversation.shownTo === centre.name) return { ...going, note: say(here, 'nothing_changed') };
  if (!(await here.around.isAdmin())) return { ...post(here, going, say(here, 'admins_only')) };
  const question = say(here, 'confirm_show', { centre: centre.name });
  return propose(here, going, { kind: 'show', centre: centre.name }, 'same-admin', question);
};

/** From now on a centre sees where the group stands. */
export const show = (here: Here, going: Going, centre: string): Going => {
  const shown = { ...going, conversation: { ...going.conversation, shownTo: centre } };
  return post(here, shown, plainMessage(say(here, 'shown_now', { centre }), { choices: hideButton(here) }));
};

/** No centre sees any more where the group stands: whoever is in it may say so. */
export const hide = (here: Here, going: Going): Taken => {
  const centre = going.conversation.shownTo;
  if (centre === null) return { ...going, note: say(here, 'nothing_changed') };
  const hidden = { ...going, conversation: { ...going.conversation, shownTo: null } };
  return post(here, hidden, say(here, 'hidden', { centre }));
};
