import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createExtractiveAnswerer } from './answerers/extractive.ts';
import { apologise } from './assistant/apology.ts';
import { type Assistant, createAssistant } from './assistant/assistant.ts';
import { fitThresholds } from './assistant/fit-thresholds.ts';
import { createFormFor } from './assistant/form-for.ts';
import { isCommand } from './assistant/hear/commands.ts';
import { clusterGaps } from './assistant/notes/gap-clusters.ts';
import { createTakeTurn } from './assistant/take-turn.ts';
import { linkingWords } from './assistant/texts/linking-words.ts';
import { type State, stateOf } from './assistant/track/state.ts';
import { readCentres } from './centres/centres-file.ts';
import { createDesks } from './centres/desks.ts';
import { withDeskAt } from './centres/try-out.ts';
import type { Channel } from './channel.ts';
import { createSlack } from './channels/slack/slack.ts';
import { createTelegram } from './channels/telegram/telegram.ts';
import type { Config } from './config.ts';
import type { BankQuestion } from './domain/bank.ts';
import { LANGUAGES, type Language } from './domain/language.ts';
import type { Library } from './domain/library.ts';
import type { Address } from './domain/message.ts';
import { holding } from './domain/note.ts';
import { createLocalEmbedder } from './embedders/local.ts';
import { openOpenAIEmbedder } from './embedders/openai.ts';
import { loadBank } from './knowledge/bank.ts';
import { hashKnowledge } from './knowledge/hash.ts';
import { loadLibrary } from './knowledge/library.ts';
import { createIdentify, type Identify } from './language/identify.ts';
import type { Log } from './log.ts';
import type { Clock } from './pipeline/clock.ts';
import { keepHouse } from './pipeline/housekeeping.ts';
import { createPipeline, type Pipeline } from './pipeline/pipeline.ts';
import type { Observe } from './pipeline/points.ts';
import { wakeDesks } from './pipeline/wake-desks.ts';
import type { Retriever } from './retriever.ts';
import { fitStack, type Judgement, judge, weighHeldOut } from './retrievers/local/fit-stack.ts';
import { type HeldOut, holdOutHands } from './retrievers/local/held-out.ts';
import type { IndexEvent } from './retrievers/local/index-event.ts';
import { openLanguageModel } from './retrievers/local/language-model.ts';
import { createLocalRetriever, type LocalRetriever } from './retrievers/local/local-retriever.ts';
import { THRESHOLDS, writeStackWeights } from './retrievers/local/stack-weights.ts';
import { tellEvent } from './retrievers/local/tell-event.ts';
import { loadHnswlib } from './retrievers/vectors/hnswlib.ts';
import type { Store } from './store.ts';
import { notesBeside } from './stores/notes-beside.ts';
import { openSqliteStore } from './stores/sqlite.ts';

/** The parts that the commands use. */
export type App = {
  readonly assistant: Assistant;
  /** Everything that it may say. */
  readonly library: Library;
  readonly retriever: Retriever;
  /** Opens the indexes, or builds them; `anew` builds them whatever is there. False when one could not be written and is kept in memory. */
  prepare(anew?: boolean): Promise<boolean>;
  /** Fetches what is missing of the endpoint's vectors; true when all are there and kept, or none is configured. */
  fetchVectors(): Promise<boolean>;
  /**
   * The assistant as it would be if its search had learned from a part of the bank only, in memory; the stack's weights and the
   * model of the languages stay those of the whole bank.
   */
  learnedFrom(choose: (bank: readonly BankQuestion[]) => readonly BankQuestion[]): Assistant;
  /** Fits the stack's weights and the thresholds to the bank and writes them; yields how well hands left out are understood. */
  fit(): AsyncIterable<{ language: Language; questions: number; figures: Judgement }>;
  /** Opens what is kept of conversations: as the one worker on it, or beside that worker. */
  openStore(isWorker: boolean): Promise<Store>;
  /** Opens the way of messages through these channels, as the one worker on what is kept; fetches missing vectors behind it. */
  serve(channels: readonly Channel[], options?: ServeOptions): Promise<Service>;
  /** The channels that are configured. */
  readonly channels: readonly Channel[];
  /** A word that nobody can guess. */
  newWord(): string;
  /** Puts questions without an answer together, as the desks see them. */
  readonly clusterGaps: typeof clusterGaps;
};

export type ServeOptions = {
  /** Is told each point of a message's way. */
  readonly observe?: Observe;
  /** The time, in milliseconds since 1970; the machine's own where it is absent. */
  readonly now?: () => number;
  /** How waiting passes; the machine's own where it is absent. */
  readonly clock?: Clock;
  /** Where the default centre's desk is, whatever the centres' file says; a centre comes to be where there is none. */
  readonly desk?: Address;
};

