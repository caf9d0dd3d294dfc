import type { Meaning, TalkId } from '../../domain/meaning.ts';
import type { Findings } from '../../retriever.ts';

/** How probable each kind of talk is. */
export type Talk = {
  /** Of all that the message can mean. */
  of(name: string): number;
  /** Of talk alone: if it is no question to the guide, how probably it is this. */
  among(name: string): number;
};

/** A class of talk counts from this probability on … */
export const LIKELY = 0.3;
/** … from this one where nothing else speaks for it … */
export const RATHER = 0.5;
/** … and from this one where its words say it outright. */
export const HINT = 0.08;

export const talkIn = ({ meanings }: Pick<Findings, 'meanings'>): Talk => {
  const known = new Map<Meaning, number>(meanings.map(({ meaning, probability }) => [meaning, probability]));
  const of = (name: string): number => known.get(`talk.${name}` satisfies TalkId) ?? 0;
  const all = meanings.reduce(
    (sum, { meaning, probability }) => sum + (meaning.startsWith('talk.') ? probability : 0),
    1e-9,
  );
  return { of, among: (name) => of(name) / all };
};
