import { plainMessage } from '../../domain/message.ts';
import { type Going, type Here, post, say, type Taken } from './here.ts';
import { journeyOf } from './journey.ts';
import { propose } from './propose.ts';

/** Asks before all that is kept of the conversation is erased or sent as a document; in a group only admins may ask. */
export const askToKeep = async (here: Here, going: Going, kind: 'erase' | 'export'): Promise<Going> => {
  const mayAsk = here.incoming.place === 'private' || (await here.around.isAdmin());
  if (!mayAsk) return post(here, going, say(here, 'admins_only'));
  return propose(here, going, { kind }, 'same-admin', say(here, kind === 'erase' ? 'confirm_erase' : 'confirm_export'));
};

/** Erases the conversation, and what desks hold of it; what is said of it is the last that goes out. */
export const eraseAll = (here: Here, going: Going): Taken => {
  const { threads } = going.conversation;
  const told = post(here, going, say(here, 'erased'));
  const letters = threads.map((to) => ({ to, place: 'group', letter: { kind: 'forgotten' } }) as const);
  return { ...told, conversation: null, letters: [...told.letters, ...letters] };
};

/** Sends all that is kept: the journey to read, and below it everything as data. */
export const exportAll = (here: Here, going: Going): Going => {
  const { name, text } = journeyOf(here, going.conversation.group);
  const data = JSON.stringify(going.conversation, null, 2);
  return post(here, going, plainMessage(say(here, 'exported'), { attachment: { name, text: `${text}\n${data}\n` } }));
};
