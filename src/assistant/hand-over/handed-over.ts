import type { Conversation } from '../../domain/conversation.ts';
import type { Language } from '../../domain/language.ts';
import type { Edition, Library } from '../../domain/library.ts';
import { inSentence } from '../../domain/passage.ts';
import type { Context } from '../../domain/request.ts';
import { phaseName } from '../sources.ts';
import { editionOf, type Here } from '../track/here.ts';
import { linesOf } from '../track/steps.ts';
import { handOverWords } from './words/words.ts';

/**
 * What goes with a question so that it need not be told again: where its group stands, and what the assistant answered last. Of a group, what others asked
 * stays there, unless it is that question itself.
 */
export const contextOf = (
  here: Here,
  { group, title, asked: last }: Conversation,
  question: string | null,
): Context => {
  const lines = linesOf(editionOf(here), group);
  const idsOf = (done: boolean) => lines.filter(({ tick }) => (tick !== null) === done).map(({ step }) => step.id);
  const inGroup = here.incoming.place === 'group';
  const isOwn = !inGroup || last?.by.id === here.by.id || last?.question === question;
  const asked = isOwn ? last : null;
  return {
    group: inGroup ? (title ?? here.incoming.title) : null,
    groupAt: inGroup ? here.incoming.address : null,
    plan: group.plan,
    phase: group.phase,
    ticked: idsOf(true),
    open: idsOf(false),
    answer: asked && { question: asked.question, text: asked.answer, citations: asked.citations },
    missing: asked?.missing ?? [],
  };
};

const standOf = (edition: Edition, { plan, phase }: Context): string[] => {
  const say = handOverWords[edition.language];
  if (plan === null) return [];
  const name = edition.plans[plan].name;
  if (phase === null) return [say('told_plan', { plan: name })];
  return [say('told_stand', { plan: name, phase, name: inSentence(phaseName(edition, phase)) })];
};

const stepsOf = (edition: Edition, { plan, phase, ticked, open }: Context): string[] => {
  if (plan === null || phase === null || ticked.length + open.length === 0) return [];
  const titleOf = (id: string) => edition.plans[plan].phases[phase].steps.find((step) => step.id === id)?.title;
  const titles = open.flatMap((id) => titleOf(id) ?? []);
  const values = { done: ticked.length, all: ticked.length + open.length, open: titles.join('; ') || 'none' };
  return [handOverWords[edition.language]('told_steps', values)];
};

const answerOf = (say: (typeof handOverWords)[Language], question: string, { answer, missing }: Context): string[] => [
  ...(answer
    ? [
        answer.question === question
          ? say('told_answer_to_it', { answer: answer.text })
          : say('told_answer', { question: answer.question, answer: answer.text }),
      ]
    : []),
  ...missing.filter((one) => one !== question).map((one) => say('told_missing', { missing: one })),
];

/**
 * The very text that is handed to a desk: the question, and what goes with it. It is shown like this to who asks before it is sent, and like this to
 * who answers.
 */
export const handedOver = (
  library: Library,
  { question, language, context }: { question: string; language: Language; context: Context | null },
): string => {
  const edition = library[language];
  const say = handOverWords[language];
  if (context === null) return question;
  return [
    question,
    ...(context.group === null ? [] : [say('told_group', { group: context.group })]),
    ...standOf(edition, context),
    ...stepsOf(edition, context),
    ...answerOf(say, question, context),
  ].join('\n');
};
