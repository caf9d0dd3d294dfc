import type { BankQuestion } from '../../domain/bank.ts';
import type { Language } from '../../domain/language.ts';
import type { Edition } from '../../domain/library.ts';
import { type Meaning, placeOf } from '../../domain/meaning.ts';
import { type Passage, textOf } from '../../domain/passage.ts';
import { PLAN_NUMBERS, type PlanNumber } from '../../domain/plan.ts';
import type { Embedder } from '../../embedder.ts';
import { stemFeatures } from '../../language/features.ts';
import { wordsOf } from '../../language/fold.ts';
import { type Example, fitLinearModel, type LinearModel } from '../../language/linear-model.ts';
import { createExactIndex } from '../vectors/exact.ts';
import { fillHnswlib, type loadHnswlib } from '../vectors/hnswlib.ts';
import type { StorableIndex, VectorIndex } from '../vectors/vector-index.ts';
import { type Bm25, createBm25 } from './bm25.ts';

export type Hnswlib = Awaited<ReturnType<typeof loadHnswlib>>;

/** All that one language is searched with. */
export type LanguageIndex = {
  readonly language: Language;
  /** What a message means, speaks of, and tells of those who write it (`HEADS`). */
  readonly model: LinearModel;
  /** The bank's questions and the passages, as vectors; `meanings` tells what each id stands for. */
  readonly vectors: VectorIndex;
  readonly meanings: Map<string, readonly Meaning[]>;
  readonly words: Bm25;
  /** The glossary's terms as people write them, longest first; `spaced` between two spaces, as it stands among other words. */
  readonly terms: readonly { readonly term: string; readonly spaced: string; readonly meaning: Meaning }[];
  /** How the edition calls each promoter, between two spaces. */
  readonly promoters: readonly { readonly spaced: string; readonly plan: PlanNumber }[];
  /** The passages by id: what BM25 and the vectors found. */
  readonly passages: Map<string, Passage>;
  /** The sections that have, or had, a passage. */
  readonly sections: Set<Passage['section']>;
};

/** The plan's and the phase's class of a meaning: `lead` where a plan is meant but no phase, `none` outside the plans. */
export const placeClasses = (meaning: Meaning): [plan: string, phase: string] => {
  const { plan, phase } = placeOf(meaning);
  return [String(plan ?? 'none'), String(phase ?? (plan === null ? 'none' : 'lead'))];
};

/**
 * The model's heads, in order: the meaning; the plan and the phase that a message speaks of; the plan and the phase that a group
 * tells of itself, learned from situations alone, with `NOT_TOLD` for those that leave it open.
 */
export const HEADS = { meaning: 0, plan: 1, phase: 2, toldPlan: 3, toldPhase: 4 } as const;

export const NOT_TOLD = 'none';

/** A situation teaches the plan's and the phase's model too; of what cannot be told it teaches nothing. */
const classesOf = ({ meanings, situation }: BankQuestion, at: 0 | 1): string[] => {
  if (!situation) return [...new Set(meanings.map((meaning) => placeClasses(meaning)[at]))];
  const told = at === 0 ? situation.plan : situation.phase;
  return told === null ? [] : [String(told)];
};

const toldBy = ({ meanings, situation }: BankQuestion): [plan: string[], phase: string[]] =>
  meanings[0] === 'talk.situation'
    ? [[String(situation?.plan ?? NOT_TOLD)], [String(situation?.phase ?? NOT_TOLD)]]
    : [[], []];

const exampleOf = (question: BankQuestion): Example => ({
  text: question.text,
  classes: [[...question.meanings], classesOf(question, 0), classesOf(question, 1), ...toldBy(question)],
});

/** The example situations of the edition: the plan is told; what phase, nobody wrote down. */
const situationsOf = (edition: Edition): Example[] =>
  PLAN_NUMBERS.flatMap((plan) =>
    edition.plans[plan].situations.map((text) => ({
      text,
      classes: [['talk.situation'], [String(plan)], [], [String(plan)], []],
    })),
  );

/** Learns what messages mean from the bank and the edition's example situations. */
export const fitMeanings = (edition: Edition, bank: readonly BankQuestion[]): LinearModel =>
  fitLinearModel(edition.language, [...bank.map(exampleOf), ...situationsOf(edition)]);

