import type { Choice } from '../../domain/answer.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Taker } from '../../domain/group.ts';
import type { Language } from '../../domain/language.ts';
import { type Delivery, type Message, plainMessage } from '../../domain/message.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Phase } from '../../domain/plan.ts';
import { citationsOf, phaseName } from '../sources.ts';
import { type Going, type Here, post, say } from './here.ts';
import { isPlaced, type Line, linesOf, openOf, type Placed } from './steps.ts';

const DAY = { day: 'numeric', month: 'long' } as const;

/** Making one costs more than all the rest of a list. */
const days: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  it: new Intl.DateTimeFormat('it', DAY),
  fr: new Intl.DateTimeFormat('fr', DAY),
  en: new Intl.DateTimeFormat('en-GB', DAY),
};

/** "12 maggio": the day on which something was done, in the reader's language and the operator's time zone. */
export const dayOf = (at: number, language: Language): string => days[language].format(at);

const buttonsOf = (here: Here, { number, step, tick }: Line): Choice[] => [
  tick === null
    ? { id: `tick=${step.id}`, label: say(here, 'button_done', { number }) }
    : { id: `untick=${step.id}`, label: say(here, 'button_open', { number }) },
  { id: `why=${step.id}`, label: say(here, 'button_why', { number }) },
];

/** The button that shows the list. */
export const listButton = (here: Here): Choice => ({ id: 'list', label: say(here, 'button_list') });

/** The button that leads on, once every step is done; none once the cooperative is born. */
export const onward = (here: Here, { phase, finished }: Placed): Choice[] => {
  if (finished) return [];
  if (phase === 4) return [{ id: 'finish', label: say(here, 'button_finish') }];
  const next = (phase + 1) as Phase;
  return [{ id: `phase=${next}`, label: say(here, 'button_next_phase', { phase: next }) }];
};

/** Who sees to a step, as its line tells it; in private one is spoken to. */
export const takerValues = ({ incoming, by }: Here, taker: Taker | null | undefined) => ({
  taker: taker?.who.name ?? 'none',
  mine: incoming.place === 'private' && taker?.who.id === by.id ? 'yes' : 'no',
});

const lineText = (here: Here, { number, step, tick, taker }: Line): string =>
  tick === null
    ? say(here, 'line_open', { number, title: step.title, ...takerValues(here, taker) })
    : say(here, 'line_done', { number, title: step.title, who: tick.by.name, when: dayOf(tick.at, here.language) });

/** The offer to keep the list at the top, where that may be and is not so yet. */
const pinning = (here: Here, { mayPin, pinned }: Conversation, key: string | null): Choice[] =>
  mayPin && (key === null || key !== pinned) ? [{ id: 'pin', label: say(here, 'button_pin') }] : [];

/** The list as one message: progress in words, a line and two buttons a step. It stands in the group's own language. `key` where it is shown already. */
const listMessage = (reader: Here, conversation: Conversation, group: Placed, key: string | null): Message => {
  const here = { ...reader, language: conversation.language };
  const edition = here.parts.library[here.language];
  const lines = linesOf(edition, group);
  const open = openOf(lines);
  const done = lines.length - open.length;
  const { plan, phase } = group;
  return plainMessage(
    [
      open.length === 0 ? say(here, 'progress_all') : say(here, 'progress', { done, all: lines.length }),
      ...lines.map((line) => lineText(here, line)),
      ...(group.finished ? [say(here, 'finished_line')] : []),
      ...(here.incoming.place === 'group' ? [say(here, 'talk_to_me')] : []),
    ].join('\n'),
    {
      heading: say(here, 'list_heading', { plan: edition.plans[plan].name, phase, name: phaseName(edition, phase) }),
      choices: [
        ...lines.map((line) => buttonsOf(here, line)),
        ...(open.length === 0 ? [onward(here, group)] : []),
        pinning(here, conversation, key),
      ].filter((row) => row.length > 0),
    },
  );
};

/** What stands above the list, and the passages that it rests on. */
export type Opening = { readonly text: string; readonly passages?: readonly Passage[] };

const underOpening = (message: Message, { text, passages = [] }: Opening): Message => ({
  ...message,
  heading: null,
  text: [text, '', message.heading, message.text].filter((part) => part !== null).join('\n'),
  citations: citationsOf(passages),
});

/** Sends the list anew at the bottom; the one shown before shrinks to a line. `opening` stands above it. */
export const showList = (here: Here, going: Going, opening?: Opening): Going => {
  const { conversation } = going;
  if (!isPlaced(conversation.group)) return going;
  const message = listMessage(here, conversation, conversation.group, null);
  const shrunk: Going = conversation.list
    ? {
        ...going,
        deliveries: [
          ...going.deliveries,
          {
            kind: 'update',
            address: here.incoming.address,
            key: conversation.list,
            message: plainMessage(say({ ...here, language: conversation.language }, 'list_moved')),
          },
        ],
      }
    : going;
  const shown = post(here, shrunk, opening ? underOpening(message, opening) : message);
  return { ...shown, conversation: { ...shown.conversation, list: `m${shown.conversation.count}` } };
};

/** Brings the list that is shown up to date, in place; nothing where none is shown. */
export const refreshList = (here: Here, going: Going): Going => {
  const { conversation } = going;
  if (!conversation.list || !isPlaced(conversation.group)) return going;
  return {
    ...going,
    deliveries: [
      ...going.deliveries,
      {
        kind: 'update',
        address: here.incoming.address,
        key: conversation.list,
        message: listMessage(here, conversation, conversation.group, conversation.list),
      },
    ],
  };
};

/** Keeps the list that is shown at the top of the conversation. */
export const pinList = (here: Here, going: Going): Going => {
  const { list, mayPin } = going.conversation;
  if (!list || !mayPin) return { ...going, note: say(here, 'nothing_changed') };
  const pinned = refreshList(here, { ...going, conversation: { ...going.conversation, pinned: list } });
  const pin: Delivery = { kind: 'pin', address: here.incoming.address, key: list };
  return { ...pinned, deliveries: [...pinned.deliveries, pin], note: say(here, 'list_pinned') };
};
