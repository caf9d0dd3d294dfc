import type { App } from '../app.ts';
import { newConversation } from '../domain/conversation.ts';
import type { Language } from '../domain/language.ts';
import type { Answered, Recommended } from './eval-figures.ts';
import type { ExamQuestion, ExamSituation } from './eval-rows.ts';

/** The usual language of a stranger: not the question's, so that its own words alone must tell which one it is in. */
const STRANGERS: Readonly<Record<Language, Language>> = { it: 'fr', fr: 'en', en: 'it' };

/** So many rows are asked beforehand without looking at the clock: the first ones run code that is not compiled yet. */
const WARM_UP = 200;

/** Does a work and tells how many milliseconds of CPU the whole process spent on it. */
export const cpuOf = async <Result>(work: () => Promise<Result>): Promise<[result: Result, milliseconds: number]> => {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
};

/** Asks all questions, each as the first of a conversation, once warm; times are CPU of the process. */
export const askAll = async (assistant: App['assistant'], questions: readonly ExamQuestion[]): Promise<Answered[]> => {
  const ask = async (text: string, usual: Language) => (await assistant.reply(text, newConversation(usual))).answer;
  for (const { text, lang } of questions.slice(0, WARM_UP)) await ask(text, lang);
  const answered: Answered[] = [];
  for (const question of questions) {
    const { text, lang } = question;
    const [{ outcome, ranked }, cpu] = await cpuOf(() => ask(text, lang));
    const { language: stranger } = await ask(text, STRANGERS[lang]);
    answered.push({ question, outcome, ranked, stranger, cpu });
  }
  return answered;
};

/** Tells all situations, once warm. */
export const tellAll = async (
  assistant: App['assistant'],
  situations: readonly ExamSituation[],
): Promise<Recommended[]> => {
  for (const { text, lang } of situations.slice(0, WARM_UP)) await assistant.recommend(text, lang);
  const recommended: Recommended[] = [];
  for (const situation of situations) {
    const { text, lang } = situation;
    const [{ outcome, plans, phase }, cpu] = await cpuOf(() => assistant.recommend(text, lang));
    const { language: stranger } = await assistant.recommend(text, STRANGERS[lang]);
    recommended.push({ situation, outcome, plans: plans.map(({ plan }) => plan), phase, stranger, cpu });
  }
  return recommended;
};
