import type { Language } from '../../domain/language.ts';
import type { UnknownId } from '../../domain/meaning.ts';
import { wordsOf } from '../../language/fold.ts';
import type { KeptGap } from '../../store.ts';
import { alike, sharedBy } from './alike.ts';
import { type Marks, marksOf } from './marks.ts';

/** Everything that was asked for under one meaning, or in much the same words; the newest question first. */
export type GapCluster = {
  readonly meaning: UnknownId | null;
  readonly gaps: readonly [KeptGap, ...KeptGap[]];
};

/** From this share of what two questions speak of on they ask the same, unless each speaks of a thing that the other does not. */
const NEAR = 0.65;

type Growing = { readonly text: string; readonly marks: Marks; readonly gaps: [KeptGap, ...KeptGap[]] };

const plain = (text: string): string => wordsOf(text).join(' ');

/** By what a question is found among many: what it speaks of, whatever stands in nearly every question left out. */
const keysOf = ({ marks }: Marks): string[] =>
  marks
    .filter(({ weight }) => weight === 1)
    .flatMap(({ concepts, word }) => (concepts.size > 0 ? [...concepts] : [word ?? '']));

/** Questions of one language in which nothing known is asked for: those near in words to the newest of a cluster join it. */
const byWords = (gaps: readonly KeptGap[], language: Language): GapCluster[] => {
  const clusters: Growing[] = [];
  const found = new Map<string, Growing[]>();
  for (const gap of gaps) {
    const marks = marksOf(gap.text, language);
    const text = plain(gap.text);
    const keys = [text, ...keysOf(marks)];
    const candidates = new Set(keys.flatMap((key) => found.get(key) ?? []));
    const same = [...candidates].find((one) => {
      const words = one.text === text ? null : alike(marks, { question: one.marks, texts: [] });
      return one.text === text || (words !== null && words.swapped < 1 && sharedBy(words) >= NEAR);
    });
    if (same) same.gaps.push(gap);
    else {
      const cluster: Growing = { text, marks, gaps: [gap] };
      clusters.push(cluster);
      for (const key of keys) found.set(key, [...(found.get(key) ?? []), cluster]);
    }
  }
  return clusters.map((one) => ({ meaning: null, gaps: one.gaps }));
};

/** Puts questions without an answer together, most often asked first. `gaps`: the newest first. */
export const clusterGaps = (gaps: readonly KeptGap[]): GapCluster[] => {
  const unknown = Map.groupBy(gaps, ({ meaning }) => meaning);
  const clusters = [...unknown].flatMap(([meaning, [first, ...rest]]): GapCluster[] => {
    if (!first) return [];
    if (meaning !== null) return [{ meaning, gaps: [first, ...rest] }];
    const languages = Map.groupBy([first, ...rest], ({ language }) => language);
    return [...languages].flatMap(([language, asked]) => byWords(asked, language));
  });
  return clusters.sort((a, b) => b.gaps.length - a.gaps.length || b.gaps[0].at - a.gaps[0].at);
};
