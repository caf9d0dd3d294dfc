import { plainMessage } from '../../domain/message.ts';
import { citizenActs, isOpen, type Request, timePasses } from '../../domain/request.ts';
import { type Going, type Here, post, say, type Taken } from '../track/here.ts';
import { rateButtons } from './acts.ts';
import { centreNamed, expectedOf, promiseOf } from './desks.ts';
import { keepRequest } from './request.ts';
import { tellStatus } from './status.ts';
import { button, postToAsker, tell } from './tell.ts';

const isRating = (value: number): value is 1 | 2 | 3 => value === 1 || value === 2 || value === 3;

const rate = (here: Here, going: Going, request: Request, rating: 1 | 2 | 3): Taken => {
  const rated = citizenActs(request, { kind: 'rate', rating }, here.by, here.incoming.at);
  if (typeof rated === 'string') return { ...going, note: say(here, 'nothing_changed') };
  const kept = keepRequest(here, going, rated, { kind: 'status' });
  if (rating > 1) return { ...kept, note: tell(here, 'rated') };
  return postToAsker(here, kept, request, tell(here, 'rated_low', { centre: request.centre }), {
    choices: [[button(here, 'reopen', 'button_reopen')]],
  });
};

const reopen = (here: Here, going: Going, request: Request): Taken => {
  const opened = citizenActs(request, { kind: 'reopen' }, here.by, here.incoming.at);
  if (typeof opened === 'string') return { ...going, note: say(here, 'nothing_changed') };
  const centre = centreNamed(here, request.centre);
  const promisedBy = centre ? promiseOf(centre, request.tutor, here.incoming.at) : null;
  const expected = expectedOf(here, request.centre, request.tutor, promisedBy);
  const kept = keepRequest(here, going, { ...opened, promisedBy }, { kind: 'status' });
  return postToAsker(here, kept, request, tell(here, 'reopened', { expected }));
};

const withdraw = (here: Here, going: Going, request: Request): Taken => {
  const ended = citizenActs(request, { kind: 'withdraw' }, here.by, here.incoming.at);
  if (typeof ended === 'string') return { ...going, note: say(here, 'nothing_changed') };
  const kept = keepRequest(here, going, ended, { kind: 'status' });
  return postToAsker(here, kept, request, tell(here, 'withdrawn', { centre: request.centre }));
};

/** Asks for the words that are to go to the person of a request. */
const askForWords = (here: Here, going: Going, { centre }: Request): Going => {
  const asking = { ...going, conversation: { ...going.conversation, answering: here.by.id } };
  return post(here, asking, plainMessage(tell(here, 'ask_answer', { centre }), { asksForWords: true }));
};

/** A press on a button under a request; undefined when it is none. Only who asked may end, reopen or judge it; in a group everybody may answer the person. */
export const pressRequest = (here: Here, going: Going, choice: string): Taken | undefined => {
  const [, name, value] = /^(status|withdraw|reopen|add|answer|rate)(?:=(\d))?$/.exec(choice) ?? [];
  if (name === undefined) return undefined;
  if (name === 'status') return tellStatus(here, going);
  const { request } = going.conversation;
  if (!request) return { ...going, note: say(here, 'nothing_changed') };
  if (name === 'answer' || name === 'add')
    return isOpen(request) ? askForWords(here, going, request) : tellStatus(here, going);
  if (here.incoming.place === 'group' && here.by.id !== request.by.id)
    return { ...going, note: tell(here, 'not_yours') };
  if (name === 'withdraw') return withdraw(here, going, request);
  if (name === 'reopen') return reopen(here, going, request);
  const rating = Number(value);
  return isRating(rating) ? rate(here, going, request, rating) : undefined;
};

/** What is due of a request that lives here. */
export const ringRequest = (here: Here, going: Going, name: 'quiet' | 'abandoned' | 'erase'): Going => {
  const { request } = going.conversation;
  if (!request) return going;
  if (name === 'erase') {
    if (isOpen(request)) return going;
    const threads = going.conversation.threads.filter((thread) => thread !== request.thread);
    return { ...going, conversation: { ...going.conversation, request: null, threads } };
  }
  const after = timePasses(request, { kind: name === 'quiet' ? 'quiet' : 'abandon' }, here.incoming.at);
  if (typeof after === 'string') return going;
  const kept = keepRequest(here, going, after, { kind: 'status' });
  if (name === 'abandoned')
    return postToAsker(here, kept, request, tell(here, 'back_in_queue', { centre: request.centre }));
  return postToAsker(here, kept, request, tell(here, 'closed_quiet'), { choices: rateButtons(here) });
};
