import type { AnswerLine } from '../answerer.ts';
import { passagesBehind } from '../domain/behind.ts';
import type { Language } from '../domain/language.ts';
import { type Edition, type Library, linkedWith } from '../domain/library.ts';
import { anchorsOf, type Passage } from '../domain/passage.ts';
import type { Phase, PlanNumber } from '../domain/plan.ts';
import { isClear, type Recommendation } from '../domain/recommendation.ts';
import { wordsOf } from '../language/fold.ts';
import type { Situation } from '../retriever.ts';
import { ownWords } from './compose.ts';
import { countsThemselves } from './hear/counted.ts';
import { isOnlyIdea, partNow } from './hear/part-now.ts';
import { isOfThemselves, promotersIn } from './hear/promoters.ts';
import { phaseName } from './sources.ts';
import { texts } from './texts/texts.ts';
import type { AssistantParts } from './turn.ts';

/** Another plan is worth a word from this probability on. */
const WORTH_A_WORD = 0.08;
const ENOUGH_FOR_A_PHASE = 6;
const MOST_PLANS = 3;
const MOST_LINKS = 3;
const MOST_WORDS = 3;
const PLAINLY = 0.7;

/** What is recommended to those who tell this of themselves, and the lines that say so. */
export type Told = { readonly recommendation: Recommendation; readonly lines: readonly AnswerLine[] };

/** The passage that gives the reason: what the phase is for, or who promotes where the phase is open. */
const reasonOf = (edition: Edition, plan: PlanNumber, phase: Phase | null): Passage =>
  phase === null ? edition.plans[plan].lead : edition.plans[plan].phases[phase].whatFor;

const quoted = (language: Language, words: readonly string[]): string =>
  words.map((word) => (language === 'en' ? `“${word}”` : language === 'fr' ? `« ${word} »` : `«${word}»`)).join(', ');

/** The promoters that the guide links with this one; those linked with the cooperative centre bring its finance body along. */
const linksOf = (library: Library, plan: PlanNumber): { plans: PlanNumber[]; anchors: string[] } => {
  const direct = linkedWith(library, plan);
  const around =
    direct.some((link) => link.plan === 6) && plan !== 7
      ? linkedWith(library, 6).filter((link) => link.plan === 7)
      : [];
  const links = [...direct, ...around].sort((a, b) => (plan === 9 ? 0 : a.plan - b.plan)).slice(0, MOST_LINKS);
  return { plans: links.map((link) => link.plan), anchors: [...new Set(links.flatMap(({ anchors }) => anchors))] };
};

const tell = (library: Library, edition: Edition, { plans, phase }: Recommendation): AnswerLine[] => {
  const say = texts[edition.language];
  const [first, second] = plans;
  if (!first) return [];
  const { plan } = first;
  const reason = reasonOf(edition, plan, phase);
  const [sentence] = reason.statements;
  const words = first.reasons;
  const links = linksOf(library, plan);
  const names = links.plans.map((linked) => edition.plans[linked].name).join(', ');
  return [
    ownWords(
      say('recommended', {
        plan: edition.plans[plan].name,
        words: words.length > 0 ? quoted(edition.language, words) : 'none',
      }),
    ),
    { text: sentence?.text ?? '', passages: [reason] },
    phase === null
      ? ownWords(say('phaseOpen'))
      : { text: say('phaseTold', { phase, name: phaseName(edition, phase) }), passages: [reason] },
    ...(links.plans.length > 0
      ? [
          {
            text: say('linked', { names }),
            passages: passagesBehind(edition, { text: '', anchors: links.anchors }).slice(0, 2),
          },
        ]
      : []),
    ...(second && second.score >= WORTH_A_WORD
      ? [ownWords(say('wouldChange', { plan: edition.plans[second.plan].name }))]
      : []),
  ];
};

