import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createExtractiveAnswerer } from './answerers/extractive.ts';
import { type Assistant, createAssistant } from './assistant/assistant.ts';
import { fitThresholds } from './assistant/fit-thresholds.ts';
import { linkingWords } from './assistant/texts/linking-words.ts';
import type { Config } from './config.ts';
import type { BankQuestion } from './domain/bank.ts';
import { LANGUAGES, type Language } from './domain/language.ts';
import { createLocalEmbedder } from './embedders/local.ts';
import { loadBank } from './knowledge/bank.ts';
import { hashKnowledge } from './knowledge/hash.ts';
import { loadLibrary } from './knowledge/library.ts';
import { createIdentify, type Identify } from './language/identify.ts';
import type { Log } from './log.ts';
import type { Retriever } from './retriever.ts';
import { fitStack, type Judgement, judge, weighHeldOut } from './retrievers/local/fit-stack.ts';
import { holdOutHands } from './retrievers/local/held-out.ts';
import type { IndexEvent } from './retrievers/local/index-event.ts';
import { openLanguageModel } from './retrievers/local/language-model.ts';
import { createLocalRetriever, type LocalRetriever } from './retrievers/local/local-retriever.ts';
import { THRESHOLDS, writeStackWeights } from './retrievers/local/stack-weights.ts';
import { loadHnswlib } from './retrievers/vectors/hnswlib.ts';

/** The parts that the commands use. */
export type App = {
  readonly assistant: Assistant;
  readonly retriever: Retriever;
  /** Opens the indexes, or builds them; `anew` builds them whatever is there. False when one could not be written and is kept in memory. */
  prepare(anew?: boolean): Promise<boolean>;
  /**
   * The assistant as it would be if its search had learned from a part of the bank only, in memory; the stack's weights and the
   * model of the languages stay those of the whole bank.
   */
  learnedFrom(choose: (bank: readonly BankQuestion[]) => readonly BankQuestion[]): Assistant;
  /** Fits the stack's weights and the thresholds to the bank and writes them; yields how well hands left out are understood. */
  fit(): AsyncIterable<{ language: Language; questions: number; figures: Judgement }>;
};

/** What a situation tells that leaves plan and phase open. */
const NOWHERE = { plan: null, phase: null };

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { it: 'Italian', fr: 'French', en: 'English' };

const tell =
  (log: Log) =>
  (event: IndexEvent): void => {
    const language = event.language === null ? 'languages' : LANGUAGE_NAMES[event.language];
    if (event.kind === 'building') log.info(`building the ${language} index (${event.because}) …`);
    if (event.kind === 'built') log.info(`built the ${language} index in ${(event.milliseconds / 1000).toFixed(1)} s`);
    if (event.kind === 'kept-in-memory') {
      log.warn(
        `the index (${language}) could not be written (${event.because}); it is kept in memory and built again at the next start. Make DATA_DIR writable.`,
      );
    }
  };

/** Ties the parts together: the local embedder, retriever and answerer. */
export const createApp = async (config: Config, log: Log): Promise<App> => {
  const library = loadLibrary(config.knowledgeFolder);
  const hnswlib = await loadHnswlib();
  if (!hnswlib)
    log.info(
      'hnswlib-node is not built here: vectors are searched by the exact scan (npm ci builds it where make and a C++ compiler are)',
    );
  let bank: ReturnType<typeof loadBank> | undefined;
  let allWritten = true;
  const parts = {
    library,
    bank: () => {
      bank ??= loadBank(config.knowledgeFolder);
      return bank;
    },
    corpus: hashKnowledge(config.knowledgeFolder, createHash('sha256')),
    embedder: createLocalEmbedder(),
    hnswlib,
    folder: join(config.dataFolder, 'index'),
    onEvent: (event: IndexEvent) => {
      if (event.kind === 'kept-in-memory') allWritten = false;
      tell(log)(event);
    },
  };
  const retriever: LocalRetriever = createLocalRetriever(parts);
  let opened: Identify | undefined;
  const identify: Identify = (text, usual) => {
    opened ??= createIdentify(openLanguageModel(parts));
    return opened(text, usual);
  };
  const answerer = createExtractiveAnswerer(library, linkingWords);
  const assistantOver = (searched: Retriever): Assistant =>
    createAssistant({
      library,
      retriever: searched,
      answerer,
      identify,
      operator: config.operator,
      thresholds: THRESHOLDS,
    });
  return {
    retriever,
    assistant: assistantOver(retriever),
    learnedFrom: (choose) =>
      assistantOver(
        createLocalRetriever({ ...parts, bank: () => choose(parts.bank()), folder: null, onEvent: () => {} }),
      ),
    prepare: async (anew = false) => {
      if (anew || !opened) opened = createIdentify(openLanguageModel(parts, anew));
      for (const language of LANGUAGES) await retriever.prepare(language, anew);
      return allWritten;
    },
    fit: async function* () {
      const held = [];
      for (const language of LANGUAGES)
        held.push({
          language,
          questions: await holdOutHands(library[language], parts.bank(), parts.embedder, hnswlib),
        });
      const all = held.flatMap(({ questions }) => questions);
      const weights = fitStack(all);
      const messages = all.map((one) => ({
        text: one.question.text,
        right: one.question.meanings,
        meanings: weighHeldOut(weights, one),
      }));
      const situations = all.flatMap(({ question, situation }) =>
        situation ? [{ told: question.situation ?? NOWHERE, heard: situation }] : [],
      );
      writeStackWeights(weights, fitThresholds(messages, situations, THRESHOLDS));
      for (const { language, questions } of held)
        yield { language, questions: questions.length, figures: judge(questions, weights) };
    },
  };
};
