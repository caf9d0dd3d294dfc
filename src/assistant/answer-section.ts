import type { AnswerLine } from '../answerer.ts';
import type { Outcome } from '../domain/answer.ts';
import { passagesBehind } from '../domain/behind.ts';
import type { Facet } from '../domain/facet.ts';
import type { Edition } from '../domain/library.ts';
import { isSection, parseMeaning, placeOf, type SectionId, type UnknownId } from '../domain/meaning.ts';
import type { Statement } from '../domain/passage.ts';
import type { PlanNumber } from '../domain/plan.ts';
import { wordsOf } from '../language/fold.ts';
import type { Findings } from '../retriever.ts';
import { tellCentres } from './centres.ts';
import { type Answered, compose, MOST_CHARACTERS, ownWords } from './compose.ts';
import { facetOf, isPlainFacet } from './facet.ts';
import { isOfThemselves, promotersIn } from './hear/promoters.ts';
import { rank } from './rank.ts';
import type { Turn } from './turn.ts';

/** The guide announces this plan, its text is missing: whatever is said of it, the thing asked is not there. */
export const ANNOUNCED: SectionId = 'process.covid';
/** Who asks for a telephone number is also told those of the centres. */
const CONTACTS: UnknownId = 'unknown.contacts';
/** How long the lines of an answer may be, beside the line that says where they come from. */
export const ROOM = MOST_CHARACTERS - 120;

type Told = { readonly lines: readonly AnswerLine[]; readonly rest: readonly string[] };

export const tellSection = async (
  turn: Turn,
  findings: Findings,
  section: SectionId,
  facet: Facet,
  limit: number,
): Promise<Told> => {
  const { language } = turn;
  const { lines, rest } = await turn.parts.answerer.answer({
    question: isPlainFacet(turn.text, language) ? '' : turn.text,
    language,
    section,
    facet,
    passages: findings.passages,
    limit,
  });
  return { lines, rest: rest.map(({ id }) => id) };
};

/** The sentence that the guide does not say it, then what it does say nearby and who could help, each cited. */
export const tellUnknown = (edition: Edition, id: UnknownId, withNearby: boolean): AnswerLine[] => {
  const unknown = edition.unknowns.get(id);
  if (!unknown) return [];
  const cited = (statement: Statement): AnswerLine => ({
    text: statement.text,
    passages: passagesBehind(edition, statement),
  });
  return [ownWords(unknown.silence), ...(withNearby ? [...unknown.near, ...unknown.help].map(cited) : [])];
};

/** The promoter that a question says its writers are: "we are the Pro Loco: …?" */
const whoAsks = (text: string): PlanNumber | undefined => {
  const line = wordsOf(text).join(' ');
  return promotersIn(line).find((mention) => isOfThemselves(line, mention))?.plan;
};

/** Answers from one section. */
export const answerSection = async (
  turn: Turn,
  findings: Findings,
  section: SectionId,
  facet = facetOf(turn.text, turn.language),
): Promise<Answered> => {
  const edition = turn.parts.library[turn.language];
  const { lines, rest } = await tellSection(turn, findings, section, facet, ROOM);
  const { plan, phase } = placeOf(section);
  const elsewhere = plan !== null && phase === null ? edition.plans[plan].elsewhere : undefined;
  const outcome: Outcome = section === ANNOUNCED ? 'not_covered' : 'answered';
  const answer = compose(edition, outcome, lines, rank(edition, findings), elsewhere);
  const who = whoAsks(turn.text);
  // How far they ask is not how far they are.
  const group = who === undefined ? {} : { group: { plan: who, phase: null } };
  return { answer, last: { section, rest }, offered: [], ...group };
};

/** Two promoters beside each other: what each one's plan says of why it promotes. */
export const answerComparison = async (
  turn: Turn,
  findings: Findings,
  plans: readonly PlanNumber[],
): Promise<Answered> => {
  const edition = turn.parts.library[turn.language];
  const limit = ROOM / plans.length;
  const told = await Promise.all(
    plans.map((plan) => tellSection(turn, findings, `${plan}.0` as const, 'about', limit)),
  );
  const answer = compose(
    edition,
    'answered',
    told.flatMap(({ lines }) => lines),
    rank(edition, findings),
  );
  return { answer, last: null, offered: [] };
};

/** Answers the section that was chosen by its number among those offered; undefined when none was. */
export const answerChoice = async (turn: Turn): Promise<Answered | undefined> => {
  const [, number] = /^\s*(\d)\s*[.)]?\s*$/.exec(turn.text) ?? [];
  const chosen = number === undefined ? undefined : turn.conversation.offered[Number(number) - 1];
  if (!chosen) return undefined;
  const { language, asked } = turn.conversation;
  const own = { ...turn, language, text: asked?.question ?? '' };
  const findings = await turn.parts.retriever.retrieve({ text: chosen.label, language });
  const section = parseMeaning(chosen.id);
  return section && isSection(section) ? answerSection(own, findings, section) : undefined;
};

/** Tells of something that the guide is known not to say. */
export const answerUnknown = (turn: Turn, findings: Findings, unknown: UnknownId): Answered => {
  const edition = turn.parts.library[turn.language];
  const { centres } = turn.parts;
  const called = unknown === CONTACTS ? (tellCentres(centres, turn.text, turn.language) ?? undefined) : undefined;
  const lines = tellUnknown(edition, unknown, true);
  const answer = compose(edition, 'not_covered', lines, rank(edition, findings), called);
  return { answer, last: null, offered: [], missing: [{ meaning: unknown, text: turn.text }] };
};
