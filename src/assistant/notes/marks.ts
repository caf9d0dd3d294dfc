import type { Language } from '../../domain/language.ts';
import { wordsOf } from '../../language/fold.ts';
import { stemOf } from '../../language/stems.ts';
import { numeralOf } from '../hear/numerals.ts';
import { type Concept, type Lexicon, lexiconOf } from './lexicon/lexicon.ts';

/** One thing that a text speaks of: what it may stand for in any language, and, where it is a single word, that word. */
export type Mark = {
  readonly concepts: ReadonlySet<string>;
  readonly word: string | null;
  readonly stem: string | null;
  readonly weight: number;
};

/** What tells one question from another, in any language. */
export type Marks = {
  readonly language: Language;
  readonly marks: readonly Mark[];
  /** Names of places, people and bodies, folded; `places` of them stand where a place is told ("a Valverde"). */
  readonly names: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
  /** What kind of answer is wanted: how much, when, who … */
  readonly wants: ReadonlySet<string>;
  /** Every word, folded. */
  readonly words: ReadonlySet<string>;
};

type Token = { readonly word: string; readonly stem: string; readonly isName: boolean };

const LONGEST_PHRASE = 5;
/** A question word that stands later in a clause joins clauses and asks nothing. */
const ASKS_WITHIN = 6;
const CLAUSE_ENDS = /[?!.;,:…]+(?=\s|$)/u;
/** What `masked` put in the place of something. */
const MASK = /\[[\p{L}-]+\]/gu;
const BEFORE_PLACES = new Set(
  'a ad in di da presso vicino per au en de d chez sur vers at from near of to around'.split(' '),
);
const WITHOUT = new Set(['senza', 'sans', 'without']);

/** A capital letter inside a clause tells a name; not where all is written in capitals. */
const tokensOf = (clause: string, language: Language): Token[] => {
  const inside = /(?<=[\p{L}\p{N}][^\p{L}\p{N}]+)\p{Lu}[\p{L}'’-]*/gu;
  const capitals = /\p{Ll}/u.test(clause) ? [...clause.matchAll(inside)].flatMap(([word]) => wordsOf(word)) : [];
  return wordsOf(clause).map((word) => ({ word, stem: stemOf(word, language), isName: capitals.includes(word) }));
};

/** The longest phrase that begins at a token and is known. */
const phraseAt = <Value>(
  phrases: ReadonlyMap<string, readonly Value[]>,
  tokens: readonly Token[],
  at: number,
): { readonly found: readonly Value[]; readonly length: number } | undefined => {
  for (let length = Math.min(LONGEST_PHRASE, tokens.length - at); length > 0; length--) {
    const stems = tokens.slice(at, at + length).map(({ stem }) => stem);
    const found = phrases.get(stems.join(' '));
    if (found) return { found, length };
  }
  return undefined;
};

/** What kinds of answer a clause asks for, and the words that say so. */
const wantsIn = ({ wants }: Lexicon, tokens: readonly Token[]) => {
  const wanted: string[] = [];
  const asking = new Set<Token>();
  for (let at = 0; at < Math.min(ASKS_WITHIN, tokens.length); ) {
    const phrase = phraseAt(wants, tokens, at);
    wanted.push(...(phrase?.found ?? []));
    for (const token of phrase ? tokens.slice(at, at + phrase.length) : []) asking.add(token);
    at += phrase?.length ?? 1;
  }
  return { wanted, asking };
};

/** The words of a phrase that say what it is; what follows a small word only tells more of it ("revisore dei conti"). */
const coreOf = ({ small }: Lexicon, tokens: readonly Token[]): readonly Token[] => {
  const end = tokens.findIndex(({ word }, at) => at > 0 && small.has(word));
  return end === -1 ? tokens : tokens.slice(0, end);
};

/** The mark of a phrase: what it stands for, and what its words stand for by themselves. */
const markOf = (lexicon: Lexicon, found: readonly Concept[], tokens: readonly Token[]): Mark => {
  const weight = Math.max(...found.map((one) => one.weight));
  const alone = coreOf(lexicon, tokens).flatMap(({ stem }) => lexicon.concepts.get(stem) ?? []);
  const [first] = tokens.length === 1 ? tokens : [];
  return {
    concepts: new Set([...found, ...alone.filter((one) => one.weight === weight)].map(({ id }) => id)),
    word: first?.word ?? null,
    stem: first?.stem ?? null,
    weight,
  };
};

/** "Without a notary" speaks of another thing than "a notary". */
const without = ({ concepts, stem, weight }: Mark): Mark => ({
  concepts: new Set([`without ${stem ?? [...concepts].join(' ')}`]),
  word: null,
  stem: null,
  weight,
});

/** Reads what a text speaks of. */
export const marksOf = (text: string, language: Language): Marks => {
  const lexicon = lexiconOf(language);
  const plain = text.replace(MASK, ' ');
  const marks = new Map<string, Mark>();
  const sets = { names: new Set<string>(), places: new Set<string>(), wants: new Set<string>() };
  const numbers = new Set<number>();
  for (const clause of plain.split(CLAUSE_ENDS)) {
    const tokens = tokensOf(clause, language);
    const { wanted, asking } = wantsIn(lexicon, tokens);
    for (const want of wanted) sets.wants.add(want);
    let lacks = false;
    const add = (mark: Mark): void => {
      const told = lacks ? without(mark) : mark;
      marks.set([...told.concepts].join(' ') || `word ${told.stem}`, told);
      lacks = false;
    };
    for (let at = 0; at < tokens.length; ) {
      const token = tokens[at]!;
      const phrase = phraseAt(lexicon.concepts, tokens, at);
      const digits = /^\d+$/.test(token.word) ? Number(token.word) : undefined;
      const number = digits ?? (lexicon.small.has(token.word) ? undefined : numeralOf(token.word)?.value);
      if (phrase) add(markOf(lexicon, phrase.found, tokens.slice(at, at + phrase.length)));
      else if (number !== undefined) numbers.add(number);
      else if (WITHOUT.has(token.word)) lacks = true;
      else if (!lexicon.small.has(token.word)) {
        if (token.isName) sets.names.add(token.word);
        if (token.isName && BEFORE_PLACES.has(tokens[at - 1]?.word ?? '')) sets.places.add(token.word);
        if (!asking.has(token)) add({ concepts: new Set(), word: token.word, stem: token.stem, weight: 1 });
      }
      at += phrase?.length ?? 1;
    }
  }
  return { language, marks: [...marks.values()], numbers, ...sets, words: new Set(wordsOf(plain)) };
};
