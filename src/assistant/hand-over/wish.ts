import type { Choice } from '../../domain/answer.ts';
import type { Wish } from '../../domain/conversation.ts';
import { threadAddress } from '../../domain/desk.ts';
import type { Letter } from '../../domain/letter.ts';
import { masked } from '../../domain/mask.ts';
import { plainMessage } from '../../domain/message.ts';
import { isOpen, type Request } from '../../domain/request.ts';
import { shortId } from '../short-id.ts';
import { type Going, type Here, post, say } from '../track/here.ts';
import { type Answering, centreNamed, desksFor, expectedOf, promiseOf } from './desks.ts';
import { contextOf, handedOver } from './handed-over.ts';
import { keepRequest } from './request.ts';
import { tellAlready } from './status.ts';
import { button, postToAsker, tell } from './tell.ts';

const keepWish = (going: Going, wish: Wish | null): Going => ({
  ...going,
  conversation: { ...going.conversation, wish },
});

const askCentre = (here: Here, going: Going, { number }: Wish, centres: readonly Answering[]): Going => {
  const choices = centres.map(({ name }, at): Choice[] => [{ id: `centre=${number}.${at}`, label: name }]);
  return post(
    here,
    going,
    plainMessage(tell(here, 'choose_centre'), {
      choices: [...choices, [button(here, `drop=${number}`, 'button_drop')]],
    }),
  );
};

/** Shows who will read it and the very text that would be sent, and asks before it is. */
const preview = (
  here: Here,
  going: Going,
  wish: Wish & { readonly question: string; readonly centre: string },
): Going => {
  const { number, centre, question, tutor } = wish;
  const context = wish.onlyQuestion ? null : wish.context;
  const text = handedOver(here.parts.library, { question, language: here.language, context });
  const whole = handedOver(here.parts.library, { question, language: here.language, context: wish.context });
  const promised = centreNamed(here, centre);
  const expected = expectedOf(here, centre, tutor, promised ? promiseOf(promised, tutor, here.incoming.at) : null);
  const other = wish.onlyQuestion
    ? button(here, `with=${number}`, 'button_with')
    : button(here, `only=${number}`, 'button_only');
  const personal = masked(text) === text ? [] : [tell(here, 'personal', { drop: tell(here, 'button_drop') })];
  const parts = [tell(here, 'preview', { centre }), text, ...personal, expected];
  return post(
    here,
    going,
    plainMessage(parts.join('\n\n'), {
      choices: [
        [button(here, `send=${number}`, 'button_send'), button(here, `drop=${number}`, 'button_drop')],
        ...(whole === question ? [] : [[other]]),
      ],
    }),
  );
};

/** Goes on with what is still missing before a question can be sent: which centre, which words, and the yes. */
export const goOn = (here: Here, going: Going, wish: Wish): Going => {
  const centres = desksFor(here, `${wish.question ?? ''} ${wish.context.group ?? ''}`);
  const centre = wish.centre ?? (centres.length === 1 ? centres[0]!.name : null);
  const known = { ...wish, centre };
  const kept = keepWish(going, known);
  if (centre === null) return askCentre(here, kept, known, centres);
  if (known.question === null)
    return post(here, kept, plainMessage(tell(here, 'ask_question', { centre }), { asksForWords: true }));
  return preview(here, kept, { ...known, centre, question: known.question });
};

const newWish = (here: Here, going: Going, question: string | null): Wish => ({
  number: going.conversation.count + 1,
  by: here.by,
  question,
  context: contextOf(here, going.conversation, question),
  onlyQuestion: false,
  centre: null,
  tutor: going.conversation.tutor?.person ?? null,
});

/**
 * Begins to hand a question to a person; in a group first asks where it is to go on. `question` null: the one asked last, or else it is asked for.
 */
export const beginWish = (here: Here, going: Going, question: string | null): Going => {
  const { request, asked } = going.conversation;
  const inGroup = here.incoming.place === 'group';
  const isOwn = request !== null && isOpen(request) && (!inGroup || request.by.id === here.by.id);
  if (isOwn) return tellAlready(here, going, request);
  const wish = newWish(here, going, question ?? asked?.question ?? null);
  const isTaken = request !== null && isOpen(request);
  if (!inGroup) return goOn(here, going, wish);
  const home = here.incoming.from?.home;
  // Who cannot be written to alone goes on here, as long as nobody else does.
  if (!home && !isTaken) return goOn(here, going, wish);
  const [centre] = desksFor(here, `${wish.question ?? ''} ${wish.context.group ?? ''}`);
  const places = [
    ...(home ? [button(here, `private=${wish.number}`, 'button_private')] : []),
    ...(isTaken ? [] : [button(here, `here=${wish.number}`, 'button_here')]),
  ];
  const text = tell(here, 'where_to_go_on', { centre: centre?.name ?? '' });
  return postToAsker(here, keepWish(going, wish), wish, text, {
    choices: [places, [button(here, `drop=${wish.number}`, 'button_drop')]],
  });
};

