import type { Asked } from '../../domain/conversation.ts';
import type { Letter, News } from '../../domain/letter.ts';
import { type Message, plainMessage } from '../../domain/message.ts';
import { type DeskAct, deskActs, goesOn, type Line, type Request } from '../../domain/request.ts';
import type { Going, Here } from '../track/here.ts';
import { keepRequest } from './request.ts';
import { button, postToAsker, tell } from './tell.ts';

type Act = Extract<Letter, { kind: 'act' }>;

/** How a message of a person is named in the citizen's conversation. */
export const personKey = ({ id }: Pick<Request, 'id'>, line: number | string): string => `p${id}.${line}`;

/** A person's words as the citizen sees them: marked as a person's, by name and centre; of what was sent together only the first is. */
const spoken = (here: Here, line: Line, request: Request): Message => {
  const { by, text, file } = line;
  if (goesOn(request, line)) return plainMessage(text, { file });
  return plainMessage(text, {
    heading: tell(here, 'from_person', { name: by.name, centre: request.centre }),
    file,
    choices: here.incoming.place === 'group' ? [[button(here, 'answer', 'button_answer')]] : [],
  });
};

const show = (here: Here, going: Going, kind: 'post' | 'update', line: Line, request: Request): Going => ({
  ...going,
  deliveries: [
    ...going.deliveries,
    {
      kind,
      address: here.incoming.address,
      key: personKey(request, line.number),
      message: spoken(here, line, request),
      ...(request.homeThread === undefined ? {} : { thread: request.homeThread }),
    },
  ],
});

/** A person's answer enters what the conversation remembers: what is asked next follows on it. */
const remember = (going: Going, { by, at, text }: Line, request: Request): Going => {
  const question = request.lines.findLast(({ from }) => from === 'citizen')?.text || request.question;
  const asked = { at, by, question, answer: text, citations: [], missing: [] };
  return { ...going, conversation: { ...going.conversation, asked } };
};

/** A person's answer that was changed is remembered as it is now, one that was taken back (null) no more; a wish that would still tell it is dropped. */
const rememberAnew = (going: Going, { lines }: Request, number: number, is: string | null): Going => {
  const was = lines.find((line) => line.number === number)?.text;
  const { asked, talks, wish } = going.conversation;
  const anew = (one: Asked | null): Asked | null =>
    one?.answer === was ? (one && is !== null ? { ...one, answer: is } : null) : one;
  const isStale = wish?.context.answer != null && wish.context.answer.text === was;
  return {
    ...going,
    conversation: {
      ...going.conversation,
      asked: anew(asked),
      talks: talks.map((talk) => ({ ...talk, asked: anew(talk.asked) })),
      wish: isStale ? null : wish,
    },
  };
};

export const rateButtons = (here: Here) => [
  [button(here, 'rate=3', 'rate_3'), button(here, 'rate=2', 'rate_2'), button(here, 'rate=1', 'rate_1')],
];

/** What the citizen is told of an act that was done. */
const tellAct = (here: Here, going: Going, act: DeskAct, after: Request, before: Request): Going => {
  const { centre } = after;
  const name = 'by' in after.status ? (after.status.by?.name ?? '') : '';
  const said = (text: string, rest: Partial<Message> = {}) => postToAsker(here, going, after, text, rest);
  switch (act.kind) {
    case 'take':
      return said(tell(here, 'taken', { name, centre }));
    case 'reply': {
      const line = after.lines.at(-1)!;
      const shown = show(here, going, 'post', line, after);
      return line.text === '' ? shown : remember(shown, line, after);
    }
    case 'change': {
      const line = after.lines.find(({ number }) => number === act.line)!;
      return show(here, rememberAnew(going, before, act.line, line.text), 'update', line, after);
    }
    case 'take-back': {
      const { address } = here.incoming;
      const removed = { kind: 'remove', address, key: personKey(before, act.line) } as const;
      const forgotten = rememberAnew(going, before, act.line, null);
      return { ...forgotten, deliveries: [...forgotten.deliveries, removed] };
    }
    case 'close':
      return said(tell(here, 'closed', { name }), { choices: rateButtons(here) });
    case 'hand-back':
      return said(tell(here, 'handed_back', { name }), { choices: rateButtons(here) });
    case 'reopen':
      return said(tell(here, 'reopened_by_desk', { name, centre }));
    case 'reassign':
      return said(tell(here, 'reassigned', { name, centre }));
    case 'release':
      return said(tell(here, 'back_in_queue', { centre }));
  }
};

const newsOf = (act: DeskAct, after: Request, source: string | null): News => {
  if (act.kind === 'reply') return { kind: 'sent', line: after.lines.at(-1)!, source };
  if (act.kind === 'change') return { kind: 'changed', line: act.line, followed: true };
  return act.kind === 'take-back' ? { kind: 'taken-back', line: act.line, followed: true } : { kind: 'status' };
};

/** Does what someone of the desk did about the request that lives here, and tells both sides. An act on another request than this one does nothing. */
export const takeAct = (here: Here, going: Going, { request: id, thread, act, by, source }: Act): Going => {
  const { request } = going.conversation;
  const refuse = (letter: Letter): Going => ({
    ...going,
    letters: [...going.letters, { to: thread, place: 'group', letter }],
  });
  if (!request || request.id !== id) return refuse({ kind: 'refused', request: null, because: 'closed', by });
  const after = deskActs(request, act, by, here.incoming.at);
  if (typeof after === 'string') return refuse({ kind: 'refused', request, because: after, by });
  const kept = keepRequest(here, going, after, newsOf(act, after, source));
  // Who answers first has taken it: the citizen learns who it is before the answer.
  const wasWaiting = request.status.kind === 'waiting' && act.kind === 'reply';
  const introduced = wasWaiting ? tellAct(here, kept, { kind: 'take' }, after, request) : kept;
  return tellAct(here, introduced, act, after, request);
};
