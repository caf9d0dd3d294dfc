import type { Edition } from '../domain/library.ts';
import { isSection, placeOf, type SectionId } from '../domain/meaning.ts';
import { type Passage, textOf } from '../domain/passage.ts';
import type { Phase } from '../domain/plan.ts';
import { wordsOf } from '../language/fold.ts';
import { answerSection } from './answer-section.ts';
import { type Answered, compose, MOST_CHARACTERS, ownWords } from './compose.ts';
import { facetOf, isBareFacet } from './facet.ts';
import { promotersIn } from './hear/promoters.ts';
import { texts } from './texts/texts.ts';
import type { Turn } from './turn.ts';

const MORE =
  /^(?:(?:dimmi |dis m en |tell me |dites m en |e |et |and )?(?:ancora|altro|di piu|continua|avanti|encore|plus|davantage|la suite|continuez|more|go on|continue)(?: please| grazie| merci| s il vous plait)?)$/;
const AND_THEN =
  /^(?:e |et |and |ok |si |oui |yes )*(?:poi|dopo|e dopo|apres|ensuite|puis|la suite|then|after that|next|what next|what then|quoi apres|e quindi|dopodiche)(?: che si fa| on fait quoi| che succede| what)?$/;

const STEP =
  /\b(?:punto|passo|numero|point|etape|step|number|n)\s+(\d)\b|\b(?:spieg|expliqu|explain|dettagl|detail)\w*\b.*\b(\d)\b/;
const AGAIN =
  /\b(?:ripet\w*|(?:non|nn)(?: l)? (?:h?o )?capi\w*|repeat|say (?:that|it) again|(?:don|didn) t (?:get|understand)|pas (?:tout )?compris|comprends pas|repet\w*|reformul\w*)\b/;

const SHORTER =
  /\b(?:(?:troppo|tropp[oe]) lung[oahie]+|piu (?:cort[oa]|breve|in breve)|in (?:due|poche) parole|in breve|riassum\w*|trop longue?s?|plus (?:court|bref)s?|en (?:deux|quelques) mots|en bref|resum\w*|too long|shorter|in (?:two|a few|short) words?|in short|briefly|tl ?dr|sum (?:it|that) up)\b/;
/** A question that asks for less words of the answer, and for nothing else. */
const MOST_TO_SHORTEN = 8;

/** The step of the last section that a message asks for by its number. */
const stepAsked = (edition: Edition, section: SectionId, words: string): Passage | undefined => {
  const [, named, explained] = STEP.exec(words) ?? [];
  const steps = edition.passages.filter((passage) => passage.section === section && passage.kind === 'step');
  return steps[Number(named ?? explained) - 1];
};

/** The section that comes after this one: the plan's next phase, or the next phase in the general part. */
const nextSection = (section: SectionId): SectionId | null => {
  const { plan, phase } = placeOf(section);
  if (plan !== null) return phase === 4 ? null : (`${plan}.${((phase ?? 0) + 1) as Phase}` as const);
  const [, general] = /^process\.phase-(\d)$/.exec(section) ?? [];
  if (general === undefined) return section === 'process.phases' ? 'process.phase-1' : null;
  return general === '4' ? null : `process.phase-${Number(general) + 1}`;
};

const tellMore = (edition: Edition, section: SectionId, rest: readonly string[]): Answered => {
  const say = texts[edition.language];
  const waiting = rest.flatMap((id) => edition.passages.filter((passage) => passage.id === id));
  const lines = [];
  let length = 0;
  for (const passage of waiting) {
    const text = textOf(passage);
    if (lines.length > 0 && length + text.length > MOST_CHARACTERS - 160) break;
    lines.push({ text, passages: [passage] });
    length += text.length;
  }
  const answer = compose(
    edition,
    lines.length > 0 ? 'answered' : 'small_talk',
    lines.length > 0 ? lines : [ownWords(say('nothingMore'))],
  );
  return { answer, last: { section, rest: rest.slice(lines.length) }, offered: [] };
};

