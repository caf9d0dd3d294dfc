import { familyOf, isSection, type SectionId, type TalkId, type UnknownId } from '../domain/meaning.ts';
import { wordsOf } from '../language/fold.ts';
import type { Findings } from '../retriever.ts';
import { answerComparison, answerSection, answerUnknown } from './answer-section.ts';
import { answerSeveral, understandParts } from './answer-several.ts';
import { beginAsking } from './asking.ts';
import { tellCentres } from './centres.ts';
import { comparedIn } from './comparison.ts';
import { type Answered, compose, ownWords } from './compose.ts';
import { speaksFiguratively } from './danger.ts';
import { definedIn } from './defined.ts';
import { isOnlyIdea } from './hear/part-now.ts';
import { listen } from './hear/said.ts';
import { comfort } from './meet-danger.ts';
import { nearestSections, offer } from './offer.ts';
import { questionBehindStory, questionsIn, withQuestion } from './parts.ts';
import { rank } from './rank.ts';
import { recommend } from './recommend.ts';
import { replyTo, saidOutright } from './talk.ts';
import { texts } from './texts/texts.ts';
import { topicOf } from './topic.ts';
import { queryOf, type Turn } from './turn.ts';
import { asksForUs, correctsWho, tellsOnlyWho, tellsWho, type Understanding, understand } from './understand.ts';

const answerTalk = (turn: Turn, findings: Findings, talk: TalkId): Answered => {
  if (talk === 'talk.distress') return comfort(turn, 'despair');
  const edition = turn.parts.library[turn.language];
  const [outcome, name] = replyTo(talk);
  const { name: operator, contact } = turn.parts.operator;
  const say = texts[turn.language];
  const { centres } = turn.parts;
  const calls = talk === 'talk.person' ? tellCentres(centres, turn.text, turn.language) : null;
  const text =
    calls !== null
      ? `${say('personHere')}\n${calls}`
      : say(name, { operator: operator ?? 'none', contact: contact ?? 'none' });
  return { answer: compose(edition, outcome, [ownWords(text)], rank(edition, findings)), last: null, offered: [] };
};

/** A section is asked for where it has this share of what all sections have. */
const CLEARLY_FIRST = 0.3;
const LEAST = 0.02;

/** Talk is taken for what it is from this probability on; what is less plain may well be of the guide. */
const PLAIN_TALK = 0.45;
/** Who tells so plainly of their village and of what they want is asked for the rest; other troubles are met with what may help. */
const PLAIN_STORY = 0.7;

/** Talk that wants to know which plan fits, or tells it. */
const RECOMMENDS: ReadonlySet<TalkId> = new Set(['talk.situation', 'talk.recommend', 'talk.change-plan']);

/** What is told or asked of the list, and means nothing where there is none. */
const isReport = (talk: TalkId): boolean => replyTo(talk)[1] === 'tracking';

/** True where any clause of a message asks. */
const asksAnywhere = ({ text, language }: Turn): boolean => {
  const { asks, clauses } = listen(text, language);
  return asks || clauses.some((clause) => listen(clause, language).asks);
};

const probabilityOf = ({ meanings }: Findings, talk: TalkId): number =>
  meanings.find(({ meaning }) => meaning === talk)?.probability ?? 0;

/** What a story asks for, or tells of why villages begin, where the guide has it; undefined where it does neither. */
const answerInStory = async (turn: Turn, findings: Findings): Promise<Answered | undefined> => {
  const sections = findings.meanings.filter(({ meaning }) => isSection(meaning));
  const all = sections.reduce((sum, { probability }) => sum + probability, 0);
  const [first] = sections;
  const asks = asksAnywhere(turn);
  const isFirst = first !== undefined && first.probability >= LEAST && first.probability >= CLEARLY_FIRST * all;
  if (isFirst && isSection(first.meaning) && (asks || familyOf(first.meaning) === 'process'))
    return answerSection(turn, findings, first.meaning);
  const unknown = findings.meanings.find(({ meaning }) => familyOf(meaning) === 'unknown');
  return asks && unknown && unknown.probability >= LEAST
    ? answerUnknown(turn, findings, unknown.meaning as UnknownId)
    : undefined;
};

/** Recommends a plan from what is told; a phase that is known stays when a correction names only another promoter. */
const answerSituation = async (turn: Turn, findings: Findings, talk: TalkId): Promise<Answered> => {
  const edition = turn.parts.library[turn.language];
  const ask = (): Answered => {
    const asked = beginAsking(edition, talk === 'talk.situation');
    return { ...asked, answer: { ...asked.answer, ranked: rank(edition, findings) } };
  };
  // Who has a plan, and tells what they did and not who they are, keeps it.
  const { plan: own, phase: ownPhase } = turn.conversation.group;
  if (own !== null && talk === 'talk.situation' && !tellsWho(turn.text))
    return answerSection(turn, findings, `${own}.${ownPhase ?? 0}`);
  // "Which plan is right for us?" tells nothing of us yet.
  if (talk === 'talk.recommend' && !tellsWho(turn.text)) return ask();
  const { recommendation, lines } = await recommend(turn.parts, turn.text, turn.language);
  const answer = compose(edition, 'recommendation', lines, rank(edition, findings));
  const [first] = recommendation.plans;
  if (recommendation.outcome === 'ask' || !first) {
    // Who has a plan is not asked anew which one it is.
    if (own !== null) return answerSection(turn, findings, `${own}.${ownPhase ?? 0}`);
    const inStory = await answerInStory(turn, findings);
    if (inStory) return inStory;
    return talk === 'talk.situation' && probabilityOf(findings, talk) < PLAIN_STORY
      ? offer(turn, findings, nearestSections(findings), 'chooseHelp')
      : ask();
  }
  const phase = recommendation.phase ?? turn.conversation.group.phase;
  const section: SectionId = `${first.plan}.${phase ?? 0}`;
  const rest = phase === null ? [] : edition.plans[first.plan].phases[phase].steps.map(({ id }) => id);
  return { answer, last: { section, rest }, offered: [], group: { plan: first.plan, phase } };
};

