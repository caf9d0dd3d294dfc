import type { Asking } from '../domain/conversation.ts';
import type { Edition } from '../domain/library.ts';
import { PHASES, type Phase, PLAN_NUMBERS, type PlanNumber } from '../domain/plan.ts';
import { wordsOf } from '../language/fold.ts';
import { type Answered, compose, ownWords } from './compose.ts';
import { promotersIn } from './hear/promoters.ts';
import { conclude } from './recommend.ts';
import { type TextName, texts } from './texts/texts.ts';
import type { Turn } from './turn.ts';

type Weights = Readonly<Partial<Record<PlanNumber, number>>>;

/** Which plans a need or a possession speaks for, by what the guide says of each promoter (1.1.2–1.1.4, 4.4.1, 5.1.1, 7.1.1 …). */
const NEEDS: readonly Weights[] = [{ 1: 2, 9: 1 }, { 1: 2, 4: 1 }, { 9: 2, 2: 1 }, { 5: 2 }, { 8: 3 }];
const POSSESSIONS: readonly Weights[] = [{ 5: 2 }, { 1: 1, 4: 1 }, { 7: 2, 2: 1 }, { 6: 2, 3: 1 }, { 9: 2 }];
const WHO_LEADS = 6;
/** A longer message tells more than a name. */
const MOST_TO_NAME = 4;
const WHO_AGREES = 0.5;

type Question = { readonly name: TextName; readonly options: (edition: Edition) => string[] };

const numbered = (edition: Edition, name: 'need' | 'far' | 'have', count: number): string[] =>
  Array.from({ length: count }, (_, at) => texts[edition.language](`${name}_${at + 1}` as TextName));

const promoters = (edition: Edition): string[] => PLAN_NUMBERS.map((plan) => edition.plans[plan].name);

/** At most five, each may be skipped: who, what need, how far, who agrees, what they have. */
const QUESTIONS: readonly Question[] = [
  { name: 'ask_who', options: promoters },
  { name: 'ask_need', options: (edition) => numbered(edition, 'need', NEEDS.length) },
  { name: 'ask_far', options: (edition) => numbered(edition, 'far', PHASES.length) },
  { name: 'ask_agrees', options: promoters },
  { name: 'ask_have', options: (edition) => numbered(edition, 'have', POSSESSIONS.length) },
];

/** The name of the question that waits for an answer: its buttons carry it. */
export const questionAsked = ({ answers }: Asking): TextName => QUESTIONS[answers.length]!.name;

const SKIP =
  /^(?:salta|saltala|passa|passer|passe|skip|skip it|boh|non so|non lo so|je ne sais pas|sais pas|don t know|i don t know)$/;
const BACK = /^(?:indietro|torna|torna indietro|retour|revenir|precedent|back|go back)$/;

/** Asks the next question, its answers numbered. */
const askNext = (edition: Edition, asking: Asking, opening?: string): Answered => {
  const say = texts[edition.language];
  const step = asking.answers.length;
  const { name, options } = QUESTIONS[step]!;
  const labels = options(edition);
  const choices = labels.map((label, at) => ({ id: `${name}.${at + 1}`, label }));
  const list = labels.map((label, at) => `${at + 1}. ${label}`);
  const lines = [...(opening ? [opening] : []), say(name), ...list, say('ask_how', { step: step + 1 })];
  const answer = compose(edition, 'recommendation', [ownWords(lines.join('\n'))]);
  return { answer: { ...answer, choices }, last: null, offered: [], asking };
};

/** Begins to ask, when what was told, if anything was, leaves the plan open. */
export const beginAsking = (edition: Edition, isTold: boolean): Answered => {
  const say = texts[edition.language];
  const opening = [...(isTold ? [say('heardYou')] : []), say('notClearYet')].join(' ');
  return askNext(edition, { answers: [] }, opening);
};

/** How probable each plan is after the answers, with the answers that speak for it. */
const weighAnswers = (edition: Edition, [who, need, , agrees, have]: Asking['answers']) => {
  const scores = PLAN_NUMBERS.map((plan) => {
    const byNeed = (need ? NEEDS[need - 1]?.[plan] : 0) ?? 0;
    const byHaving = (have ? POSSESSIONS[have - 1]?.[plan] : 0) ?? 0;
    const byPeople = (who === plan ? WHO_LEADS : 0) + (agrees === plan ? WHO_AGREES : 0);
    const words = [
      ...(who === plan ? [edition.plans[plan].name] : []),
      ...(byNeed > 0 ? [numbered(edition, 'need', NEEDS.length)[need! - 1]!] : []),
      ...(byHaving > 0 ? [numbered(edition, 'have', POSSESSIONS.length)[have! - 1]!] : []),
    ];
    return { where: plan, weight: Math.exp(byNeed + byHaving + byPeople), words };
  });
  const total = scores.reduce((sum, { weight }) => sum + weight, 0);
  return scores
    .map(({ where, weight, words }) => ({ where, probability: weight / total, words }))
    .sort((a, b) => b.probability - a.probability);
};

const finish = (turn: Turn, edition: Edition, answers: Asking['answers']): Answered => {
  const far = answers[2] ?? null;
  const phase = far === null ? null : (far as Phase);
  const { recommendation, lines } = conclude(turn.parts, edition, weighAnswers(edition, answers), phase);
  const answer = compose(edition, 'recommendation', lines);
  const [first] = recommendation.plans;
  if (recommendation.outcome === 'ask' || !first) return { answer, last: null, offered: [] };
  const rest = phase === null ? [] : edition.plans[first.plan].phases[phase].steps.map(({ id }) => id);
  const last = { section: `${first.plan}.${phase ?? 0}`, rest } as const;
  return { answer, last, offered: [], group: { plan: first.plan, phase } };
};

const optionChosen = (labels: readonly string[], words: string): number | null => {
  const number = /^\d$/.test(words)
    ? Number(words)
    : labels.findIndex((label) => wordsOf(label).join(' ') === words) + 1;
  return number >= 1 && number <= labels.length ? number : null;
};

/** A promoter called by another name than its button's: "des habitants", "the council". */
const promoterNamed = (words: string): number | null => {
  const plans = new Set(promotersIn(words).map(({ plan }) => plan));
  const [plan] = plans;
  return plans.size === 1 && plan !== undefined && words.split(' ').length <= MOST_TO_NAME ? plan : null;
};

/** Takes an answer to the question asked, a skip or a step back; undefined when nothing is being asked or something else is said. */
export const answerAsked = (turn: Turn): Answered | undefined => {
  const { asking, language } = turn.conversation;
  if (!asking) return undefined;
  const edition = turn.parts.library[language];
  const words = wordsOf(turn.text).join(' ');
  if (BACK.test(words)) return askNext(edition, { answers: asking.answers.slice(0, -1) });
  const question = QUESTIONS[asking.answers.length]!;
  const chosen =
    optionChosen(question.options(edition), words) ?? (question.options === promoters ? promoterNamed(words) : null);
  if (chosen === null && !SKIP.test(words)) return undefined;
  const answers = [...asking.answers, chosen];
  return answers.length < QUESTIONS.length ? askNext(edition, { answers }) : finish(turn, edition, answers);
};
