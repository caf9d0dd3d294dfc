import { join } from 'node:path';
import type { BankQuestion } from '../../domain/bank.ts';
import type { Language } from '../../domain/language.ts';
import type { Edition, Library } from '../../domain/library.ts';
import type { Embedder } from '../../embedder.ts';
import type { Retriever } from '../../retriever.ts';
import { readExact } from '../vectors/exact.ts';
import { readHnswlib } from '../vectors/hnswlib.ts';
import type { VectorIndex } from '../vectors/vector-index.ts';
import { gatherEvidence } from './evidence.ts';
import { type Expected, readIndex, writeIndex } from './index-folder.ts';
import {
  addToWords,
  fitMeanings,
  type Hnswlib,
  indexVectors,
  indexWords,
  type LanguageIndex,
} from './language-index.ts';
import { nearestTo } from './nearest.ts';
import { situateBy } from './situate.ts';
import { weigh } from './stack.ts';
import { STACK_WEIGHTS } from './stack-weights.ts';

/** What happens while an index is opened or built, for those who wait. */
export type IndexEvent =
  | { readonly kind: 'building'; readonly language: Language; readonly because: string }
  | { readonly kind: 'built'; readonly language: Language; readonly milliseconds: number }
  | { readonly kind: 'kept-in-memory'; readonly language: Language | null; readonly because: string };

export type LocalRetrieverParts = {
  readonly library: Library;
  readonly bank: () => readonly BankQuestion[];
  /** Names all that the index is built from: any change of it builds anew. */
  readonly corpus: string;
  /** The embedder that is always there. */
  readonly embedder: Embedder & { readonly dimension: number };
  readonly hnswlib: Hnswlib;
  /** Where the built indexes are kept, a folder for each language; null keeps them in memory only. */
  readonly folder: string | null;
  readonly onEvent?: (event: IndexEvent) => void;
};

/** The local retriever; its indexes are opened, or built, when a language is first asked for. */
export type LocalRetriever = Retriever & {
  /** Opens or builds a language's index; `anew` builds it whatever is there. */
  prepare(language: Language, anew?: boolean): Promise<void>;
};

const openVectors = (parts: LocalRetrieverParts, file: string, ids: readonly string[]): VectorIndex =>
  parts.hnswlib
    ? readHnswlib(parts.hnswlib, file, parts.embedder.dimension, ids)
    : readExact(file, parts.embedder.dimension, ids);

/** Opens a stored index; whatever cannot be opened, another process writing it perhaps, is refused and built anew. */
const openStored = (
  parts: LocalRetrieverParts,
  folder: string,
  expected: Expected,
): Pick<LanguageIndex, 'model' | 'meanings' | 'vectors'> | { readonly refused: string } => {
  try {
    const stored = readIndex(folder, expected);
    if ('refused' in stored) return stored;
    const { model, meanings, vectorsFile } = stored;
    return { model, meanings, vectors: openVectors(parts, vectorsFile, [...meanings.keys()]) };
  } catch {
    return { refused: 'it cannot be opened' };
  }
};

const openIndex = async (parts: LocalRetrieverParts, edition: Edition, anew: boolean): Promise<LanguageIndex> => {
  const { language } = edition;
  const { embedder, hnswlib } = parts;
  const engine = hnswlib ? 'hnswlib' : 'exact';
  const expected: Expected = {
    language,
    corpus: parts.corpus,
    embedder: embedder.id,
    dimension: embedder.dimension,
    engine,
  };
  const folder = parts.folder === null ? null : join(parts.folder, language);
  const stored = anew || folder === null ? { refused: 'it was asked for' } : openStored(parts, folder, expected);
  if (!('refused' in stored)) return { language, ...stored, ...indexWords(edition) };
  parts.onEvent?.({ kind: 'building', language, because: stored.refused });
  const started = performance.now();
  const bank = parts.bank().filter((question) => question.language === language);
  const model = fitMeanings(edition, bank);
  const { vectors, meanings } = await indexVectors(edition, bank, embedder, hnswlib);
  try {
    if (folder !== null) writeIndex(folder, expected, { model, meanings, writeVectors: (file) => vectors.write(file) });
  } catch (cause) {
    // Answers matter more than a quick next start.
    parts.onEvent?.({
      kind: 'kept-in-memory',
      language,
      because: cause instanceof Error ? cause.message : String(cause),
    });
  }
  parts.onEvent?.({ kind: 'built', language, milliseconds: performance.now() - started });
  return { language, model, meanings, vectors, ...indexWords(edition) };
};

export const createLocalRetriever = (parts: LocalRetrieverParts): LocalRetriever => {
  const opened = new Map<Language, Promise<LanguageIndex>>();
  const open = (language: Language, anew = false): Promise<LanguageIndex> => {
    const known = anew ? undefined : opened.get(language);
    if (known) return known;
    const opening = openIndex(parts, parts.library[language], anew);
    opened.set(language, opening);
    return opening;
  };
  return {
    prepare: async (language, anew) => void (await open(language, anew)),
    retrieve: async (query) => {
      const index = await open(query.language);
      const neighbours = await nearestTo(query, parts.embedder, index.vectors);
      const evidence = gatherEvidence(index, neighbours, query);
      const passages = [...evidence.passages].map(([id, score]) => ({ passage: index.passages.get(id)!, score }));
      return {
        meanings: weigh(STACK_WEIGHTS, evidence, query),
        passages: passages.sort((a, b) => b.score - a.score),
      };
    },
    situate: async ({ text, language }) => situateBy((await open(language)).model, text),
    add: async (passage) => {
      const index = await open(passage.language);
      const text = addToWords(index, parts.library[passage.language], passage);
      const [vector] = await parts.embedder.embed([text], passage.language);
      if (vector) index.vectors.add(passage.id, vector);
      index.meanings.set(passage.id, [passage.section]);
    },
    remove: async (id, language) => {
      const index = await open(language);
      index.words.remove(id);
      index.vectors.remove(id);
      return index.passages.delete(id);
    },
  };
};
