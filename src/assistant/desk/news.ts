import type { DeskThread } from '../../domain/desk.ts';
import type { News } from '../../domain/letter.ts';
import { type Message, plainMessage } from '../../domain/message.ts';
import { goesOn, holderOf, type Line, type Request } from '../../domain/request.ts';
import type { Going } from '../track/here.ts';
import { beyondCard } from './card.ts';
import { button, type DeskHere, readerOf, tell } from './desk-here.ts';
import { show, withDesk } from './show.ts';

/** What the citizen said or sent; of what was sent together only the first has their name, and the button to answer. */
const citizenSaid = (here: DeskHere, going: Going, request: Request, line: Line, kind: 'post' | 'update'): Going => {
  const { number, by, text, file } = line;
  const rest = goesOn(request, line)
    ? { file }
    : { heading: by.name, file, choices: [[button(here, 'reply', 'button_reply', 'form')]] };
  return show(here, going, kind, plainMessage(text, rest), `c${number}`);
};

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

/** Whether staff was told that something they sent is late. */
export const isLate = (desk: DeskThread | null): boolean => desk?.told.includes('delayed') ?? false;

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

/** What became of a request, told in its thread. `before`: what the thread held until now. */
export const showNews = (
  here: DeskHere,
  going: Going,
  news: News,
  request: Request,
  before: DeskThread | null,
): Going => {
  const reader = readerOf(here, request);
  const kind = before ? 'update' : 'post';
  switch (news.kind) {
    case 'opened': {
      const whole = beyondCard(here, request);
      const begun = whole === null ? going : show(here, going, kind, whole, 'whole');
      // A request that comes from another desk, or that moved with its own, brings what was said already.
      return request.lines.reduce(
        (shown, line) =>
          line.from === 'citizen'
            ? citizenSaid(here, shown, request, line, kind)
            : show(here, shown, kind, sentCopy(here, request, line, null), `r${line.number}`),
        begun,
      );
    }
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
      return citizenSaid(here, going, request, news.line, 'post');
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
