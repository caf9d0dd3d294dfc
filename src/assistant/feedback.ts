import type { Answer, Choice } from '../domain/answer.ts';
import type { Judged } from '../domain/conversation.ts';
import { LACKS, type Lack } from '../domain/feedback.ts';
import { type Message, plainMessage } from '../domain/message.ts';
import { feedbackWords } from './feedback/words.ts';
import { personButton } from './person-button.ts';
import { type Going, type Here, post } from './track/here.ts';

/** So many of the last answers can still be judged. */
const MOST_JUDGED = 10;

/** A question with its answer, as they are kept for a day. */
export type Told = { readonly question: string; readonly answer: Answer; readonly missing: readonly string[] };

/** How a message is called: an answer, and the question of what it lacked. */
const keyOf = (number: number): string => `m${number}`;
const lackKeyOf = (number: number): string => `lack${number}`;

const rowUnder = ({ parts, language }: Here, number: number): Choice[] => [
  { id: `useful=${number}`, label: feedbackWords[language]('button_useful') },
  { id: `useless=${number}`, label: feedbackWords[language]('button_useless') },
  ...personButton(parts.centres, language),
];

const lackRow = ({ language }: Here, number: number): Choice[] =>
  LACKS.map((lack) => ({ id: `lack=${number}.${lack}`, label: feedbackWords[language](`button_${lack}`) }));

/** Takes the buttons off the message that still has them; nothing where none has. */
export const takeRowAway = (here: Here, going: Going): Going => {
  const { answered } = going.conversation;
  if (!answered) return going;
  return {
    ...going,
    conversation: { ...going.conversation, answered: null },
    deliveries: [...going.deliveries, { kind: 'update', address: here.incoming.address, ...answered }],
  };
};

/**
 * Posts what was answered. A question is kept with its answer for a day, and the answer can be judged by the row of buttons that stands last under it; where
 * sections or a person are offered instead, it is only kept. In a group the answer before loses its buttons, so that they stand once; in private, where
 * they trouble nobody, they stay until it is judged, which saves a call for each answer.
 */
export const postAnswer = (here: Here, going: Going, message: Message, { question, answer, missing }: Told): Going => {
  const { outcome, text, citations } = answer;
  const isAnswer = outcome === 'answered' || outcome === 'partly' || outcome === 'not_covered';
  const leadsOn = outcome === 'choose' || answer.choices.some(({ id }) => id === 'person');
  if (!isAnswer && !leadsOn) return post(here, going, message);
  const asked = { at: here.incoming.at, by: here.by, question, answer: text, citations, missing };
  const noted = { ...going, conversation: { ...going.conversation, asked } };
  if (!isAnswer) return post(here, noted, message);
  const number = going.conversation.count + 1;
  const posted = post(here, noted, { ...message, choices: [...message.choices, rowUnder(here, number)] });
  const alone = here.incoming.place === 'group' ? takeRowAway(here, posted) : posted;
  const passages = [...new Set(citations.map(({ passage }) => passage))];
  const judged = [...posted.conversation.judged, { number, passages }].slice(-MOST_JUDGED);
  return { ...alone, conversation: { ...alone.conversation, judged, answered: { key: keyOf(number), message } } };
};

const keep = (here: Here, going: Going, { number, passages }: Judged, useful: boolean, lack: Lack | null): Going => {
  const { language, by } = here;
  const feedback = { answer: keyOf(number), person: by.id, useful, lack, language, passages };
  return { ...going, feedback: [...going.feedback, feedback] };
};

/** The row of one message goes, where it still stands. */
const takeAwayOf = (here: Here, going: Going, key: string): Going =>
  going.conversation.answered?.key === key ? takeRowAway(here, going) : going;

/** Asks in one tap what was missing. In a group once, and only as long as nobody said more. */
const askLack = (here: Here, going: Going, number: number): Going => {
  const say = feedbackWords[here.language];
  const { address, place, thread } = here.incoming;
  const isAsked = place === 'group' && going.conversation.answered?.key !== keyOf(number);
  const judged = takeAwayOf(here, going, keyOf(number));
  if (isAsked) return { ...judged, note: say('thanks') };
  const key = lackKeyOf(number);
  const message = plainMessage(say('ask_lack'), { choices: [lackRow(here, number)] });
  const marked = judged.conversation.judged.map((one) =>
    one.number === number ? { ...one, lackAsked: true as const } : one,
  );
  const asked: Going = {
    ...judged,
    conversation: { ...judged.conversation, judged: marked },
    deliveries: [
      ...judged.deliveries,
      { kind: 'post', address, key, message, ...(thread === undefined ? {} : { thread }) },
    ],
  };
  if (place === 'private') return asked;
  return { ...asked, conversation: { ...asked.conversation, answered: { key, message: plainMessage(say('thanks')) } } };
};

/** What was missing is told: the question for it becomes thanks. */
const takeLack = (here: Here, going: Going, number: number): Going => {
  const key = lackKeyOf(number);
  const { answered } = going.conversation;
  const { address } = here.incoming;
  const message = plainMessage(feedbackWords[here.language]('thanks'));
  return {
    ...going,
    conversation: { ...going.conversation, answered: answered?.key === key ? null : answered },
    deliveries: [...going.deliveries, { kind: 'update', address, key, message }],
  };
};

const isLack = (word: string | undefined): word is Lack => LACKS.some((lack) => lack === word);

/** Takes a press under an answer, or under the question of what it lacked; undefined for any other button. What is old is judged no more. */
export const pressFeedback = (here: Here, going: Going, choice: string): Going | undefined => {
  const [, name, target, lack] = /^(useful|useless|lack)=(\d+)(?:\.([a-z]+))?$/.exec(choice) ?? [];
  if (name === undefined || (name === 'lack') !== isLack(lack)) return undefined;
  const say = feedbackWords[here.language];
  const judged = going.conversation.judged.find(({ number }) => number === Number(target));
  if (!judged) return { ...going, note: say('too_old') };
  const { number } = judged;
  // The question of what it lacked has buttons only where it was asked.
  if (name === 'lack' && !judged.lackAsked) return undefined;
  if (name === 'useless') return askLack(here, keep(here, going, judged, false, null), number);
  const thanked = { ...going, note: say('thanks') };
  return isLack(lack)
    ? takeLack(here, keep(here, thanked, judged, false, lack), number)
    : takeAwayOf(here, keep(here, thanked, judged, true, null), keyOf(number));
};
