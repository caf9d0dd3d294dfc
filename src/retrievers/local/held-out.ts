import type { BankQuestion } from '../../domain/bank.ts';
import type { Edition } from '../../domain/library.ts';
import type { Meaning } from '../../domain/meaning.ts';
import type { Embedder } from '../../embedder.ts';
import type { Situation } from '../../retriever.ts';
import { gatherEvidence, priorOf, type Signals } from './evidence.ts';
import { fitMeanings, type Hnswlib, indexVectors, indexWords, type LanguageIndex } from './language-index.ts';
import { nearestTo } from './nearest.ts';
import { situateBy } from './situate.ts';
import { type StackWeights, scoreOf } from './stack.ts';

/** A meaning that a question may have, and all that speaks for it. */
export type Candidate = { readonly meaning: Meaning; readonly signals: Signals; readonly prior: number };

/** A question judged by an index that never saw its writer; `situation` where it tells who they are. */
export type HeldOut = {
  readonly question: BankQuestion;
  readonly candidates: readonly Candidate[];
  readonly situation?: Situation;
};

/** Only to tell which meanings are worth keeping. */
const ROUGHLY: StackWeights = {
  signals: { meaning: 1, place: 0.3, words: 0.1, near: 2 },
  families: { plan: 0, process: 0, glossary: 0, unknown: 0, talk: 0 },
};

/** Meanings beyond the most likely thirty hardly ever win and only cost time and memory. */
const CANDIDATES = 30;

const candidatesOf = async (
  index: LanguageIndex,
  embedder: Embedder,
  question: BankQuestion,
): Promise<readonly Candidate[]> => {
  const { language, text } = question;
  const evidence = gatherEvidence(index, await nearestTo({ language, text }, embedder, index.vectors), question);
  return [...evidence.signals]
    .map(([meaning, signals]) => ({ meaning, signals, prior: priorOf(meaning, {}, evidence) }))
    .map((candidate) => ({
      candidate,
      rough: scoreOf(ROUGHLY, candidate.meaning, candidate.signals) + candidate.prior,
    }))
    .sort((a, b) => b.rough - a.rough)
    .filter(({ candidate: { meaning } }, at) => at < CANDIDATES || question.meanings.includes(meaning))
    .map(({ candidate }) => candidate);
};

/** For each hand: everything is learned from the other hands, then the hand's own questions are searched. */
export const holdOutHands = async (
  edition: Edition,
  bank: readonly BankQuestion[],
  embedder: Embedder,
  hnswlib: Hnswlib,
): Promise<HeldOut[]> => {
  const own = bank.filter(({ language }) => language === edition.language);
  const held: HeldOut[] = [];
  for (const hand of new Set(own.map((question) => question.hand))) {
    const others = own.filter((question) => question.hand !== hand);
    const index = {
      language: edition.language,
      model: fitMeanings(edition, others),
      ...(await indexVectors(edition, others, embedder, hnswlib)),
      ...indexWords(edition),
    };
    const known = new Set(others.flatMap(({ meanings }) => meanings));
    for (const question of own.filter((candidate) => candidate.hand === hand && known.has(candidate.meanings[0]))) {
      const isSituation = question.meanings[0] === 'talk.situation';
      held.push({
        question,
        candidates: await candidatesOf(index, embedder, question),
        ...(isSituation ? { situation: situateBy(index.model, question.text) } : {}),
      });
    }
  }
  return held;
};
