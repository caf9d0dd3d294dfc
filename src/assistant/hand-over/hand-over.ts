import type { Heard } from '../../domain/heard.ts';
import type { Letter } from '../../domain/letter.ts';
import type { Event } from '../../domain/message.ts';
import { isWaitedFor } from '../../domain/talk.ts';
import { takeRowAway } from '../feedback.ts';
import type { Going, Here, Taken } from '../track/here.ts';
import { takeAct } from './acts.ts';
import { pressRequest, ringRequest } from './after.ts';
import { isAnyoneThere } from './desks.ts';
import { meetDesk } from './on-the-way.ts';
import { goesToPerson, relay } from './relay.ts';
import { postToAsker, tell } from './tell.ts';
import { nameTutor } from './tutor.ts';
import { beginWish, dropWish, goOn, pressWish, sendWish, takeWish } from './wish.ts';
import { questionIn } from './wish-words.ts';

/** Begins to hand a question to a person; undefined where there is nobody to hand it to. */
export const askForPerson = (here: Here, going: Going, text: string | null): Going | undefined =>
  isAnyoneThere(here.parts.centres) ? beginWish(here, going, text === null ? null : questionIn(text)) : undefined;

/** Words, or a file, that go to a person or into a wish for one; undefined for what the assistant answers. */
export const handOver = (
  here: Here,
  going: Going,
  event: Extract<Event, { kind: 'text' | 'unreadable' }>,
): Going | undefined => {
  const { request, wish } = going.conversation;
  if (request && goesToPerson(here, going, event)) return relay(here, going, request, event);
  const isAwaited = wish !== null && wish.question === null && wish.centre !== null && wish.by.id === here.by.id;
  if (isAwaited && isWaitedFor(going.conversation) && event.kind === 'text')
    return goOn(here, going, { ...wish, question: event.text });
  return undefined;
};

/** Says yes or no to what is to be sent; undefined where nothing waits for it. */
export const confirmWish = async (
  here: Here,
  going: Going,
  { yes }: Extract<Heard, { kind: 'confirm' }>,
): Promise<Going | undefined> => {
  const { wish } = going.conversation;
  if (!wish || wish.by.id !== here.by.id) return undefined;
  return yes ? sendWish(here, going, wish) : dropWish(here, going, wish);
};

export const pressHandOver = async (here: Here, going: Going, choice: string): Promise<Taken | undefined> => {
  // In a group the buttons under an answer go with the first press.
  if (choice === 'person')
    return askForPerson(here, here.incoming.place === 'group' ? takeRowAway(here, going) : going, null);
  return (await pressWish(here, going, choice)) ?? pressRequest(here, going, choice);
};

/** While a person is waited for the assistant goes on answering; that the request is open it says once. */
export const remindOfRequest = (here: Here, going: Going): Going => {
  const { request, speaks, told } = going.conversation;
  if (!request || speaks !== 'waiting' || here.incoming.place === 'group' || told.includes('waiting')) return going;
  const reminded = { ...going, conversation: { ...going.conversation, told: [...told, 'waiting' as const] } };
  return postToAsker(here, reminded, request, tell(here, 'waiting_note', { centre: request.centre }));
};

/** A letter about a request, or a tutor; undefined for one of another kind. */
export const takeHandOverLetter = (here: Here, going: Going, letter: Letter): Going | undefined => {
  switch (letter.kind) {
    case 'wish':
      return takeWish({ ...here, by: letter.by, language: letter.language }, going, letter);
    case 'act':
      return takeAct(inItsLanguage(here, going), going, letter);
    case 'desk':
      return meetDesk(inItsLanguage(here, going), going, letter);
    case 'tutor':
      return nameTutor(here, going, letter);
    default:
      return undefined;
  }
};

/** What comes from a desk is told where the request lives, in its language and its thread. */
export const inItsLanguage = (here: Here, { conversation: { request } }: Going): Here => {
  if (!request) return here;
  const { language, place, homeThread } = request;
  const thread = homeThread === undefined ? {} : { thread: homeThread };
  return { ...here, language, incoming: { ...here.incoming, place, ...thread } };
};

/** What is due of a request. */
export const takeTime = (here: Here, going: Going, { name }: Extract<Event, { kind: 'alarm' }>): Going =>
  name === 'quiet' || name === 'abandoned' || name === 'erase'
    ? ringRequest(inItsLanguage(here, going), going, name)
    : going;
