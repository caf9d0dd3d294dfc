import type { AnswerLine } from '../answerer.ts';
import type { Outcome } from '../domain/answer.ts';
import type { Facet } from '../domain/facet.ts';
import type { Edition } from '../domain/library.ts';
import { isSection, parseMeaning, placeOf, type SectionId, type TalkId, type UnknownId } from '../domain/meaning.ts';
import type { Statement } from '../domain/passage.ts';
import type { Findings } from '../retriever.ts';
import { beginAsking } from './asking.ts';
import { type Answered, compose, MOST_CHARACTERS, ownWords } from './compose.ts';
import { facetOf } from './facet.ts';
import { inTheLightOf, questionBehindStory, questionsIn, withQuestion } from './parts.ts';
import { rank } from './rank.ts';
import { recommend } from './recommend.ts';
import { choiceOf, passagesBehind } from './sources.ts';
import { replyTo, saidOutright } from './talk.ts';
import { texts } from './texts/texts.ts';
import { queryOf, type Turn } from './turn.ts';
import { asksForUs, correctsWho, tellsWho, type Understanding, understand } from './understand.ts';

/** The guide announces this plan, its text is missing: whatever is said of it, the thing asked is not there. */
const ANNOUNCED: SectionId = 'process.covid';
const SOURCE_LINE_ROOM = 120;

/** One question of a message, what speaks for its meanings, and what it is taken to mean. */
type Asked = { readonly text: string; readonly findings: Findings; readonly understanding: Understanding };

type Told = { readonly lines: readonly AnswerLine[]; readonly rest: readonly string[] };

const tellSection = async (
  turn: Turn,
  findings: Findings,
  section: SectionId,
  facet: Facet,
  limit: number,
): Promise<Told> => {
  const { language } = turn;
  const { lines, rest } = await turn.parts.answerer.answer({
    question: turn.text,
    language,
    section,
    facet,
    passages: findings.passages,
    limit,
  });
  return { lines, rest: rest.map(({ id }) => id) };
};

/** The sentence that the guide does not say it, then what it does say nearby and who could help, each cited. */
const tellUnknown = (edition: Edition, id: UnknownId, withNearby: boolean): AnswerLine[] => {
  const unknown = edition.unknowns.get(id);
  if (!unknown) return [];
  const cited = (statement: Statement): AnswerLine => ({
    text: statement.text,
    passages: passagesBehind(edition, statement),
  });
  return [ownWords(unknown.silence), ...(withNearby ? [...unknown.near, ...unknown.help].map(cited) : [])];
};

/** Answers from one section. */
export const answerSection = async (
  turn: Turn,
  findings: Findings,
  section: SectionId,
  facet = facetOf(turn.text, turn.language),
): Promise<Answered> => {
  const edition = turn.parts.library[turn.language];
  const { lines, rest } = await tellSection(turn, findings, section, facet, MOST_CHARACTERS - SOURCE_LINE_ROOM);
  const { plan, phase } = placeOf(section);
  const elsewhere = plan !== null && phase === null ? edition.plans[plan].elsewhere : undefined;
  const outcome: Outcome = section === ANNOUNCED ? 'not_covered' : 'answered';
  const answer = compose(edition, outcome, lines, rank(edition, findings), elsewhere);
  const group = plan !== null && tellsWho(turn.text) ? { group: { plan, phase } } : {};
  return { answer, last: { section, rest }, offered: [], ...group };
};

const offer = (turn: Turn, findings: Findings, sections: readonly SectionId[]): Answered => {
  const edition = turn.parts.library[turn.language];
  const choices = sections.map((section) => choiceOf(edition, section));
  const list = choices.map(({ label }, at) => `${at + 1}. ${label}`);
  const answer = compose(
    edition,
    'choose',
    [ownWords([texts[turn.language]('choose'), ...list].join('\n'))],
    rank(edition, findings),
  );
  return { answer: { ...answer, choices }, last: null, offered: choices };
};

const answerUnknown = (turn: Turn, findings: Findings, unknown: UnknownId | null): Answered => {
  const edition = turn.parts.library[turn.language];
  const say = texts[turn.language];
  const known = unknown === null ? [] : tellUnknown(edition, unknown, true);
  const [nearest] = rank(edition, findings);
  const passage = edition.passages.find(({ id }) => id === nearest?.passage);
  const [sentence] = passage?.statements ?? [];
  const nearby =
    passage && sentence
      ? [ownWords(`${say('notCovered')} ${say('nearest')}`), { text: sentence.text, passages: [passage] }]
      : [ownWords(say('notCovered'))];
  const answer = compose(edition, 'not_covered', known.length > 0 ? known : nearby, rank(edition, findings));
  return { answer, last: null, offered: [] };
};

const answerTalk = (turn: Turn, findings: Findings, talk: TalkId): Answered => {
  const edition = turn.parts.library[turn.language];
  const [outcome, name] = replyTo(talk);
  const { name: operator, contact } = turn.parts.operator;
  const text = texts[turn.language](name, { operator: operator ?? 'none', contact: contact ?? 'none' });
  return { answer: compose(edition, outcome, [ownWords(text)], rank(edition, findings)), last: null, offered: [] };
};

/** Talk that wants to know which plan fits, or tells it. */
const RECOMMENDS: ReadonlySet<TalkId> = new Set(['talk.situation', 'talk.recommend', 'talk.change-plan']);

