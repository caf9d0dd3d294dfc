import type { Alarm } from '../../domain/alarm.ts';
import type { DeskThread } from '../../domain/desk.ts';
import type { Letter } from '../../domain/letter.ts';
import { type Delivery, plainMessage } from '../../domain/message.ts';
import { afterOpenTime } from '../../domain/opening.ts';
import type { Person } from '../../domain/person.ts';
import { holderOf, isOpen, KEPT_CLOSED, type Request } from '../../domain/request.ts';
import { openingOf } from '../hand-over/desks.ts';
import type { Going } from '../track/here.ts';
import { cardOf } from './card.ts';
import { button, type DeskHere, tell, when } from './desk-here.ts';
import { isLate, showNews } from './news.ts';
import { CARD, setClosed, show, withDesk } from './show.ts';

const DAY = 24 * 3_600_000;
/** The desk is reminded when so much of the promised time has passed. */
const REMINDED_AFTER = 0.75;

const empty = (request: Request): DeskThread => ({
  request,
  sources: {},
  composing: {},
  people: [],
  shown: [],
  closed: false,
  told: [],
});

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

/** The request as it is now: the card shows it, and what became of it is told below. Whatever becomes of an open one opens its thread, a closed one closes it. */
export const showRequest = (
  here: DeskHere,
  going: Going,
  { request, news }: Pick<Extract<Letter, { kind: 'request' }>, 'request' | 'news'>,
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