/** "And the GAL?": a promoter, and what was asked of another. */
const AND =
  /^(?:e|et|and|ma|mais|but|invece|quanto a|what about|how about)(?: (?:il|lo|la|l|i|gli|le|les|un|una|une|the|a|per|pour|for|con|avec|with|da|dal|dalla|de|du|from|quant|au|aux|alla|al))* /;
const MOST_ELLIPTIC = 5;

/** A promoter beside the question asked last is asked the same. */
const answerElliptic = async (turn: Turn, words: string): Promise<Answered | undefined> => {
  const { asked, last } = turn.conversation;
  const [and] = AND.exec(`${words} `) ?? [];
  const [mention] = promotersIn(words);
  const isNamed = mention !== undefined && and !== undefined && mention.from === and.length;
  if (!isNamed || !asked || !last || words.split(' ').length > MOST_ELLIPTIC) return undefined;
  // A place that was told is kept by the search itself.
  if (placeOf(last.section).plan !== null) return undefined;
  const { language, parts } = turn;
  const named = { plan: mention.plan, phase: null };
  const findings = await parts.retriever.retrieve({ text: asked.question, language, named });
  const own = findings.meanings.find(({ meaning }) => isSection(meaning) && placeOf(meaning).plan === mention.plan);
  return own && isSection(own.meaning)
    ? answerSection({ ...turn, text: asked.question }, findings, own.meaning)
    : undefined;
};

/** The passage that was told first in the answer given last, as far as it is of the section spoken of. */
const toldLast = ({ parts, language, conversation: { asked, last } }: Turn): Passage | undefined => {
  const own = parts.library[language].passages.filter(
    ({ section, kind }) => section === last?.section && kind !== 'role',
  );
  return own.find(({ id }) => id === asked?.citations[0]?.passage) ?? own[0];
};

/** Answers "more", "and then?", "why?", "who?", "how?", "shorter" from the last exchange; undefined when the message is none of these. */
export const followUp = async (turn: Turn): Promise<Answered | undefined> => {
  const followed = await answerFollowUp(turn);
  const before = turn.conversation.asked?.question;
  // Whoever reads the question later needs the one that was followed up.
  return followed && before !== undefined ? { ...followed, question: before } : followed;
};

const answerFollowUp = async (turn: Turn): Promise<Answered | undefined> => {
  const { last, language } = turn.conversation;
  if (!last) return undefined;
  const words = wordsOf(turn.text).join(' ');
  const own = { ...turn, language };
  const edition = turn.parts.library[language];
  const step = stepAsked(edition, last.section, words);
  if (step) {
    const answer = compose(edition, 'answered', [{ text: textOf(step), passages: [step] }]);
    return { answer, last: { ...last, rest: last.rest.filter((id) => id !== step.id) }, offered: [] };
  }
  const shortens = SHORTER.test(words) && words.split(' ').length <= MOST_TO_SHORTEN;
  if (AGAIN.test(words) || shortens) {
    const first = toldLast(own);
    const shorter =
      first?.statements
        .slice(0, shortens ? 1 : 2)
        .map(({ text }) => text)
        .join(' ') ?? '';
    return {
      answer: compose(edition, 'answered', first ? [{ text: shorter, passages: [first] }] : []),
      last,
      offered: [],
    };
  }
  if (MORE.test(words)) return tellMore(edition, last.section, last.rest);
  if (AND_THEN.test(words)) {
    const next = nextSection(last.section);
    if (next === null && placeOf(last.section).phase === 4) {
      return { answer: compose(edition, 'small_talk', [ownWords(texts[language]('endOfPhases'))]), last, offered: [] };
    }
    if (next === null) return tellMore(edition, last.section, last.rest);
    const findings = await turn.parts.retriever.retrieve({ text: turn.text, language });
    return answerSection({ ...own, text: '' }, findings, next, 'about');
  }
  const elliptic = await answerElliptic(turn, words);
  if (elliptic) return elliptic;
  const asked = isBareFacet(turn.text, language) ? language : turn.language;
  if (!isBareFacet(turn.text, asked)) return undefined;
  const findings = await turn.parts.retriever.retrieve({ text: turn.text, language });
  return answerSection({ ...own, text: '' }, findings, last.section, facetOf(turn.text, asked));
};
