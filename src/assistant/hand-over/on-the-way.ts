import type { Letter, News } from '../../domain/letter.ts';
import { isOpen, type Request } from '../../domain/request.ts';
import type { Going, Here } from '../track/here.ts';
import { reroute } from './reroute.ts';
import { messageToAsker, postToAsker, tell } from './tell.ts';

const HOUR = 3_600_000;

/** Until an hour after the end it matters to the desk whether what it sent arrives: an answer and a close may go out together. */
const matters = ({ status }: Request, now: number): boolean => status.kind !== 'closed' || now - status.at < HOUR;

/** What the way to who asked meets, told to the desk. */
export const tellDesk = (
  here: Here,
  going: Going,
  kind: Extract<News['kind'], 'unreachable' | 'delayed' | 'arrived'>,
): Going => {
  const { request } = going.conversation;
  if (!request || (kind !== 'arrived' && !matters(request, here.incoming.at))) return going;
  const letter: Letter = { kind: 'request', request, news: { kind } };
  return { ...going, letters: [...going.letters, { to: request.thread, place: 'group', letter }] };
};

const withLate = (going: Going, late: string | null): Going => ({
  ...going,
  conversation: { ...going.conversation, late },
});

const tellLate = (here: Here, going: Going, request: Request): Going => {
  const told = postToAsker(here, going, request, tell(here, 'delayed', { centre: request.centre }));
  return withLate(told, told.deliveries.at(-1)!.key);
};

/** That all has arrived is told where it was told that it would be late: nobody is called for it, and what stands there is true. */
const tellArrived = (here: Here, going: Going, request: Request, key: string): Going => {
  const message = messageToAsker(here, request, tell(here, 'arrived', { centre: request.centre }));
  const told = { kind: 'update', address: here.incoming.address, key, message } as const;
  return withLate({ ...going, deliveries: [...going.deliveries, told] }, null);
};

/** What the way to the desk meets, told to who waits. */
export const meetDesk = (here: Here, going: Going, { request: id, what }: Extract<Letter, { kind: 'desk' }>): Going => {
  const { request, late } = going.conversation;
  if (!request || request.id !== id) return going;
  if (what === 'arrived') return late === null ? going : tellArrived(here, going, request, late);
  if (!isOpen(request)) return going;
  if (what === 'unreachable') return reroute(here, withLate(going, null), request);
  return late === null ? tellLate(here, going, request) : going;
};
