import { familyOf, isSection, type Meaning, type SectionId, type TalkId, type UnknownId } from '../domain/meaning.ts';
import { wordsOf } from '../language/fold.ts';
import type { Findings } from '../retriever.ts';

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

type Kind = 'section' | 'unknown' | 'talk' | 'on-the-way';

const kindOf = (meaning: Meaning): Kind => {
  const family = familyOf(meaning);
  if (family === 'unknown') return 'unknown';
  if (family === 'talk') return ON_THE_WAY.has(meaning) ? 'on-the-way' : 'talk';
  return 'section';
};

/**
 * What each kind's share of the probability counts. A question that the guide answers must not be turned away for nothing, and
 * one that is asked with a question mark is seldom a report of where a group stands. Judged on hands left out: three in a hundred
 * answerable questions are turned away, against four when all count the same.
 */
const COUNTS = { section: 1, unknown: 0.7, talk: 0.9, 'on-the-way': 1 } as const;
/** … least of all a story that ends in a question. */
const ASKED_ON_THE_WAY = 0.5;
const ASKED_STORY = 0.2;
/** Who says "we are …" and asks nothing tells where they stand. */
const TOLD_OF_THEMSELVES = 3;
const OF_THEMSELVES =
  /\b(?:siamo|sono|sn|faccio parte|facciamo parte|noi della|noi del|we are|we re|were a|i am|i m|im|nous sommes|on est|je suis|chui|jsuis)\b/;

/** True when a message says who speaks: "siamo la Pro Loco", "I'm the mayor". */
export const tellsWho = (text: string): boolean => OF_THEMSELVES.test(wordsOf(text).join(' '));

const FOR_US =
  /\b(?:(?:piano|strada|via|percorso|plan|chemin|voie|road|path|way)\b.*\b(?:per noi|ci conviene|nostro caso|pour nous|nous convient|notre cas|for us|our case|suits us|should we choose)|(?:per noi|pour nous|for us)\b.*\b(?:piano|plan))\b/;

/** True when a message asks which plan fits those who speak: "which plan is right for us?". */
export const asksForUs = (text: string): boolean => FOR_US.test(wordsOf(text).join(' '));

const CORRECTING = /^(?:no|non|ma no|mais non|anzi|veramente|in realta|en fait|actually|sorry|scusa|pardon)\b/;

/** True when a message sets right who speaks: "no, we are the town council". */
export const correctsWho = (text: string): boolean =>
  CORRECTING.test(wordsOf(text).join(' ')) && tellsWho(text) && !text.includes('?');

/** Below this share of all sections' probability the first is not sure enough to be answered when the second is near it. */
const CLEAR = 0.34;
/** The second is near the first from this ratio on. */
const NEAR = 0.7;
/** A known unknown stands out from this share of all unknowns' probability on. */
const STANDS_OUT = 0.15;

type Weighed = { readonly meaning: Meaning; readonly probability: number };

const understandSection = (sections: readonly Weighed[], share: number): Understanding => {
  const [first, second] = sections;
  if (!first || !isSection(first.meaning)) return { kind: 'unknown', unknown: null };
  const unclear = second && first.probability < CLEAR * share && second.probability > NEAR * first.probability;
  if (!unclear) return { kind: 'section', section: first.meaning };
  const near = sections.slice(0, 3).filter(({ probability }) => probability > (NEAR / 2) * first.probability);
  return { kind: 'choose', sections: near.flatMap(({ meaning }) => (isSection(meaning) ? [meaning] : [])) };
};

/** What a message is taken to mean, from all that it can mean. */
export const understand = (findings: Findings, text: string): Understanding => {
  const kinds: Record<Kind, Weighed[]> = { section: [], unknown: [], talk: [], 'on-the-way': [] };
  for (const weighed of findings.meanings) {
    if (weighed.probability >= (PLAINLY[weighed.meaning] ?? 0)) kinds[kindOf(weighed.meaning)].push(weighed);
  }
  const asked = text.includes('?');
  const askedCount = (meaning: Meaning) => (meaning === 'talk.situation' ? ASKED_STORY : ASKED_ON_THE_WAY);
  const shareOf = (kind: Kind) => kinds[kind].reduce((sum, { probability }) => sum + probability, 0);
  const countOf = (kind: Kind) =>
    kind === 'on-the-way' && asked
      ? kinds[kind].reduce((sum, { meaning, probability }) => sum + probability * askedCount(meaning), 0)
      : shareOf(kind) * (kind === 'on-the-way' && tellsWho(text) ? TOLD_OF_THEMSELVES : COUNTS[kind]);
  const [kind] = (['section', 'unknown', 'talk', 'on-the-way'] as const).toSorted((a, b) => countOf(b) - countOf(a));
  const best = kinds[kind!][0];
  if (kind === 'unknown' && best) {
    const standsOut = best.probability > STANDS_OUT * shareOf('unknown');
    return { kind: 'unknown', unknown: standsOut ? (best.meaning as UnknownId) : null };
  }
  if (best && (kind === 'talk' || kind === 'on-the-way')) return { kind: 'talk', talk: best.meaning as TalkId };
  return understandSection(kinds.section, shareOf('section'));
};
