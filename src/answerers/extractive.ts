import type { Answerer, AnswerLine, AnswerRequest, WrittenAnswer } from '../answerer.ts';
import type { Facet } from '../domain/facet.ts';
import type { Language } from '../domain/language.ts';
import { type Edition, type Library, passagesOf, rolesOfOthers } from '../domain/library.ts';
import { placeOf } from '../domain/meaning.ts';
import { type Passage, type PassageKind, textOf } from '../domain/passage.ts';
import type { PlanNumber } from '../domain/plan.ts';

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

/** What a kind of passage gains when the question asks for its facet; a role tells the phase to others, so its own plan seldom needs it. */
const FITS: Readonly<Record<Facet, Partial<Record<PassageKind, number>>>> = {
  who: { who: 0.6, role: -1 },
  why: { 'what-for': 1, role: -1 },
  'when-done': { done: 2, 'what-for': 0.5, role: -1 },
  how: { step: 0.3, role: -1 },
  about: { 'what-for': 0.3, step: 0.1, role: -1 },
};

/** A step is answered alone when it fits this much better than what comes next. */
const CLEARLY = 1.25;

type Weighed = { readonly passage: Passage; readonly weight: number };

const weighPassages = (edition: Edition, { section, facet, passages }: AnswerRequest): Weighed[] => {
  const scores = new Map(passages.map(({ passage, score }) => [passage.id, score]));
  const own = passagesOf(edition, section);
  const highest = Math.max(1e-9, ...own.map(({ id }) => scores.get(id) ?? 0));
  return own
    .map((passage) => ({ passage, weight: (scores.get(passage.id) ?? 0) / highest + (FITS[facet][passage.kind] ?? 0) }))
    .sort((a, b) => b.weight - a.weight);
};

/** Adds a passage's sentences as one line as far as they fit; false when not even the first did. */
const addPassage = (lines: AnswerLine[], passage: Passage, limit: number, text = textOf(passage)): boolean => {
  const room = limit - lines.reduce((sum, line) => sum + line.text.length + 1, 0);
  if (text.length <= room) {
    lines.push({ text, passages: [passage] });
    return true;
  }
  let fitting = '';
  for (const { text: sentence } of passage.kind === 'step' ? [] : passage.statements) {
    const longer = fitting === '' ? sentence : `${fitting} ${sentence}`;
    if (longer.length > room) break;
    fitting = longer;
  }
  if (fitting !== '') lines.push({ text: fitting, passages: [passage] });
  return fitting !== '';
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
  for (const [at, step] of steps.entries()) addPassage(lines, step, limit, `${at + 1}. ${step.title}.`);
};

/** A list of steps is told whole or not at all. */
const ROOM_FOR_STEPS = 450;

/** From this score on a step shares telling words with the question, not only small ones. */
const TELLING = 12;

/** True when "how" asks for one step rather than for all that is to be done. */
const oneStepStandsOut = (own: readonly Passage[], { passages }: AnswerRequest): boolean => {
  const steps = own.filter(({ kind }) => kind === 'step').map(({ id }) => id);
  const [first, second] = passages.filter(({ passage }) => steps.includes(passage.id));
  return first !== undefined && first.score > TELLING && first.score > CLEARLY * (second?.score ?? 0);
};

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
  const enough = facet === 'who' ? TELLING / 3 : scoreOf(best);
  return role && scoreOf(role) > enough ? role : undefined;
};

const tellBest = (lines: AnswerLine[], weighed: readonly Weighed[], edition: Edition, request: AnswerRequest): void => {
  const [best, second] = weighed;
  if (!best) return;
  const { limit } = request;
  addPassage(lines, best.passage, limit);
  const context = weighed.find(({ passage }) => passage.kind === 'what-for')?.passage;
  const next = second && second.weight * CLEARLY > best.weight ? second.passage : context;
  const role =
    request.facet === 'why' || request.facet === 'when-done' ? undefined : fittingRole(edition, request, best.passage);
  for (const passage of [role, next]) {
    if (passage && passage !== best.passage && (passage === role || passage.kind !== 'role'))
      addPassage(lines, passage, limit);
  }
};

/** Answers in the edition's own sentences, chosen and ordered for the question; no model. */
export const createExtractiveAnswerer = (library: Library, linkingWords: LinkingWords): Answerer => ({
  answer: async (request): Promise<WrittenAnswer> => {
    const edition = library[request.language];
    const words = linkingWords[request.language];
    const own = passagesOf(edition, request.section);
    const weighed = weighPassages(edition, request);
    const lines: AnswerLine[] = [];
    const hasSteps = own.some(({ kind }) => kind === 'step');
    if (request.facet === 'when-done' && hasSteps && !own.some(({ kind }) => kind === 'done'))
      addOwnWords(lines, words.noEnd());
    if (request.facet === 'how' && hasSteps && request.limit >= ROOM_FOR_STEPS && !oneStepStandsOut(own, request))
      tellSteps(lines, own, words, request.limit);
    else tellBest(lines, weighed, edition, request);
    const told = new Set(lines.flatMap(({ passages }) => passages.map(({ id }) => id)));
    const { plan, phase } = placeOf(request.section);
    const others =
      request.facet === 'who' && plan !== null && phase !== null ? rolesOfOthers(edition, plan, phase) : [];
    const rest = own.filter(({ id, kind }) => kind !== 'role' && !(told.has(id) && kind !== 'step'));
    return { lines, rest: [...others, ...rest] };
  },
});