/** In private: a wish that a group sent on goes on here. */
export const takeWish = (here: Here, going: Going, letter: Extract<Letter, { kind: 'wish' }>): Going => {
  const { request, members } = going.conversation;
  const { by, question, context, tutor, language } = letter;
  if (request && isOpen(request)) return tellAlready(here, going, request);
  const number = going.conversation.count + 1;
  // Who was never heard here speaks as they did in the group.
  const known = by.id in members ? {} : { language, members: { ...members, [by.id]: language } };
  const there = { ...going, conversation: { ...going.conversation, ...known } };
  return goOn(here, there, { number, by, question, context, onlyQuestion: false, centre: null, tutor });
};

const goOnInPrivate = (here: Here, going: Going, wish: Wish): Going => {
  const home = here.incoming.from?.home;
  if (!home) return going;
  const { by, question, context, tutor } = wish;
  const letter: Letter = { kind: 'wish', by, language: here.language, question, context, tutor };
  const handle = here.around.handle ?? 'none';
  const told = postToAsker(here, keepWish(going, null), wish, tell(here, 'written_in_private', { handle }));
  return { ...told, letters: [...told.letters, { to: home, place: 'private', letter }] };
};

/** Sends what was previewed: the request comes to be, unless another was opened again here meanwhile. */
export const sendWish = async (here: Here, going: Going, wish: Wish): Promise<Going> => {
  const open = going.conversation.request;
  if (open && isOpen(open)) return beginWish(here, keepWish(going, null), wish.question);
  const centre = wish.centre === null ? undefined : centreNamed(here, wish.centre);
  if (!centre || wish.question === null) return goOn(here, going, { ...wish, centre: null });
  const { incoming, around, language } = here;
  const id = shortId(around.newWord());
  const promisedBy = promiseOf(centre, wish.tutor, incoming.at);
  const request: Request = {
    id,
    centre: centre.name,
    thread: threadAddress(centre.desk.at, id),
    home: incoming.address,
    place: incoming.place,
    ...(incoming.thread === undefined ? {} : { homeThread: incoming.thread }),
    readers: incoming.place === 'group' ? await around.readers() : null,
    by: wish.by,
    language,
    question: wish.question,
    context: wish.onlyQuestion ? null : wish.context,
    status: { kind: 'waiting', since: incoming.at },
    lines: [],
    openedAt: incoming.at,
    promisedBy,
    rating: null,
    tutor: wish.tutor,
  };
  const opened = keepRequest(here, keepWish(going, null), request, { kind: 'opened' });
  const expected = expectedOf(here, centre.name, wish.tutor, promisedBy);
  return postToAsker(here, opened, request, tell(here, 'sent', { centre: centre.name, expected }), {
    choices: [[button(here, 'status', 'button_status'), button(here, 'add', 'button_add')]],
  });
};

export const dropWish = (here: Here, going: Going, wish: Wish): Going =>
  postToAsker(here, keepWish(going, null), wish, tell(here, 'dropped'));

/** A press on one of the buttons of a wish; undefined when it is none of them. An old button, or somebody else's, sends nothing. */
export const pressWish = async (here: Here, going: Going, choice: string): Promise<Going | undefined> => {
  const [, name, number, index] = /^(send|only|with|drop|centre|here|private)=(\d+)(?:\.(\d+))?$/.exec(choice) ?? [];
  if (name === undefined) return undefined;
  const { wish } = going.conversation;
  if (!wish || wish.number !== Number(number)) return { ...going, note: say(here, 'nothing_changed') };
  if (wish.by.id !== here.by.id) return { ...going, note: tell(here, 'not_yours') };
  switch (name) {
    case 'send':
      return sendWish(here, going, wish);
    case 'only':
    case 'with':
      return goOn(here, going, { ...wish, onlyQuestion: name === 'only' });
    case 'drop':
      return dropWish(here, going, wish);
    case 'here':
      return goOn(here, going, wish);
    case 'private':
      return goOnInPrivate(here, going, wish);
    default: {
      const centres = desksFor(here, `${wish.question ?? ''} ${wish.context.group ?? ''}`);
      return goOn(here, going, { ...wish, centre: centres[Number(index)]?.name ?? null });
    }
  }
};
