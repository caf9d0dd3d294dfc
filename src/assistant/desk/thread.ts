import type { Alarm } from '../../domain/alarm.ts';
import type { DeskThread } from '../../domain/desk.ts';
import type { Letter, News } from '../../domain/letter.ts';
import { type Delivery, type Message, plainMessage } from '../../domain/message.ts';
import { afterOpenTime } from '../../domain/opening.ts';
import type { Person } from '../../domain/person.ts';
import { holderOf, isOpen, KEPT_CLOSED, type Line, type Request } from '../../domain/request.ts';
import { openingOf } from '../hand-over/desks.ts';
import type { Going } from '../track/here.ts';
import { cardOf } from './card.ts';
import { button, type DeskHere, readerOf, tell, when } from './desk-here.ts';

const DAY = 24 * 3_600_000;
/** The desk is reminded when so much of the promised time has passed. */
const REMINDED_AFTER = 0.75;

export const CARD = 'card';

const empty = (request: Request): DeskThread => ({
  request,
  sources: {},
  composing: {},
  people: [],
  shown: [],
  closed: false,
  told: [],
});

export const withDesk = (going: Going, desk: DeskThread | null): Going => ({
  ...going,
  conversation: { ...going.conversation, desk },
});

/** Shows something in the thread, under a key that is kept, so that it can be removed with the request. */
export const show = (
  here: DeskHere,
  going: Going,
  kind: 'post' | 'update',
  message: Message | string,
  key?: string,
): Going => {
  const { desk, count } = going.conversation;
  const named = key ?? `m${count + 1}`;
  const delivery: Delivery = {
    kind,
    address: here.incoming.address,
    key: named,
    message: typeof message === 'string' ? plainMessage(message) : message,
  };
  const shown = desk && { ...desk, shown: [...new Set([...desk.shown, named])] };
  return {
    ...going,
    conversation: { ...going.conversation, count: count + 1, desk: shown },
    deliveries: [...going.deliveries, delivery],
  };
};

/** Closes the thread, or opens it again, where the channel can; its request is another matter. */
export const setClosed = (here: DeskHere, going: Going, closed: boolean): Going => {
  const { desk } = going.conversation;
  const delivery: Delivery = { kind: closed ? 'close' : 'reopen', address: here.incoming.address, key: CARD };
  return {
    ...withDesk(going, desk && { ...desk, closed }),
    deliveries: [...going.deliveries, delivery],
  };
};

/** Since when an answer is owed; null when none is. */
const owedSince = ({ status, lines, openedAt }: Request): number | null => {
  if (status.kind === 'waiting') return status.since;
  if (status.kind !== 'taken') return null;
  const lastAnswer = lines.findLastIndex(({ from }) => from === 'desk');
  return lines.slice(lastAnswer + 1).find(({ from }) => from === 'citizen')?.at ?? openedAt;
};

const alarmsOf = ({ centre }: DeskHere, request: Request, { told }: DeskThread): Alarm[] => {
  const since = told.includes('promise') ? null : owedSince(request);
  const reminder =
    since === null
      ? null
      : afterOpenTime(openingOf(centre, request.tutor), since, REMINDED_AFTER * centre.desk.answersWithin);
  return [
    { name: 'promise', due: reminder },
    { name: 'erase', due: request.status.kind === 'closed' ? request.status.at + KEPT_CLOSED : null },
  ];
};

const citizenSaid = (here: DeskHere, going: Going, { number, by, text, file }: Line): Going =>
  show(
    here,
    going,
    'post',
    plainMessage(text, { heading: by.name, file, choices: [[button(here, 'reply', 'button_reply', 'form')]] }),
    `c${number}`,
  );

const changeButtons = (here: DeskHere, number: number) => [
  [button(here, `change=${number}`, 'button_change', 'form'), button(here, `take-back=${number}`, 'button_take_back')],
];

/** A copy of what was sent; where its words stand in the thread already, that they were. */
const sentCopy = (
  here: DeskHere,
  request: Request,
  { number, by, text, file }: Line,
  source: string | null,
): Message => {
  const values = { name: by.name, reader: readerOf(here, request) };
  const choices = changeButtons(here, number);
  return source === null
    ? plainMessage(text, { heading: tell(here, 'sent_heading', values), file, choices })
    : plainMessage(tell(here, 'sent_short', values), { choices });
};

/** What a change of state is told with; the card shows the rest. */
const stateNews = (here: DeskHere, request: Request, before: DeskThread | null): string | null => {
  const { status, rating } = request;
  if (rating !== null && rating !== before?.request.rating)
    return tell(here, 'news_rated', { rating: tell(here, `rating_${rating}`) });
  const was = before?.request.status;
  if (!was || (was.kind === status.kind && holderOf({ status: was })?.id === holderOf(request)?.id)) return null;
  if (status.kind === 'waiting') return tell(here, 'news_waiting');
  if (status.kind === 'closed') return null;
  return tell(here, 'news_taken', { name: status.by.name });
};

const isLate = (desk: DeskThread | null): boolean => desk?.told.includes('delayed') ?? false;

/** How what was sent fares on its way to who asked. That it is late is told once, and its end where it was told. */
const showArrival = (
  here: DeskHere,
  going: Going,
  kind: 'unreachable' | 'delayed' | 'arrived',
  { by }: Request,
): Going => {
  const shown = show(here, going, 'post', tell(here, `news_${kind}`, { name: by.name }));
  const { desk } = shown.conversation;
  if (!desk) return shown;
  const others = desk.told.filter((one) => one !== 'delayed');
  return withDesk(shown, { ...desk, told: kind === 'delayed' ? [...others, 'delayed'] : others });
};

