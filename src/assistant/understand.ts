import { familyOf, isSection, type Meaning, type SectionId, type TalkId, type UnknownId } from '../domain/meaning.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import { wordsOf } from '../language/fold.ts';
import type { Findings } from '../retriever.ts';
import { besidePromoters } from './facet.ts';

/** What a message is taken to mean. */
export type Understanding =
  | { readonly kind: 'section'; readonly section: SectionId }
  /** The guide may answer, but it is not clear which section is meant. */
  | { readonly kind: 'choose'; readonly sections: readonly SectionId[] }
  /** A known unknown; `unknown` null when no topic stands out. */
  | { readonly kind: 'unknown'; readonly unknown: UnknownId | null }
  | { readonly kind: 'talk'; readonly talk: TalkId };

/** Talk that tells or moves something on the way to the cooperative, rather than chat: who we are, what is done, what comes next. */
const ON_THE_WAY: ReadonlySet<Meaning> = new Set<TalkId>([
  'talk.situation',
  'talk.recommend',
  'talk.step-done',
  'talk.what-next',
  'talk.next-phase',
  'talk.back',
  'talk.change-plan',
]);

/** Talk that would hurt or puzzle an ordinary asker: taken for it only when it is plain. */
const PLAINLY: Readonly<Partial<Record<Meaning, number>>> = {
  'talk.distress': 0.7,
  'talk.personal-data': 0.6,
  'talk.legal-certainty': 0.4,
};

const KINDS = ['section', 'unknown', 'talk', 'onTheWay'] as const;
type Kind = (typeof KINDS)[number];

const kindOf = (meaning: Meaning): Kind => {
  const family = familyOf(meaning);
  if (family === 'unknown') return 'unknown';
  if (family === 'talk') return ON_THE_WAY.has(meaning) ? 'onTheWay' : 'talk';
  return 'section';
};

const OF_THEMSELVES =
  /\b(?:siamo|sono|sn|faccio parte|facciamo parte|noi della|noi del|we are|we re|were a|i am|i m|im|nous sommes|on est|je suis|chui|jsuis)\b/;

/** True when a message says who speaks: "siamo la Pro Loco", "I'm the mayor". */
export const tellsWho = (text: string): boolean => OF_THEMSELVES.test(wordsOf(text).join(' '));

/** Articles and the like. */
const SMALL_WORD = 3;

/** True when a message says who speaks and nothing else: "siamo la Pro Loco". */
export const tellsOnlyWho = (text: string): boolean => {
  const words = besidePromoters(text);
  const rest = wordsOf(words.join(' ').replace(OF_THEMSELVES, ' '));
  const namesOne = words.length < wordsOf(text).length;
  return namesOne && tellsWho(text) && !text.includes('?') && rest.every(({ length }) => length <= SMALL_WORD);
};

const FOR_US =
  /\b(?:(?:piano|strada|via|percorso|plan|chemin|voie|road|path|way)\b.*\b(?:per noi|ci conviene|nostro caso|pour nous|nous convient|notre cas|for us|our case|suits us|should we choose)|(?:per noi|pour nous|for us)\b.*\b(?:piano|plan))\b/;

/** True when a message asks which plan fits those who speak: "which plan is right for us?". */
export const asksForUs = (text: string): boolean => FOR_US.test(wordsOf(text).join(' '));

const CORRECTING = /^(?:no|non|ma no|mais non|anzi|veramente|in realta|en fait|actually|sorry|scusa|pardon)\b/;

/** True when a message sets right who speaks: "no, we are the town council". */
export const correctsWho = (text: string): boolean =>
  CORRECTING.test(wordsOf(text).join(' ')) && tellsWho(text) && !text.includes('?');

type Weighed = { readonly meaning: Meaning; readonly probability: number };

const understandSection = (
  sections: readonly Weighed[],
  share: number,
  { clear, near }: Pick<Thresholds, 'clear' | 'near'>,
): Understanding => {
  const [first, second] = sections;
  if (!first || !isSection(first.meaning)) return { kind: 'unknown', unknown: null };
  const unclear = second && first.probability < clear * share && second.probability > near * first.probability;
  if (!unclear) return { kind: 'section', section: first.meaning };
  const offered = sections.slice(0, 3).filter(({ probability }) => probability > (near / 2) * first.probability);
  return { kind: 'choose', sections: offered.flatMap(({ meaning }) => (isSection(meaning) ? [meaning] : [])) };
};

/** What a message is taken to mean, from all that it can mean. */
export const understand = (findings: Findings, text: string, thresholds: Thresholds): Understanding => {
  const kinds: Record<Kind, Weighed[]> = { section: [], unknown: [], talk: [], onTheWay: [] };
  for (const weighed of findings.meanings) {
    if (weighed.probability >= (PLAINLY[weighed.meaning] ?? 0)) kinds[kindOf(weighed.meaning)].push(weighed);
  }
  const { counts } = thresholds;
  const asked = text.includes('?');
  const told = !asked && tellsWho(text);
  const countOf = (kind: Kind, meaning: Meaning): number => {
    if (kind !== 'onTheWay') return counts[kind];
    if (asked) return meaning === 'talk.situation' ? counts.storyAsked : counts.onTheWayAsked;
    return told ? counts.toldOfThemselves : counts.onTheWay;
  };
  const sumOf = (kind: Kind, count: (meaning: Meaning) => number): number =>
    kinds[kind].reduce((sum, { meaning, probability }) => sum + probability * count(meaning), 0);
  const shares = KINDS.map((kind) => ({ kind, share: sumOf(kind, (meaning) => countOf(kind, meaning)) }));
  const { kind } = shares.reduce((best, one) => (one.share > best.share ? one : best));
  const [best] = kinds[kind];
  if (kind === 'unknown' && best) {
    const standsOut = best.probability > thresholds.standsOut * sumOf('unknown', () => 1);
    return { kind: 'unknown', unknown: standsOut ? (best.meaning as UnknownId) : null };
  }
  if (best && (kind === 'talk' || kind === 'onTheWay')) return { kind: 'talk', talk: best.meaning as TalkId };
  return understandSection(
    kinds.section,
    sumOf('section', () => 1),
    thresholds,
  );
};
