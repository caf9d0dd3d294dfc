import type { Alarm } from '../../domain/alarm.ts';
import type { Conversation, SpeaksNow } from '../../domain/conversation.ts';
import type { Letter, News } from '../../domain/letter.ts';
import { afterOpenTime } from '../../domain/opening.ts';
import { isOpen, KEPT_CLOSED, type Request } from '../../domain/request.ts';
import type { Going, Here } from '../track/here.ts';
import { centreNamed, openingOf } from './desks.ts';

const DAY = 24 * 3_600_000;

/** After so long without a word from anybody the assistant answers again. */
const QUIET = DAY;
/** Who took a request and lets the citizen wait for so many times the promised opening time loses it to the queue. */
const ABANDONED = 2;

/** Who speaks: a person silences the assistant in a private conversation; a group goes on being served. */
export const speaksAfter = ({ status, place }: Request): SpeaksNow => {
  if (status.kind === 'waiting') return 'waiting';
  return status.kind === 'closed' || place === 'group' ? 'bot' : 'person';
};

/** What is due of a request from now on, where it lives. */
const alarmsOf = (here: Here, request: Request): Alarm[] => {
  const { status } = request;
  const centre = centreNamed(here, request.centre);
  const abandoned =
    status.kind === 'taken' && centre
      ? afterOpenTime(openingOf(centre, request.tutor), status.since, ABANDONED * centre.desk.answersWithin)
      : null;
  return [
    { name: 'quiet', due: status.kind === 'answered' ? status.since + QUIET : null },
    { name: 'abandoned', due: abandoned },
    { name: 'erase', due: status.kind === 'closed' ? status.at + KEPT_CLOSED : null },
  ];
};

/** The request as it is now: kept, who speaks, what is due, and the desk told. */
export const keepRequest = (here: Here, going: Going, request: Request, news: News): Going => {
  const conversation: Conversation = {
    ...going.conversation,
    request,
    threads: [...new Set([...going.conversation.threads, request.thread])],
    speaks: speaksAfter(request),
    late: news.kind === 'opened' ? null : going.conversation.late,
    answering: isOpen(request) ? going.conversation.answering : null,
    told: going.conversation.told.filter((one) => one !== 'waiting'),
  };
  const letter: Letter = { kind: 'request', request, news };
  return {
    ...going,
    conversation,
    alarms: [...going.alarms, ...alarmsOf(here, request)],
    letters: [...going.letters, { to: request.thread, place: 'group', letter }],
  };
};