/** Recommends a plan from what is told; a phase that is known stays when a correction names only another promoter. */
const answerSituation = async (turn: Turn, findings: Findings, talk: TalkId): Promise<Answered> => {
  const edition = turn.parts.library[turn.language];
  const ask = (): Answered => {
    const asked = beginAsking(edition);
    return { ...asked, answer: { ...asked.answer, ranked: rank(edition, findings) } };
  };
  // "Which plan is right for us?" tells nothing of us yet.
  if (talk === 'talk.recommend' && !tellsWho(turn.text)) return ask();
  const { recommendation, lines } = await recommend(turn.parts, turn.text, turn.language);
  const answer = compose(edition, 'recommendation', lines, rank(edition, findings));
  const [first] = recommendation.plans;
  if (recommendation.outcome === 'ask' || !first) return ask();
  const phase = recommendation.phase ?? turn.conversation.group.phase;
  const section: SectionId = `${first.plan}.${phase ?? 0}`;
  const rest = phase === null ? [] : edition.plans[first.plan].phases[phase].steps.map(({ id }) => id);
  return { answer, last: { section, rest }, offered: [], group: { plan: first.plan, phase } };
};

/** Several questions in one message: each is told in short; what the guide lacks is named. */
const answerSeveral = async (turn: Turn, whole: Findings, asked: readonly Asked[]): Promise<Answered> => {
  const edition = turn.parts.library[turn.language];
  const limit = (MOST_CHARACTERS - SOURCE_LINE_ROOM) / asked.length;
  const lines: AnswerLine[] = [];
  let last: Answered['last'] = null;
  for (const { text, findings, understanding } of asked) {
    if (understanding.kind === 'section') {
      const told = await tellSection(
        { ...turn, text },
        findings,
        understanding.section,
        facetOf(text, turn.language),
        limit,
      );
      lines.push(...told.lines);
      last ??= { section: understanding.section, rest: told.rest };
    } else if (understanding.kind === 'unknown') {
      lines.push(
        ...(understanding.unknown
          ? tellUnknown(edition, understanding.unknown, false)
          : [ownWords(texts[turn.language]('notCovered'))]),
      );
    }
  }
  const isMissing = ({ understanding }: Asked) =>
    understanding.kind === 'unknown' || (understanding.kind === 'section' && understanding.section === ANNOUNCED);
  const missing = asked.some(isMissing);
  const outcome = asked.every(isMissing) ? 'not_covered' : missing ? 'partly' : 'answered';
  return { answer: compose(edition, outcome, lines, rank(edition, whole)), last, offered: [] };
};

const sameMeaning = (a: Understanding, b: Understanding): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The questions of a message, each with what it means; those that mean the same once. */
const understandParts = async (turn: Turn, whole: Findings): Promise<Asked[]> => {
  const questions = questionsIn(turn.text, turn.language);
  if (questions.length < 2) return [];
  const asked = await Promise.all(
    questions.map(async (text) => {
      const query = queryOf(turn, text);
      const own = await turn.parts.retriever.retrieve(query);
      // A part that names its own phase or plan needs no light from the others.
      const findings = query.named ? own : inTheLightOf(whole, own);
      return { text, findings, understanding: understand(findings, text, turn.parts.thresholds) };
    }),
  );
  // What no topic stands out for is left to the rest of the message.
  const told = asked.filter(
    ({ understanding: one }) => one.kind === 'section' || (one.kind === 'unknown' && one.unknown !== null),
  );
  return told.filter(
    (one, at) => told.findIndex((other) => sameMeaning(one.understanding, other.understanding)) === at,
  );
};

/** Understands a message by itself and answers it. */
export const answerQuestion = async (turn: Turn): Promise<Answered> => {
  const whole = await turn.parts.retriever.retrieve(queryOf(turn, turn.text));
  const question = questionBehindStory(turn.text);
  const findings =
    question === undefined ? whole : withQuestion(whole, await turn.parts.retriever.retrieve(queryOf(turn, question)));
  const said =
    turn.conversation.group.plan !== null && correctsWho(turn.text)
      ? 'talk.change-plan'
      : asksForUs(turn.text)
        ? 'talk.recommend'
        : saidOutright(turn.text);
  const understanding: Understanding = said
    ? { kind: 'talk', talk: said }
    : understand(findings, turn.text, turn.parts.thresholds);
  const asked = understanding.kind === 'talk' ? [] : await understandParts(turn, findings);
  if (asked.length > 1) return answerSeveral(turn, findings, asked);
  switch (understanding.kind) {
    case 'section':
      return answerSection(turn, findings, understanding.section);
    case 'choose':
      return offer(turn, findings, understanding.sections);
    case 'unknown':
      return answerUnknown(turn, findings, understanding.unknown);
    case 'talk':
      return RECOMMENDS.has(understanding.talk)
        ? answerSituation(turn, findings, understanding.talk)
        : answerTalk(turn, findings, understanding.talk);
  }
};

/** Answers the section that was chosen by its number among those offered; undefined when none was. */
export const answerChoice = async (turn: Turn): Promise<Answered | undefined> => {
  const [, number] = /^\s*(\d)\s*[.)]?\s*$/.exec(turn.text) ?? [];
  const chosen = number === undefined ? undefined : turn.conversation.offered[Number(number) - 1];
  if (!chosen) return undefined;
  const own = { ...turn, language: turn.conversation.language, text: chosen.label };
  const findings = await turn.parts.retriever.retrieve({ text: chosen.label, language: own.language });
  const section = parseMeaning(chosen.id);
  return section && isSection(section) ? answerSection(own, findings, section, 'about') : undefined;
};
