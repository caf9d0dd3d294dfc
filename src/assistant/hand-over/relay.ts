import type { FileRef } from '../../domain/file.ts';
import type { Event } from '../../domain/message.ts';
import { citizenActs, isOpen, type Request } from '../../domain/request.ts';
import { type Going, type Here, post } from '../track/here.ts';
import { personKey } from './acts.ts';
import { keepRequest } from './request.ts';
import { tell } from './tell.ts';

const MEGABYTE = 1024 * 1024;

type Spoken = Extract<Event, { kind: 'text' | 'unreadable' }>;

/** Whether words go to the person of a request: asked for a moment ago, said in reply to that person, or in private while they have the conversation. */
export const goesToPerson = (here: Here, { conversation }: Going, event: Spoken): boolean => {
  const { request, answering, speaks } = conversation;
  if (!request || !isOpen(request)) return false;
  if (answering !== null && answering === here.by.id) return true;
  const { repliesTo, album } = event;
  const last = request.lines.at(-1);
  // What was sent together goes together.
  if (album !== undefined && last?.album === album && last.by.id === here.by.id) return true;
  return repliesTo?.startsWith(personKey(request, '')) || (speaks === 'person' && here.incoming.place === 'private');
};

const isTooBig = (here: Here, file: FileRef | null): boolean =>
  file?.bytes != null && file.bytes > (here.around.mostBytes ?? 0);

/** Passes on what a citizen wrote or sent to whoever has their request. The assistant says nothing to it. */
export const relay = (here: Here, going: Going, request: Request, event: Spoken): Going => {
  const text = event.kind === 'text' ? event.text : '';
  const file = event.file ?? null;
  if (isTooBig(here, file)) {
    const most = Math.floor((here.around.mostBytes ?? 0) / MEGABYTE);
    return post(here, going, tell(here, 'too_big', { most }));
  }
  const said = citizenActs(request, { kind: 'say', text, file, album: event.album }, here.by, here.incoming.at);
  if (typeof said === 'string') return going;
  const line = said.lines.at(-1)!;
  const kept = keepRequest(here, going, said, { kind: 'said', line });
  // Who was asked for words is told that they arrived; in the midst of a talk silence says the same.
  const wasAsked = going.conversation.answering === here.by.id;
  const answered = { ...kept, conversation: { ...kept.conversation, answering: null } };
  return wasAsked ? post(here, answered, tell(here, 'passed_on')) : answered;
};
