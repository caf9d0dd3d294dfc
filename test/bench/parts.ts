import type { ExamQuestion } from '../../src/commands/eval-rows.ts';
import type { BankQuestion } from '../../src/domain/bank.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { createLocalEmbedder } from '../../src/embedders/local.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import { type Evidence, gatherEvidence, SIGNALS, type Signals } from '../../src/retrievers/local/evidence.ts';
import { fitStack } from '../../src/retrievers/local/fit-stack.ts';
import { type HeldOut, holdOutHands } from '../../src/retrievers/local/held-out.ts';
import { fitMeanings, indexVectors, indexWords } from '../../src/retrievers/local/language-index.ts';
import { nearestTo } from '../../src/retrievers/local/nearest.ts';
import { type StackWeights, weigh } from '../../src/retrievers/local/stack.ts';
import { STACK_WEIGHTS } from '../../src/retrievers/local/stack-weights.ts';
import { loadHnswlib } from '../../src/retrievers/vectors/hnswlib.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';
import { markdownTable, tell } from './markdown.ts';
import { HIT_COLUMNS, judgeRanker, PLACED } from './sets.ts';

type Signal = keyof Signals;

const NAMES: Readonly<Record<Signal, string>> = {
  meaning: 'the model of meanings',
  place: 'the models of plan and phase',
  words: 'the words of the passages',
  near: 'the nearest questions',
};

/** Hands are left out in so many groups, and so many of their questions looked at: nine weights need no more. */
const GROUPS = 5;
const EVERY = 5;

const bank = loadBank(knowledgeFolder);
const embedder = createLocalEmbedder();
const hnswlib = await loadHnswlib();

/** The bank with its hands gathered in a few groups, so that leaving each out once takes a minute. */
const inGroups = (): BankQuestion[] => {
  const hands = [...new Set(bank.map(({ hand }) => hand))].sort();
  return bank.map((question) => ({ ...question, hand: String(hands.indexOf(question.hand) % GROUPS) }));
};

const holdOut = async (): Promise<HeldOut[]> => {
  const grouped = inGroups();
  const held: HeldOut[] = [];
  for (const language of LANGUAGES) {
    tell(`leaving hands out, ${language}`);
    const own = await holdOutHands(library[language], grouped, embedder, hnswlib);
    held.push(...own.filter((_, at) => at % EVERY === 0));
  }
  return held;
};

/** The stack's weights when it has only these signals: fitted anew, the others at zero. */
const fitOnly = (held: readonly HeldOut[], only: readonly Signal[]): StackWeights => {
  const keep = (signals: Readonly<Record<Signal, number>>): Signals => {
    const kept = SIGNALS.map((name) => [name, only.includes(name) ? signals[name] : 0] as const);
    return Object.fromEntries(kept) as Signals;
  };
  const { signals, families } = fitStack(
    held.map((one) => ({
      ...one,
      candidates: one.candidates.map((candidate) => ({ ...candidate, signals: keep(candidate.signals) })),
    })),
  );
  return { signals: keep(signals), families };
};

/** What speaks for each meaning of each question of the two sets, gathered once from the whole bank. */
const gatherAll = async (): Promise<ReadonlyMap<ExamQuestion, Evidence>> => {
  const gathered = new Map<ExamQuestion, Evidence>();
  const questions = PLACED.flatMap((set) => set.questions);
  for (const language of LANGUAGES) {
    const edition = library[language];
    const own = bank.filter((question) => question.language === language);
    const vectors = await indexVectors(edition, own, embedder, hnswlib);
    const index = { language, model: fitMeanings(edition, own), ...vectors, ...indexWords(edition) };
    for (const question of questions.filter(({ lang }) => lang === language)) {
      const query = queryOf(question);
      gathered.set(question, gatherEvidence(index, await nearestTo(query, embedder, index.vectors), query));
    }
  }
  return gathered;
};

const queryOf = ({ text, lang }: ExamQuestion): { text: string; language: Language } => ({ text, language: lang });

const unnamed = (evidence: Evidence): Evidence => ({ ...evidence, terms: new Map(), plan: null, spoken: null });

/** What each part of the search adds: the stack with fewer signals, its weights fitted anew to hands left out. */
export const benchParts = async (): Promise<string> => {
  const held = await holdOut();
  const gathered = await gatherAll();
  const rows: string[][] = [];
  const judge = async (name: string, weights: StackWeights, see = (evidence: Evidence) => evidence): Promise<void> => {
    tell(name);
    const { hits } = await judgeRanker((question) =>
      weigh(weights, see(gathered.get(question)!), {}).map(({ meaning }) => meaning),
    );
    rows.push([name, ...hits]);
  };
  for (const [at, name] of SIGNALS.entries()) {
    const label = at === 0 ? `${NAMES[name]} alone` : `+ ${NAMES[name]}`;
    await judge(label, fitOnly(held, SIGNALS.slice(0, at + 1)));
  }
  for (const name of SIGNALS) {
    const others = SIGNALS.filter((other) => other !== name);
    await judge(`all but ${NAMES[name]}`, fitOnly(held, others));
  }
  await judge('all, with the weights of `campanile fit`', STACK_WEIGHTS);
  await judge('the same, blind to names of promoters and terms', STACK_WEIGHTS, unnamed);
  return markdownTable(['', ...HIT_COLUMNS], rows);
};