const showNews = (here: DeskHere, going: Going, news: News, request: Request, before: DeskThread | null): Going => {
  const reader = readerOf(here, request);
  switch (news.kind) {
    case 'opened':
      // A request that comes from another desk brings what was said already.
      return request.lines.reduce(
        (shown, line) =>
          line.from === 'citizen'
            ? citizenSaid(here, shown, line)
            : show(here, shown, 'post', sentCopy(here, request, line, null), `r${line.number}`),
        going,
      );
    case 'status': {
      const text = stateNews(here, request, before);
      return text === null ? going : show(here, going, 'post', text);
    }
    case 'again':
      return show(here, going, 'post', tell(here, 'news_again', { name: request.by.name }));
    case 'unreachable':
    case 'delayed':
    case 'arrived':
      return showArrival(here, going, news.kind, request);
    case 'said':
      return citizenSaid(here, going, news.line);
    case 'sent': {
      const sent = show(here, going, 'post', sentCopy(here, request, news.line, news.source), `r${news.line.number}`);
      const { desk } = sent.conversation;
      if (!desk) return sent;
      const sources = news.source === null ? desk.sources : { ...desk.sources, [news.source]: news.line.number };
      return withDesk(sent, { ...desk, sources, told: desk.told.filter((one) => one !== 'promise') });
    }
    case 'changed': {
      const line = request.lines.find(({ number }) => number === news.line);
      const isSource = before !== null && Object.values(before.sources).includes(news.line);
      if (!line || isSource) return show(here, going, 'post', tell(here, 'changed', { reader }));
      return show(here, going, 'update', sentCopy(here, request, line, null), `r${news.line}`);
    }
    case 'taken-back':
      return show(here, going, 'update', tell(here, 'taken_back', { reader }), `r${news.line}`);
  }
};

/** The request as it is now: the card shows it, and what became of it is told below. Whatever becomes of an open one opens its thread, a closed one closes it. */
export const showRequest = (
  here: DeskHere,
  going: Going,
  { request, news }: Extract<Letter, { kind: 'request' }>,
): Going => {
  const before = going.conversation.desk;
  if ((news.kind === 'delayed' && isLate(before)) || (news.kind === 'arrived' && !isLate(before))) return going;
  const desk = { ...(before ?? empty(request)), request };
  const begun = withDesk(going, desk);
  const opened = before?.closed && isOpen(request) ? setClosed(here, begun, false) : begun;
  const card = show(here, opened, before ? 'update' : 'post', cardOf(here, request), CARD);
  const shown = showNews(here, card, news, request, before);
  const told = isOpen(request) ? shown : setClosed(here, shown, true);
  return { ...told, alarms: [...told.alarms, ...alarmsOf(here, request, told.conversation.desk ?? desk)] };
};

/** Why an act came to nothing. */
export const showRefused = (
  here: DeskHere,
  going: Going,
  { request, because, by }: Extract<Letter, { kind: 'refused' }>,
): Going => {
  if (request === null) {
    const gone = show(here, going, 'post', tell(here, 'refused_gone'));
    return { ...gone, alarms: [...gone.alarms, { name: 'erase', due: here.incoming.at + KEPT_CLOSED }] };
  }
  const name = holderOf(request)?.name ?? '';
  const text = tell(here, because === 'no-line' ? 'refused_no_line' : `refused_${because}`, { name });
  const takes = because === 'taken' ? [[button(here, `assign=${by.id}`, 'button_take_over')]] : [];
  const reopens = because === 'closed' ? [[button(here, 'reopen', 'button_reopen')]] : [];
  return show(here, going, 'post', plainMessage(text, { choices: [...takes, ...reopens] }));
};

/** Reminds the desk, in the thread, before a promise is missed. */
export const remind = (here: DeskHere, going: Going): Going => {
  const { desk } = going.conversation;
  if (!desk || owedSince(desk.request) === null || desk.told.includes('promise')) return going;
  const { request } = desk;
  const values = {
    holder: holderOf(request)?.name ?? request.tutor?.name ?? 'none',
    name: request.by.name,
    when: when(here, request.promisedBy ?? here.incoming.at),
  };
  const told = withDesk(going, { ...desk, told: [...desk.told, 'promise'] });
  return show(here, told, 'post', tell(here, 'promise_near', values));
};

/** Removes what was shown of a request, and says why; what is left of it is erased a little later, once it is removed. */
export const forget = (here: DeskHere, going: Going, because: 'forgotten' | 'erased'): Going => {
  const { desk } = going.conversation;
  if (!desk) return going;
  const { address } = here.incoming;
  const removed = desk.shown.filter((key) => key !== CARD).map((key): Delivery => ({ kind: 'remove', address, key }));
  const card = { kind: 'update', address, key: CARD, message: plainMessage(tell(here, because)) } as const;
  const emptied = { ...withDesk(going, null), deliveries: [...going.deliveries, ...removed, card] };
  return {
    ...setClosed(here, emptied, true),
    alarms: [...going.alarms, { name: 'promise', due: null }, { name: 'erase', due: here.incoming.at + DAY }],
  };
};

/** Notes who of the desk acted here. */
export const noteColleague = (going: Going, person: Person): Going => {
  const { desk } = going.conversation;
  if (!desk || person.id === '' || desk.people.some(({ id }) => id === person.id)) return going;
  return withDesk(going, { ...desk, people: [...desk.people, person] });
};
