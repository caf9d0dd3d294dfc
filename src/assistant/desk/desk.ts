import { type Conversation, newConversation } from '../../domain/conversation.ts';
import { isThread } from '../../domain/desk.ts';
import type { Form } from '../../domain/form.ts';
import type { Event, Incoming } from '../../domain/message.ts';
import type { FormAsked } from '../form-for.ts';
import type { Answering } from '../hand-over/desks.ts';
import { hearCommand } from '../hear/commands.ts';
import { NOTE, requestNoteForm } from '../notes/note-of-request.ts';
import { gapNoteForm } from '../notes/press-gap.ts';
import { beginning, type Going, type Here, type Taken } from '../track/here.ts';
import { showBoard } from './board.ts';
import { type DeskHere, tell } from './desk-here.ts';
import { replyForm } from './forms.ts';
import { takeInThread } from './in-thread.ts';
import { showGaps, takeKnowledge } from './knowledge.ts';
import { showGroups } from './shown-groups.ts';
import { showWeek, startWeek } from './weekly.ts';

type Parts = Pick<Here, 'parts' | 'assistant' | 'around'>;

const deskHere = (parts: Parts, centre: Answering, incoming: Incoming): DeskHere => ({
  ...parts,
  centre,
  incoming,
  by: incoming.from ? { id: incoming.from.id, name: incoming.from.name } : { id: '', name: '' },
  language: centre.languages[0] ?? 'it',
});

const asksForGroups = (event: Event): boolean =>
  event.kind === 'press'
    ? event.choice === 'groups'
    : event.kind === 'text' && hearCommand(event.text)?.kind === 'groups';

/** What happens at a desk outside of its requests. */
const takeAtDesk = async (here: DeskHere, going: Going, isKnown: boolean): Promise<Taken> => {
  const { event } = here.incoming;
  if (event.kind === 'started') return startWeek(here, going, isKnown);
  if (event.kind === 'alarm') return showWeek(here, going);
  if (event.kind === 'joined') return showBoard(here, going);
  if (event.kind !== 'text' && event.kind !== 'press' && event.kind !== 'form') return going;
  if (!(await here.around.isMember())) return { ...going, note: tell(here, 'strangers') };
  if (event.kind === 'press' && event.choice === 'gaps') return showGaps(here, going, true);
  if (asksForGroups(event)) return showGroups(here, going);
  const known = await takeKnowledge(here, going, event);
  if (known) return known;
  const isOld = event.kind === 'press' && event.choice !== 'requests';
  return { ...(await showBoard(here, going)), note: isOld ? tell(here, 'old_button') : null };
};

/** One turn at a centre's desk: in the thread of a request, or outside of them. */
export const takeDeskTurn = async (
  parts: Parts,
  centre: Answering,
  incoming: Incoming,
  known: Conversation | null,
): Promise<Taken> => {
  const here = deskHere(parts, centre, incoming);
  const going = beginning(known ?? newConversation(here.language));
  return isThread(incoming.address)
    ? takeInThread(here, going, known !== null)
    : takeAtDesk(here, going, known !== null);
};

/** The form that a button at a desk opens, for one who belongs there; null where there is none. */
export const deskForm = async (
  parts: Parts,
  centre: Answering,
  { address, choice, by, written }: FormAsked,
  known: Conversation | null,
  at: number,
): Promise<Form | null> => {
  if (!(await parts.around.isMember())) return null;
  const event = { kind: 'press', choice, ticket: '' } as const;
  const here = deskHere(parts, centre, { address, place: 'group', title: null, from: by, at, event });
  const ofGap = await gapNoteForm(here, choice);
  const desk = known?.desk;
  if (ofGap || !desk) return ofGap;
  return choice === NOTE ? requestNoteForm(here, desk.request) : replyForm(here, desk.request, choice, written);
};
