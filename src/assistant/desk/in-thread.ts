import type { DeskThread } from '../../domain/desk.ts';
import type { Letter } from '../../domain/letter.ts';
import { type Event, plainMessage } from '../../domain/message.ts';
import { plainWords } from '../../domain/plain-words.ts';
import { isOpen } from '../../domain/request.ts';
import { NOTE, pressKeep, takeNoteForm } from '../notes/note-of-request.ts';
import type { Going, Taken } from '../track/here.ts';
import { act, actOf, send } from './acts.ts';
import { askForWords, confirmWords, takeWords } from './compose.ts';
import { button, type DeskHere, tell } from './desk-here.ts';
import { nameTutor, offerCanned, offerColleagues, offerTutors } from './hand-on.ts';
import { done, takeKnowledge } from './knowledge.ts';
import { setClosed, show, withDesk } from './show.ts';
import { forget, remind, showRefused, showRequest } from './thread.ts';

/** What is said in a thread without being sent stays there; that it does, and how to send, is said once. */
const stays = (here: DeskHere, going: Going, desk: DeskThread): Going => {
  if (desk.told.includes('aside')) return going;
  const told = withDesk(going, { ...desk, told: [...desk.told, 'aside'] });
  return show(here, told, 'post', tell(here, 'aside', { name: desk.request.by.name }));
};

/**
 * Somebody closed the thread and not the request: who asked is told nothing of it, for it may have been a slip or for order's sake, and whoever did it learns
 * how the request itself is closed. The thread stays closed until something becomes of the request.
 */
const closedByHand = (here: DeskHere, going: Going, desk: DeskThread): Going => {
  const closed = withDesk(going, { ...desk, closed: true });
  if (!isOpen(desk.request)) return closed;
  const text = tell(here, 'only_thread_closed', { name: desk.request.by.name });
  return show(here, closed, 'post', plainMessage(text, { choices: [[button(here, 'close', 'button_close')]] }));
};

const pressThere = async (here: DeskHere, going: Going, desk: DeskThread, choice: string): Promise<Taken> => {
  const { request } = desk;
  const made = actOf(here, going, choice);
  if (made) return act(here, going, made);
  // An answer is kept once nobody waits for another: the button stands on a closed card.
  if (choice === NOTE && !isOpen(request)) return done(here, going, await pressKeep(here, request));
  if (choice === 'canned') return offerCanned(here, going, request);
  if (choice === 'reassign') return offerColleagues(here, going, request);
  if (choice === 'tutor') return offerTutors(here, going, request);
  return (
    confirmWords(here, going, choice) ??
    nameTutor(here, going, request, choice) ??
    (await askForWords(here, going, request, choice)) ?? { ...going, note: tell(here, 'old_button') }
  );
};

/** What staff wrote and sent on is followed when it is changed or removed where it was written. */
const follow = (
  here: DeskHere,
  going: Going,
  desk: DeskThread,
  event: Extract<Event, { kind: 'edited' | 'deleted' }>,
): Going => {
  const line = desk.sources[event.source];
  if (line === undefined) return going;
  return act(
    here,
    going,
    event.kind === 'edited' ? { kind: 'change', line, text: plainWords(event.text) } : { kind: 'take-back', line },
  );
};

/** What someone of the desk does in a request's thread. */
const takeStaff = async (here: DeskHere, going: Going, desk: DeskThread, event: Event): Promise<Taken> => {
  const known = await takeKnowledge(here, going, event);
  if (known) return known;
  switch (event.kind) {
    case 'press':
      return pressThere(here, going, desk, event.choice);
    case 'form':
      if (event.choice === NOTE) return done(here, going, await takeNoteForm(here, event.fields));
      return send(here, going, event.choice, {
        text: event.fields.text ?? '',
        file: event.file ?? null,
        album: event.album,
        source: event.source,
      });
    case 'text':
    case 'unreadable': {
      const { file, album } = event;
      const written = {
        text: event.kind === 'text' ? event.text : '',
        ...(file && { file }),
        ...(album !== undefined && { album }),
      };
      return takeWords(here, going, desk.request, written) ?? stays(here, going, desk);
    }
    case 'edited':
    case 'deleted':
      return follow(here, going, desk, event);
    case 'aside':
      return stays(here, going, desk);
    case 'closed':
      return closedByHand(here, going, desk);
    default:
      return going;
  }
};

const takeLetter = (here: DeskHere, going: Going, letter: Letter, isForgotten: boolean): Going => {
  switch (letter.kind) {
    case 'request':
      // What was erased does not come back by a letter that was under way.
      if (isForgotten && letter.news.kind !== 'opened') return going;
      return showRequest(here, isForgotten ? setClosed(here, going, false) : going, letter);
    case 'refused':
      return showRefused(here, going, letter);
    case 'forgotten':
      return forget(here, going, 'forgotten');
    default:
      return going;
  }
};

/** One turn in the thread of a request. */
export const takeInThread = async (here: DeskHere, going: Going, isKnown: boolean): Promise<Taken> => {
  const { event } = here.incoming;
  const { desk } = going.conversation;
  // Of a request that was erased before nothing comes to be again.
  if (event.kind === 'letter' && event.letter.kind === 'forgotten' && !desk)
    return isKnown ? going : { ...going, conversation: null };
  if (event.kind === 'letter') return takeLetter(here, going, event.letter, isKnown && desk === null);
  if (!desk) {
    if (event.kind === 'press') return { ...going, note: tell(here, 'old_button') };
    return event.kind === 'alarm' ? { ...going, conversation: null } : going;
  }
  if (event.kind === 'moved-in') return showRequest(here, going, { request: desk.request, news: { kind: 'opened' } });
  if (event.kind === 'alarm') return event.name === 'erase' ? forget(here, going, 'erased') : remind(here, going);
  if (event.kind === 'unreachable' || event.kind === 'delayed' || event.kind === 'arrived') {
    const { id, home, place } = desk.request;
    const letter: Letter = { kind: 'desk', request: id, what: event.kind };
    return { ...going, letters: [...going.letters, { to: home, place, letter }] };
  }
  // Guests and strangers of a shared channel read; only those who belong to the desk act.
  if (event.kind !== 'aside' && event.kind !== 'closed' && !(await here.around.isMember()))
    return { ...going, note: tell(here, 'strangers') };
  return takeStaff(here, going, desk, event);
};
