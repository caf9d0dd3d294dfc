import type { Choice } from '../domain/answer.ts';
import { isSection, placeOf, type SectionId } from '../domain/meaning.ts';
import type { Findings } from '../retriever.ts';
import { tellSection } from './answer-section.ts';
import { type Answered, compose, ownWords } from './compose.ts';
import { facetOf } from './facet.ts';
import { rank } from './rank.ts';
import { choiceOf } from './sources.ts';
import { texts } from './texts/texts.ts';
import type { Turn } from './turn.ts';

/** So many sections are offered, and none that is so much less probable than the first. */
const MOST = 3;
const FAR_BEHIND = 0.15;

/** Enough for the best passage alone. */
const ONE_PASSAGE = 1;

/** The sections that a message may mean, best first. */
export const nearestSections = ({ meanings }: Findings): SectionId[] => {
  const sections = meanings.flatMap(({ meaning, probability }) =>
    isSection(meaning) ? [{ meaning, probability }] : [],
  );
  const least = FAR_BEHIND * (sections[0]?.probability ?? 0);
  return sections.slice(0, MOST).flatMap(({ meaning, probability }) => (probability > least ? [meaning] : []));
};

/** A section by what it says to this message: the title of the step that fits it best, and whose plan it is in. */
const choiceFor = async (turn: Turn, findings: Findings, section: SectionId): Promise<Choice> => {
  const edition = turn.parts.library[turn.language];
  const { plan } = placeOf(section);
  const { lines } = await tellSection(turn, findings, section, facetOf(turn.text, turn.language), ONE_PASSAGE);
  const best = lines.flatMap(({ passages }) => passages)[0];
  if (plan === null || best?.kind !== 'step') return choiceOf(edition, section);
  const label = texts[turn.language]('label_step', { title: best.title, plan: edition.plans[plan].name });
  return { id: section, label };
};

/** Offers sections to choose from, when it is not clear which one is meant: numbered, and as buttons. */
export const offer = async (
  turn: Turn,
  findings: Findings,
  sections: readonly SectionId[],
  opening: 'choose' | 'chooseHelp' | 'chooseNearest' = 'choose',
): Promise<Answered> => {
  const say = texts[turn.language];
  const choices = await Promise.all(sections.map((section) => choiceFor(turn, findings, section)));
  const list = choices.map(({ label }, at) => `${at + 1}. ${label}`);
  const closing = opening === 'chooseHelp' ? [say('chooseElse')] : [];
  const edition = turn.parts.library[turn.language];
  const outcome = opening === 'chooseNearest' ? 'not_covered' : 'choose';
  const lines = [ownWords([say(opening), ...list, ...closing].join('\n'))];
  const answer = compose(edition, outcome, lines, rank(edition, findings));
  return { answer: { ...answer, choices }, last: null, offered: choices };
};