/** "We are citizens, just an idea": who they are and how far, and no question. */
const tellsOnlyIdea = ({ text, language }: Turn): boolean =>
  tellsWho(text) && isOnlyIdea(wordsOf(text).join(' ')) && !listen(text, language).asks;

/** That it was not found, and the three sections that are nearest. */
const answerNotFound = async (turn: Turn, findings: Findings): Promise<Answered> => {
  const nearest = nearestSections(findings);
  const edition = turn.parts.library[turn.language];
  const notFound = compose(edition, 'not_covered', [ownWords(texts[turn.language]('notCovered'))]);
  const told: Answered =
    nearest.length > 0
      ? await offer(turn, findings, nearest, 'chooseNearest')
      : { answer: notFound, last: null, offered: [] };
  return { ...told, missing: [{ meaning: null, text: turn.text }] };
};

/** "Who can help us with the papers?": the topic that help is sought with, else who takes part at all. */
const answerHelpers = (turn: Turn, findings: Findings): Promise<Answered> =>
  answerSection(turn, findings, topicOf(findings) ?? 'process.actors', 'who');

const answerTalkPlainly = async (turn: Turn, findings: Findings, talk: TalkId): Promise<Answered> => {
  if (talk === 'talk.helpers') return answerHelpers(turn, findings);
  if (RECOMMENDS.has(talk)) return answerSituation(turn, findings, talk);
  return answerTalk(turn, findings, talk);
};

/** Answers what sounds like talk; where that is not plain, it may be a trouble, a report, or a question that the guide has something on. */
const answerHeardAsTalk = async (turn: Turn, findings: Findings, talk: TalkId): Promise<Answered> => {
  const probability = probabilityOf(findings, talk);
  if (isReport(talk)) {
    const answered = asksAnywhere(turn) ? await answerInStory(turn, findings) : undefined;
    if (answered) return answered;
    const hasList = turn.conversation.group.plan !== null;
    if (!hasList && probability < PLAIN_STORY) return offer(turn, findings, nearestSections(findings), 'chooseHelp');
  }
  const isPlain = RECOMMENDS.has(talk) || talk === 'talk.helpers' || probability >= PLAIN_TALK;
  return isPlain ? answerTalkPlainly(turn, findings, talk) : answerNotFound(turn, findings);
};

const withoutDistress = (findings: Findings): Findings => ({
  ...findings,
  meanings: findings.meanings.filter(({ meaning }) => meaning !== 'talk.distress'),
});

/** Understands a message by itself and answers it. */
export const answerQuestion = async (turn: Turn): Promise<Answered> => {
  const isOne = questionsIn(turn.text, turn.language).length === 1;
  const defined = isOne ? definedIn(turn.parts.library[turn.language], turn.text) : undefined;
  if (defined)
    return answerSection(turn, await turn.parts.retriever.retrieve(queryOf(turn, turn.text)), defined, 'about');
  const whole = await turn.parts.retriever.retrieve(queryOf(turn, turn.text));
  const question = questionBehindStory(turn.text);
  const heard =
    question === undefined ? whole : withQuestion(whole, await turn.parts.retriever.retrieve(queryOf(turn, question)));
  const findings = speaksFiguratively(turn.text) ? withoutDistress(heard) : heard;
  const said =
    turn.conversation.group.plan !== null && correctsWho(turn.text)
      ? 'talk.change-plan'
      : asksForUs(turn.text)
        ? 'talk.recommend'
        : tellsOnlyIdea(turn) || tellsOnlyWho(turn.text)
          ? 'talk.situation'
          : saidOutright(turn.text);
  const understanding: Understanding = said
    ? { kind: 'talk', talk: said }
    : understand(findings, turn.text, turn.parts.thresholds);
  const compared = understanding.kind === 'unknown' || tellsWho(turn.text) ? undefined : comparedIn(turn.text);
  if (compared) return answerComparison(turn, findings, compared);
  const asked = understanding.kind === 'talk' ? [] : await understandParts(turn, findings);
  if (asked.length > 1) return answerSeveral(turn, findings, asked);
  switch (understanding.kind) {
    case 'section':
      return answerSection(turn, findings, understanding.section);
    case 'choose':
      return offer(turn, findings, understanding.sections);
    case 'unknown':
      return understanding.unknown === null
        ? answerNotFound(turn, findings)
        : answerUnknown(turn, findings, understanding.unknown);
    case 'talk':
      return said === undefined
        ? answerHeardAsTalk(turn, findings, understanding.talk)
        : answerTalkPlainly(turn, findings, understanding.talk);
  }
};
