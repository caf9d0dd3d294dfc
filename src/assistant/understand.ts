import { familyOf, isSection, type Meaning, type SectionId, type TalkId, type UnknownId } from '../domain/meaning.ts';
import type { Findings } from '../retriever.ts';

/** What a message is taken to mean. */
export type Understanding =
  | { readonly kind: 'section'; readonly section: SectionId }
  /** The guide may answer, but it is not clear which section is meant. */
  | { readonly kind: 'choose'; readonly sections: readonly SectionId[] }
  /** A known unknown; `unknown` null when no topic stands out. */
  | { readonly kind: 'unknown'; readonly unknown: UnknownId | null }
  | { readonly kind: 'talk'; readonly talk: TalkId };

/** How likely it is that the guide answers, that it is known not to, or that nothing is asked of it. */
type Shares = { readonly section: number; readonly unknown: number; readonly talk: number };

export const sharesOf = ({ meanings }: Findings): Shares => {
  const shares = { section: 0, unknown: 0, talk: 0 };
  for (const { meaning, probability } of meanings) {
    const family = familyOf(meaning);
    shares[family === 'unknown' || family === 'talk' ? family : 'section'] += probability;
  }
  return shares;
};

/** Below this share of all sections' probability the first is not sure enough to be answered when the second is near it. */
const CLEAR = 0.34;
/** The second is near the first from this ratio on. */
const NEAR = 0.7;
/** A known unknown stands out from this share of all unknowns' probability on. */
const STANDS_OUT = 0.25;

const understandSection = (findings: Findings, share: number): Understanding => {
  const sections = findings.meanings.flatMap(({ meaning, probability }) =>
    isSection(meaning) ? [{ section: meaning, probability }] : [],
  );
  const [first, second] = sections;
  if (!first) return { kind: 'unknown', unknown: null };
  const unclear = second && first.probability < CLEAR * share && second.probability > NEAR * first.probability;
  if (!unclear) return { kind: 'section', section: first.section };
  const near = sections.slice(0, 3).filter(({ probability }) => probability > (NEAR / 2) * first.probability);
  return { kind: 'choose', sections: near.map(({ section }) => section) };
};

const best = <Kind extends Meaning>(findings: Findings, family: 'unknown' | 'talk') =>
  findings.meanings.find(({ meaning }) => familyOf(meaning) === family) as
    | { meaning: Kind; probability: number }
    | undefined;

/** What a message is taken to mean, from all that it can mean. */
export const understand = (findings: Findings): Understanding => {
  const shares = sharesOf(findings);
  if (shares.talk > Math.max(shares.section, shares.unknown)) {
    const talk = best<TalkId>(findings, 'talk');
    if (talk) return { kind: 'talk', talk: talk.meaning };
  }
  if (shares.unknown > shares.section) {
    const unknown = best<UnknownId>(findings, 'unknown');
    return {
      kind: 'unknown',
      unknown: unknown && unknown.probability > STANDS_OUT * shares.unknown ? unknown.meaning : null,
    };
  }
  return understandSection(findings, shares.section);
};