/** Words that everybody says of themselves, folded: they led there too, and tell nobody why. */
const SMALL = new Set(
  (
    'siamo sono abbiamo gia noi nostro nostra che con una uno dei del della delle gli per non due tre qui vorremmo vogliamo ' +
    'nous sommes avons deja notre une des les pour dans sur est suis qui deux trois voudrait voudrions ' +
    'are were have had our the two three held and for with here just want would already now ready six four five people time ' +
    'dobbiamo basta adesso ora fare fatto cosa tutti tutto anche solo nel nella alla dal sul qua quattro cinque sei ' +
    'depuis ici maintenant faire fait tout tous veut cherche six cinq quatre aux dans par plus'
  ).split(' '),
);
const tells = (word: string): boolean => wordsOf(word).some((part) => part.length > 2 && !SMALL.has(part));

/** A name with a capital that is no promoter's: a place, a person. It led there by chance. */
const isOwnName = (word: string): boolean =>
  /^\p{Lu}\p{Ll}/u.test(word) && word !== 'Pro Loco' && promotersIn(wordsOf(word).join(' ')).length === 0;

/** The words that are told as reasons; a Pro Loco is not quoted in halves. */
const reasonsIn = (words: readonly string[]): string[] => {
  const isHalf = (word: string) => /^(?:pro|loco)$/i.test(word);
  const isNamed = words.filter(isHalf).length === 2;
  const whole = isNamed ? ['Pro Loco', ...words.filter((word) => !isHalf(word))] : words;
  return whole.filter((word) => tells(word) && !isOwnName(word)).slice(0, MOST_WORDS);
};

/** What follows from how likely each plan is and from the phase: clear enough to recommend, or to be asked. */
export const conclude = (
  { library, thresholds }: Pick<AssistantParts, 'library' | 'thresholds'>,
  edition: Edition,
  plans: Situation['plans'],
  phase: Phase | null,
): Told => {
  const recommendation: Recommendation = {
    outcome: isClear(plans, thresholds) ? 'recommended' : 'ask',
    plans: plans.slice(0, MOST_PLANS).map(({ where, probability, words }) => ({
      plan: where,
      score: Number(probability.toFixed(4)),
      reasons: reasonsIn(words),
      anchors: anchorsOf(reasonOf(edition, where, phase).statements.slice(0, 1)),
    })),
    phase,
  };
  const unclear = [ownWords(texts[edition.language]('situationUnclear'))];
  return { recommendation, lines: recommendation.outcome === 'ask' ? unclear : tell(library, edition, recommendation) };
};

/** Who a folded line says that its writers are: a promoter by name ("we are a cooperative"), or a handful of people, who are citizens. */
const toldOutright = (line: string): PlanNumber | undefined => {
  const mentions = promotersIn(line);
  if (mentions.length === 0) return countsThemselves(line) ? 9 : undefined;
  return mentions.find((mention) => isOfThemselves(line, mention))?.plan;
};

/** What is told outright comes first, unless the words plainly say otherwise. */
const withTold = (plans: Situation['plans'], plan: PlanNumber | undefined): Situation['plans'] => {
  const [first] = plans;
  const told = plans.find(({ where }) => where === plan);
  if (!first || !told || first.probability >= PLAINLY) return plans;
  const others = plans.filter((one) => one !== told);
  return [
    { ...told, probability: PLAINLY },
    ...others.map((one) => ({ ...one, probability: one.probability * (1 - PLAINLY) })),
  ];
};

/** Recommends a plan and a phase to a group, from its own words. */
export const recommend = async (parts: AssistantParts, text: string, language: Language): Promise<Told> => {
  const line = wordsOf(text).join(' ');
  const told = await parts.retriever.situate({ text, language });
  const plans = withTold(told.plans, toldOutright(line));
  const now = partNow(line);
  const { phases } = now === undefined ? told : await parts.retriever.situate({ text: now, language });
  const [likeliest] = phases;
  // "We are the council" tells who, not how far.
  const tellsMore = wordsOf(text).length >= ENOUGH_FOR_A_PHASE;
  const phase = isOnlyIdea(line)
    ? 1
    : tellsMore && likeliest && likeliest.probability >= parts.thresholds.phase
      ? likeliest.where
      : null;
  return conclude(parts, parts.library[language], plans, phase);
};
