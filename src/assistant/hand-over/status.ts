import type { Choice } from '../../domain/answer.ts';
import type { Letter } from '../../domain/letter.ts';
import { isOpen, type Request } from '../../domain/request.ts';
import { whenInWords } from '../../language/when.ts';
import { type Going, type Here, post } from '../track/here.ts';
import { centreNamed, expectedOf, isAnyoneThere } from './desks.ts';
import { asksForStatus } from './status-words.ts';
import { button, postToAsker, tell } from './tell.ts';

const waysOn = (here: Here, { status, place }: Request): Choice[][] => {
  if (status.kind === 'closed') return [[button(here, 'reopen', 'button_reopen')]];
  // In private, what is written goes to whoever has it already.
  const adds = status.kind === 'waiting' || place === 'group';
  return [[...(adds ? [button(here, 'add', 'button_add')] : []), button(here, 'withdraw', 'button_withdraw')]];
};

/** How far a request has come, as it is told to who asked. */
const statusText = (here: Here, request: Request): string => {
  const { centre, status, tutor, promisedBy, lines } = request;
  switch (status.kind) {
    case 'waiting':
      return tell(here, 'status_waiting', { centre, expected: expectedOf(here, centre, tutor, promisedBy) });
    case 'taken':
      return tell(here, 'status_taken', { centre, name: status.by.name });
    case 'answered': {
      const last = lines.findLast(({ from }) => from === 'desk');
      if (!last) return tell(here, 'status_taken', { centre, name: status.by.name });
      const timeZone = centreNamed(here, centre)?.timeZone ?? 'UTC';
      const when = whenInWords(last.at, { now: here.incoming.at, timeZone, language: here.language });
      return tell(here, 'status_answered', { centre, name: last.by.name, when, text: last.text });
    }
    case 'closed':
      return tell(here, 'status_closed', { centre });
  }
};

/** … and that what is new of it has not arrived yet, while that is so. */
const standingText = (here: Here, { conversation: { late } }: Going, request: Request): string => {
  const text = statusText(here, request);
  return late === null || !isOpen(request) ? text : `${text}\n${tell(here, 'delayed', { centre: request.centre })}`;
};

/** How far the request has come, on demand. */
export const tellStatus = (here: Here, going: Going): Going => {
  const { request } = going.conversation;
  if (!request) return post(here, going, tell(here, 'status_none'));
  return postToAsker(here, going, request, standingText(here, going, request), { choices: waysOn(here, request) });
};

/** How far the request has come, for who asks it in words; undefined for other words. In a group it is told only to who made it. */
export const answerStatus = (here: Here, going: Going, text: string): Going | undefined => {
  const { request } = going.conversation;
  if (here.incoming.place === 'group' && request?.by.id !== here.by.id) return undefined;
  if (!isAnyoneThere(here.parts.centres)) return undefined;
  return asksForStatus(text, request !== null && isOpen(request)) ? tellStatus(here, going) : undefined;
};

/** Who asks for a person again has one request all the same; the desk is told that they wait. */
export const tellAlready = (here: Here, going: Going, request: Request): Going => {
  const letter: Letter = { kind: 'request', request, news: { kind: 'again' } };
  const told = postToAsker(here, going, request, `${tell(here, 'already')} ${standingText(here, going, request)}`, {
    choices: isOpen(request) ? waysOn(here, request) : [],
  });
  return { ...told, letters: [...told.letters, { to: request.thread, place: 'group', letter }] };
};
