import type { Choice } from '../../domain/answer.ts';
import { type Message, plainMessage } from '../../domain/message.ts';
import type { Request } from '../../domain/request.ts';
import { handedOver } from '../hand-over/handed-over.ts';
import { NOTE } from '../notes/note-of-request.ts';
import { button, type DeskHere, readerOf, tell, when } from './desk-here.ts';

/** How far a request has come, as its desk reads it. */
export const stateOf = (here: DeskHere, { status }: Request): string => {
  switch (status.kind) {
    case 'waiting':
      return tell(here, 'state_waiting', { since: when(here, status.since) });
    case 'taken':
    case 'answered':
      return tell(here, `state_${status.kind}`, { name: status.by.name, since: when(here, status.since) });
    case 'closed': {
      const values = { name: status.by?.name ?? '', since: when(here, status.at) };
      return tell(here, `state_${status.how === 'handed-back' ? 'handed_back' : status.how}`, values);
    }
  }
};

/** What can be done about a request, row by row; three to a row at most, for telephones. */
const actsOn = (here: DeskHere, request: Request): Choice[][] => {
  const { status, context } = request;
  if (status.kind === 'closed')
    return [[button(here, 'reopen', 'button_reopen'), button(here, NOTE, 'button_note', 'form')]];
  const answers = [
    button(here, 'reply', 'button_reply', 'form'),
    button(here, 'draft', 'button_draft', 'form'),
    button(here, 'canned', 'button_canned'),
  ];
  const ends = [button(here, 'close', 'button_close'), button(here, 'hand-back', 'button_hand_back')];
  const tutors = context?.groupAt && here.centre.tutors.length > 0 ? [button(here, 'tutor', 'button_tutor')] : [];
  if (status.kind === 'waiting')
    return [
      [button(here, 'take', 'button_take'), ...answers.slice(0, 2)],
      [answers[2]!, ...ends],
    ];
  return [
    answers,
    ends,
    [button(here, 'reassign', 'button_reassign'), button(here, 'release', 'button_release'), ...tutors],
  ];
};

const languageName = (here: DeskHere, { language }: Request): string =>
  new Intl.DisplayNames(here.language, { type: 'language' }).of(language) ?? language;

/** The card changes and must fit into one message: it shows so much of what was handed over, in characters. */
const MOST_ON_CARD = 2500;

/** What was handed over, where the card does not show all of it; null where it does. */
export const beyondCard = (here: DeskHere, request: Request): string | null => {
  const text = handedOver(here.parts.library, request);
  return text.length > MOST_ON_CARD ? text : null;
};

/** The card that opens a request's thread: who asks, the very text that was handed over, how far it is, and what can be done. */
export const cardOf = (here: DeskHere, request: Request): Message => {
  const { by, context, promisedBy, rating, status, tutor } = request;
  const isClosed = status.kind === 'closed';
  const text = handedOver(here.parts.library, request);
  const lines = [
    stateOf(here, request),
    ...(rating === null ? [] : [tell(here, 'card_rating', { rating: tell(here, `rating_${rating}`) })]),
    ...(promisedBy === null || status.kind === 'answered' || isClosed
      ? []
      : [tell(here, 'card_promise', { when: when(here, promisedBy) })]),
    ...(tutor ? [tell(here, 'card_tutor', { name: tutor.name })] : []),
    `${tell(here, 'card_language', { language: languageName(here, request) })} ${tell(here, 'card_readers', { reader: readerOf(here, request) })}`,
    '',
    beyondCard(here, request) === null ? text : `${text.slice(0, MOST_ON_CARD).toWellFormed()}…`,
    ...(isClosed ? [] : ['', tell(here, 'card_stays_here')]),
  ];
  return plainMessage(lines.join('\n'), {
    heading: tell(here, 'card_heading', { name: by.name, group: context?.group ?? 'none' }),
    citations: context?.answer?.citations ?? [],
    choices: actsOn(here, request),
  });
};
