import type { Answerer, AnswerLine, AnswerRequest, WrittenAnswer } from '../answerer.ts';
import type { BankQuestion } from '../domain/bank.ts';
import type { Language } from '../domain/language.ts';
import { type Edition, type Library, passagesOf, rolesOfOthers } from '../domain/library.ts';
import { placeOf } from '../domain/meaning.ts';
import { type Passage, textOf } from '../domain/passage.ts';
import type { PlanNumber } from '../domain/plan.ts';
import { createWeigh, type Weighed } from './weigh-passages.ts';

/** The few linking words that the answerer needs, in each language. */
export type LinkingWords = Readonly<
  Record<
    Language,
    {
      steps(count: number): string;
      noEnd(): string;
    }
  >
>;

/** Room for a full answer: a list of steps is told whole in it or not at all, and what fits best is always told whole. */
const FULL = 450;

const roomIn = (lines: readonly AnswerLine[], limit: number): number =>
  limit - lines.reduce((sum, line) => sum + line.text.length + 1, 0);

/** Adds as many of a passage's sentences as there is room for, as one line; the first of them stands without the others. */
const addPassage = (lines: AnswerLine[], passage: Passage, room: number): void => {
  let fitting = '';
  for (const { text } of passage.statements) {
    const longer = fitting === '' ? text : `${fitting} ${text}`;
    if (longer.length > room) break;
    fitting = longer;
  }
  if (fitting !== '') lines.push({ text: fitting, passages: [passage] });
};

const addOwnWords = (lines: AnswerLine[], text: string): void => void lines.push({ text, passages: [] });

/** The phase told as its steps: who does what in a sentence, then the titles. */
const tellSteps = (
  lines: AnswerLine[],
  own: readonly Passage[],
  words: LinkingWords[Language],
  limit: number,
): void => {
  const role = own.find(({ kind }) => kind === 'role');
  const steps = own.filter(({ kind }) => kind === 'step');
  if (role) addPassage(lines, role, limit);
  addOwnWords(lines, words.steps(steps.length));
  for (const [at, step] of steps.entries()) lines.push({ text: `${at + 1}. ${step.title}.`, passages: [step] });
};

/** From this score on another promoter's role shares telling words with a question of who. */
const TELLING = 4;

/** People without an office of their own need to know who has what: another promoter is named when it fits the question as well. */
const NEEDS_OTHERS: PlanNumber = 9;

const fittingRole = (
  edition: Edition,
  { section, facet, passages }: AnswerRequest,
  best: Passage,
): Passage | undefined => {
  const { plan, phase } = placeOf(section);
  if (plan !== NEEDS_OTHERS || phase === null) return undefined;
  const scores = new Map(passages.map(({ passage, score }) => [passage.id, score]));
  const scoreOf = ({ id }: Passage) => scores.get(id) ?? 0;
  const [role] = rolesOfOthers(edition, plan, phase).sort((a, b) => scoreOf(b) - scoreOf(a));
  const enough = facet === 'who' ? TELLING : scoreOf(best);
  return role && scoreOf(role) > enough ? role : undefined;
};

/** What is asked for not a quarter as probably as the best answers something else. */
const WORTH_TELLING = 0.25;

const tellBest = (lines: AnswerLine[], weighed: readonly Weighed[], edition: Edition, request: AnswerRequest): void => {
  const [best, ...others] = weighed;
  if (!best) return;
  const { limit, facet } = request;
  addPassage(lines, best.passage, limit >= FULL ? Number.POSITIVE_INFINITY : limit);
  const role = facet === 'why' || facet === 'when-done' ? undefined : fittingRole(edition, request, best.passage);
  if (role) addPassage(lines, role, roomIn(lines, limit));
  for (const { passage, weight } of others)
    if (weight > WORTH_TELLING * best.weight) addPassage(lines, passage, roomIn(lines, limit));
};

/** Answers in the edition's own sentences, chosen and ordered for the question; no language model. */
export const createExtractiveAnswerer = (
  library: Library,
  bank: () => readonly BankQuestion[],
  linkingWords: LinkingWords,
): Answerer => {
  const weigh = createWeigh(library, bank);
  return {
    answer: async (request): Promise<WrittenAnswer> => {
      const edition = library[request.language];
      const words = linkingWords[request.language];
      const own = passagesOf(edition, request.section);
      const lines: AnswerLine[] = [];
      const hasSteps = own.some(({ kind }) => kind === 'step');
      if (request.facet === 'when-done' && hasSteps && !own.some(({ kind }) => kind === 'done'))
        addOwnWords(lines, words.noEnd());
      const { passages, asksForAll } = weigh(request);
      const asksForSteps = hasSteps && (request.facet === 'how' || asksForAll);
      if (asksForSteps && request.limit >= FULL) tellSteps(lines, own, words, request.limit);
      else tellBest(lines, passages, edition, request);
      // A step of which only the title is told, and a passage that was cut, are still to be told.
      const told = new Set(lines.map(({ text }) => text));
      const { plan, phase } = placeOf(request.section);
      const others =
        request.facet === 'who' && plan !== null && phase !== null ? rolesOfOthers(edition, plan, phase) : [];
      const rest = own.filter((passage) => passage.kind !== 'role' && !told.has(textOf(passage)));
      return { lines, rest: [...others, ...rest] };
    },
  };
};