/** What a passage is found by: who promotes it, its heading, the words people use for it, and its text. */
const searchTextOf = (edition: Edition, passage: Passage): string => {
  const { plan } = passage.place;
  const name = plan === null ? '' : `${edition.plans[plan].name} ${edition.plans[plan].promoter}`;
  const also = passage.section.startsWith('unknown.') ? [] : (edition.also.get(passage.section as never) ?? []);
  return [name, passage.title, ...also, textOf(passage)].join('. ');
};

/** Puts a passage where words find it. */
export const addToWords = (
  index: Pick<LanguageIndex, 'words' | 'passages' | 'sections'>,
  edition: Edition,
  passage: Passage,
): string => {
  const text = searchTextOf(edition, passage);
  index.passages.set(passage.id, passage);
  index.sections.add(passage.section);
  index.words.add(passage.id, stemFeatures(text, edition.language));
  return text;
};

const termsOf = (edition: Edition): LanguageIndex['terms'] =>
  [...edition.also]
    .filter(([section]) => section.startsWith('glossary.'))
    .flatMap(([meaning, terms]) => terms.map((term) => ({ term: wordsOf(term).join(' '), meaning })))
    .map((one) => ({ ...one, spaced: ` ${one.term} ` }))
    .sort((a, b) => b.term.length - a.term.length);

/** The glossary entries that are promoters of a plan. */
const PROMOTERS: Readonly<Record<string, PlanNumber>> = {
  'glossary.anci': 3,
  'glossary.gal': 4,
  'glossary.mountain-community': 4,
  'glossary.pro-loco': 5,
  'glossary.cooperative-centre': 6,
  'glossary.ifaap': 7,
};

const promotersOf = (edition: Edition): LanguageIndex['promoters'] => [
  ...PLAN_NUMBERS.map((plan) => ({ spaced: ` ${wordsOf(edition.plans[plan].name).join(' ')} `, plan })),
  ...termsOf(edition).flatMap(({ spaced, meaning }) =>
    PROMOTERS[meaning] ? [{ spaced, plan: PROMOTERS[meaning] }] : [],
  ),
];

/** The lexical part of an index; built in milliseconds, so never stored. */
export const indexWords = (
  edition: Edition,
): Pick<LanguageIndex, 'words' | 'passages' | 'sections' | 'terms' | 'promoters'> => {
  const index = {
    words: createBm25(),
    passages: new Map<string, Passage>(),
    sections: new Set<Passage['section']>(),
    terms: termsOf(edition),
    promoters: promotersOf(edition),
  };
  for (const passage of edition.passages) addToWords(index, edition, passage);
  return index;
};

/** What is found by its vector: an id, the text, and what it stands for. */
export type VectorEntry = { readonly id: string; readonly text: string; readonly meanings: readonly Meaning[] };

/** Each question of the bank and each passage. */
export const vectorEntries = (edition: Edition, bank: readonly BankQuestion[]): VectorEntry[] => [
  ...bank.map(({ text, meanings }, at) => ({ id: `bank:${at}`, text, meanings })),
  ...edition.passages.map((passage) => ({
    id: passage.id,
    text: searchTextOf(edition, passage),
    meanings: [passage.section],
  })),
];

/** Puts vectors under their ids into an index: native where hnswlib is built, else exact. */
export const fillVectors = (pairs: readonly (readonly [string, Float32Array])[], hnswlib: Hnswlib): StorableIndex => {
  const dimension = pairs[0]?.[1].length ?? 0;
  if (hnswlib) return fillHnswlib(hnswlib, dimension, pairs);
  const vectors = createExactIndex(dimension);
  for (const [id, vector] of pairs) vectors.add(id, vector);
  return vectors;
};

/** The dense part: a vector for each question of the bank and each passage. */
export const indexVectors = async (
  edition: Edition,
  bank: readonly BankQuestion[],
  embedder: Embedder,
  hnswlib: Hnswlib,
): Promise<{ vectors: StorableIndex; meanings: Map<string, readonly Meaning[]> }> => {
  const entries = vectorEntries(edition, bank);
  const embedded = await embedder.embed(
    entries.map(({ text }) => text),
    edition.language,
  );
  const vectors = fillVectors(
    entries.map(({ id }, at) => [id, embedded[at]!] as const),
    hnswlib,
  );
  return { vectors, meanings: new Map(entries.map((entry) => [entry.id, entry.meanings] as const)) };
};
