import type { AnswerLine } from '../answerer.ts';
import type { Findings } from '../retriever.ts';
import { ANNOUNCED, ROOM, tellSection, tellUnknown } from './answer-section.ts';
import { type Answered, compose, ownWords } from './compose.ts';
import { definedIn } from './defined.ts';
import { facetOf } from './facet.ts';
import { inTheLightOf, questionsIn } from './parts.ts';
import { rank } from './rank.ts';
import { texts } from './texts/texts.ts';
import { queryOf, type Turn } from './turn.ts';
import { type Understanding, understand } from './understand.ts';

/** One question of a message, what speaks for its meanings, and what it is taken to mean. */
export type Asked = { readonly text: string; readonly findings: Findings; readonly understanding: Understanding };

const sameMeaning = (a: Understanding, b: Understanding): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Among several questions none is asked back: the likeliest of its sections answers it. */
const outright = (understanding: Understanding): Understanding => {
  const [first] = understanding.kind === 'choose' ? understanding.sections : [];
  return first === undefined ? understanding : { kind: 'section', section: first };
};

/** The questions of a message, each with what it means; those that mean the same once. */
export const understandParts = async (turn: Turn, whole: Findings): Promise<Asked[]> => {
  const questions = questionsIn(turn.text, turn.language);
  if (questions.length < 2) return [];
  const asked = await Promise.all(
    questions.map(async (text) => {
      const query = queryOf(turn, text);
      const own = await turn.parts.retriever.retrieve(query);
      // A part that names its own phase or plan needs no light from the others.
      const findings = query.named ? own : inTheLightOf(whole, own);
      const defined = definedIn(turn.parts.library[turn.language], text);
      const understanding: Understanding = defined
        ? { kind: 'section', section: defined }
        : outright(understand(findings, text, turn.parts.thresholds));
      return { text, findings, understanding };
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

/** Several questions in one message: each is told in short; what the guide lacks is named. */
export const answerSeveral = async (turn: Turn, whole: Findings, asked: readonly Asked[]): Promise<Answered> => {
  const edition = turn.parts.library[turn.language];
  const limit = ROOM / asked.length;
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
  const missing = asked.filter(isMissing).map(({ text, understanding }) => ({
    meaning: understanding.kind === 'unknown' ? understanding.unknown : null,
    text,
  }));
  const outcome = missing.length === asked.length ? 'not_covered' : missing.length > 0 ? 'partly' : 'answered';
  return { answer: compose(edition, outcome, lines, rank(edition, whole)), last, offered: [], missing };
};
