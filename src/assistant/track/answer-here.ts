import type { Answer, Choice } from '../../domain/answer.ts';
import type { Asking, Conversation } from '../../domain/conversation.ts';
import { makeMove } from '../../domain/group.ts';
import { masked } from '../../domain/mask.ts';
import { type Message, plainMessage } from '../../domain/message.ts';
import type { Place, PlanNumber } from '../../domain/plan.ts';
import { citationsOf } from '../sources.ts';
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

/** Takes a first plan from what was told, so that the list can follow; with a button for those who did not mean it. */
const adopt = (
  here: Here,
  going: Going,
  answer: Answer,
  after: Conversation,
  { plan, phase }: Place & { readonly plan: PlanNumber },
): Going => {
  const made = makeMove(after.group, { kind: 'stand', plan, phase }, here.by, here.incoming.at);
  if (!made) return post(here, { ...going, conversation: after }, messageOf(here, answer, after));
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
  const told = post(here, { ...going, conversation: adopted }, messageOf(here, { ...answer, text }, adopted, more));
  const { lines, passages } = coaching;
  return lines.length === 0
    ? told
    : post(here, told, plainMessage(lines.join('\n'), { citations: citationsOf(passages) }));
};

/** Answers a question, or talk. A first recommendation is adopted; one that is another than the group's plan is asked. */
export const answerHere = async (reader: Here, asked: Going, text: string): Promise<Going> => {
  const before = asked.conversation;
  const { answer, conversation, missing } = await reader.assistant.reply(text, {
    ...before,
    language: reader.language,
  });
  const gaps = missing.map((one) => ({ meaning: one.meaning, language: answer.language, text: masked(one.text) }));
  const going: Going = { ...asked, gaps: [...asked.gaps, ...gaps] };
  const { plan, phase } = conversation.group;
  const after: Conversation = { ...conversation, language: before.language, group: before.group, awaiting: null };
  const here = { ...reader, language: answer.language };
  if (answer.text === here.assistant.greeting(answer.language))
    return greetBack(here, { ...going, conversation: after });
  if (before.group.plan === null && plan !== null) return adopt(here, going, answer, after, { plan, phase });
  const posted = post(here, { ...going, conversation: after }, messageOf(here, answer, after));
  const isAnother =
    answer.outcome === 'recommendation' && !conversation.asking && plan !== null && plan !== before.group.plan;
  return isAnother ? (proposeStand(here, posted, { kind: 'stand', plan, phase }) ?? posted) : posted;
};