/** The way of messages, where a conversation stands, and the end of it. */
export type Service = {
  readonly pipeline: Pipeline;
  stateOf(address: Address): Promise<State>;
  close(): Promise<void>;
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
    endpoint: config.embeddings && {
      embedder: await openOpenAIEmbedder(config.embeddings),
      folder: join(config.dataFolder, 'vectors'),
    },
    onEvent: (event: IndexEvent) => {
      if (event.kind === 'kept-in-memory') allWritten = false;
      tellEvent(log, event);
    },
  };
  const retriever: LocalRetriever = createLocalRetriever(parts);
  let opened: Identify | undefined;
  const identify: Identify = (text, usual) => {
    opened ??= createIdentify(openLanguageModel(parts));
    return opened(text, usual);
  };
  const answerer = createExtractiveAnswerer(library, parts.bank, linkingWords);
  const usualZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const centres = config.centresFile === null ? [] : readCentres(config.centresFile, usualZone);
  const assistantParts = {
    notes: async () => [],
    library,
    answerer,
    identify,
    operator: config.operator,
    centres,
    thresholds: THRESHOLDS,
  };
  const openStore = (isWorker: boolean): Promise<Store> =>
    openSqliteStore({
      dataFolder: config.dataFolder,
      keyFile: config.keyFile,
      isWorker,
      onKeyMade: () =>
        log.info(
          `a key was made. Back up two things, apart from each other: ${config.dataFolder} and ${config.keyFile}`,
        ),
    });
  const desks = createDesks(centres, log.warn);
  const { isDesk } = desks;
  const newWord = () => randomBytes(12).toString('base64url');
  const kept = notesBeside(
    config.dataFolder,
    () => openStore(false),
    (because) => log.warn(`the notes of the centres cannot be read: ${because}`),
  );
  const assistant = createAssistant({
    ...assistantParts,
    retriever,
    notes: async () => holding(await kept(), Date.now()),
  });
  return {
    retriever,
    assistant,
    library,
    openStore,
    newWord,
    clusterGaps,
    channels: [
      ...(config.telegram ? [createTelegram({ ...config.telegram, isCommand, isDesk, log })] : []),
      ...(config.slack ? [createSlack({ ...config.slack, isCommand, isDesk, log })] : []),
    ],
    serve: async (channels, { observe = () => {}, now = Date.now, clock, desk } = {}) => {
      const store = await openStore(true);
      const named = desk === undefined ? centres : withDeskAt(centres, desk, usualZone);
      await desks.begin(named, channels, store.currentAddress);
      const served = {
        ...assistantParts,
        retriever,
        get centres() {
          return desks.centres;
        },
        notes: async () => holding(await store.notes(), now()),
      };
      const serving = createAssistant(served);
      const pipeline = createPipeline({
        store,
        channels,
        takeTurn: createTakeTurn(served, serving, config.machineLanguage, now),
        apology: (conversation, incoming) => apologise(conversation, incoming, config.machineLanguage),
        formFor: createFormFor(served, serving, now),
        atStart: () => wakeDesks(desks.centres, now(), newWord),
        onMoved: desks.moved,
        newWord,
        now,
        clock,
        chance: Math.random,
        log,
        observe,
      });
      const endHousekeeping = keepHouse(store, now);
      retriever.keepFetching();
      return {
        pipeline,
        stateOf: async (address) => {
          const conversation = (await store.load(address))?.conversation ?? null;
          return stateOf(library[conversation?.language ?? config.machineLanguage], conversation);
        },
        close: async () => {
          retriever.close();
          endHousekeeping();
          await store.close();
        },
      };
    },
    learnedFrom: (choose) =>
      createAssistant({
        ...assistantParts,
        retriever: createLocalRetriever({
          ...parts,
          bank: () => choose(parts.bank()),
          folder: null,
          onEvent: () => {},
        }),
      }),
    prepare: async (anew = false) => {
      if (anew || !opened) opened = createIdentify(openLanguageModel(parts, anew));
      for (const language of LANGUAGES) await retriever.prepare(language, anew);
      return allWritten;
    },
    fetchVectors: async () => (await retriever.fetchVectors()) && allWritten,
    fit: async function* () {
      const held = new Map<Language, HeldOut[]>();
      for (const language of LANGUAGES)
        held.set(language, await holdOutHands(library[language], parts.bank(), parts.embedder, hnswlib));
      const all = [...held.values()].flat();
      const weights = fitStack(all);
      const messages = all.map((one) => ({
        text: one.question.text,
        right: one.question.meanings,
        meanings: weighHeldOut(weights, one),
      }));
      const situations = all.flatMap(({ question, situation }) =>
        situation ? [{ told: question.situation ?? { plan: null, phase: null }, heard: situation }] : [],
      );
      writeStackWeights(weights, fitThresholds(messages, situations, THRESHOLDS));
      for (const [language, questions] of held)
        yield { language, questions: questions.length, figures: judge(questions, weights) };
    },
  };
};
