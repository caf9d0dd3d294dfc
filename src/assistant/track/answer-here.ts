import type { Answer, Choice } from '../../domain/answer.ts';
import type { Asking, Conversation } from '../../domain/conversation.ts';
import { makeMove } from '../../domain/group.ts';
import { masked } from '../../domain/mask.ts';
import { type Message, plainMessage } from '../../domain/message.ts';
import type { Place, PlanNumber } from '../../domain/plan.ts';
import { postAnswer, type Told } from '../feedback.ts';
import { tellsPersonalData } from '../personal-data.ts';
import { citationsOf } from '../sources.ts';
import { texts } from '../texts/texts.ts';
import { coachingBegins } from './coaching.ts';
import { greetBack } from './greet.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { listButton } from './list.ts';
import { whereButtons } from './place.ts';
import { proposeStand } from './propose.ts';

/** The ways out of a question, each with the number of the question that it belongs to. */
const waysOut = (here: Here, { answers }: Asking): Choice[] => {
  const step = answers.length + 1;
  const skip = { id: `skip=${step}`, label: say(here, 'button_skip') };
  return step === 1 ? [skip] : [skip, { id: `back=${step}`, label: say(here, 'button_back') }];
};

/** The buttons under an answer: what is offered to choose from, and the way out of a question. */
const buttonsOf = (here: Here, answer: Answer, { asking }: Conversation): Choice[][] => [
  ...answer.choices.map((choice) => [choice]),
  ...(asking ? [waysOut(here, asking)] : []),
];

const messageOf = (here: Here, answer: Answer, after: Conversation, more: readonly Choice[][] = []): Message =>
  plainMessage(answer.text, { citations: answer.citations, choices: [...buttonsOf(here, answer, after), ...more] });

/** What was asked, in the words in which it was: who picks one of the sections offered still asks what they asked. */
const questionOf = ({ asked, offered }: Conversation, text: string): string => {
  const [, number] = /^\s*(\d)\s*[.)]?\s*$/.exec(text) ?? [];
  const picked = offered[Number(number) - 1];
  if (!picked) return text;
  return asked?.answer.includes(picked.label) ? asked.question : picked.label;
};

/** Says once in a conversation that no personal data is needed. */
const warn = (here: Here, going: Going, answer: Answer, text: string): { going: Going; answer: Answer } => {
  const { told } = going.conversation;
  if (told.includes('personal') || !tellsPersonalData(text)) return { going, answer };
  const say = texts[here.language];
  const conversation: Conversation = { ...going.conversation, told: [...told, 'personal'] };
  // Where nothing else was told, that is the answer already.
  const isSaid = answer.text === say('personalData');
  const warned = isSaid ? answer : { ...answer, text: `${answer.text}\n\n${say('noPersonalData')}` };
  return { going: { ...going, conversation }, answer: warned };
};

/** Takes a first plan from what was told, so that the list can follow; with a button for those who did not mean it. */
const adopt = (here: Here, going: Going, told: Told, { plan, phase }: Place & { readonly plan: PlanNumber }): Going => {
  const { answer } = told;
  const after = going.conversation;
  const made = makeMove(after.group, { kind: 'stand', plan, phase }, here.by, here.incoming.at);
  if (!made) return postAnswer(here, going, messageOf(here, answer, after), told);
  const notSo = { id: `undo=${made.entry.number}`, label: say(here, 'button_not_so') };
  // Where the phase is open it is asked, with a button for each.
  const more = phase === null ? [...whereButtons(here), [notSo]] : [[listButton(here), notSo]];
  const coaching = coachingBegins(here, after, made.entry);
  const adopted: Conversation = {
    ...coaching.conversation,
    group: made.group,
    awaiting: phase === null ? 'where' : null,
  };
  // A recommendation says so itself.
  const noted = say(here, 'ask_where_first', { plan: editionOf(here).plans[plan].name });
  const text = answer.outcome === 'recommendation' ? answer.text : `${answer.text}\n${noted}`;
  const message = messageOf(here, { ...answer, text }, adopted, more);
  const posted = postAnswer(here, { ...going, conversation: adopted }, message, told);
  const { lines, passages } = coaching;
  return lines.length === 0
    ? posted
    : post(here, posted, plainMessage(lines.join('\n'), { citations: citationsOf(passages) }));
};

/** Answers a question, or talk. A first recommendation is adopted; one that is another than the group's plan is asked. */
export const answerHere = async (reader: Here, asked: Going, text: string): Promise<Going> => {
  const before = asked.conversation;
  const { missing, question, ...reply } = await reader.assistant.reply(text, { ...before, language: reader.language });
  const { language } = reply.answer;
  const gaps = missing.map((one) => ({ meaning: one.meaning, language, text: masked(one.text) }));
  const { plan, phase } = reply.conversation.group;
  const after: Conversation = {
    ...reply.conversation,
    language: before.language,
    group: before.group,
    awaiting: null,
  };
  const here = { ...reader, language };
  const noted: Going = { ...asked, conversation: after, gaps: [...asked.gaps, ...gaps] };
  if (reply.answer.text === here.assistant.greeting(language)) return greetBack(here, noted);
  const { going, answer } = warn(here, noted, reply.answer, text);
  const told: Told = {
    question: question ?? questionOf(before, text),
    answer,
    missing: missing.map((one) => one.text),
  };
  if (before.group.plan === null && plan !== null) return adopt(here, going, told, { plan, phase });
  const posted = postAnswer(here, going, messageOf(here, answer, going.conversation), told);
  const isAnother = answer.outcome === 'recommendation' && !after.asking && plan !== null && plan !== before.group.plan;
  return isAnother ? (proposeStand(here, posted, { kind: 'stand', plan, phase }) ?? posted) : posted;
};
