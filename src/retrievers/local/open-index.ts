import { join } from 'node:path';
import type { BankQuestion } from '../../domain/bank.ts';
import type { Edition } from '../../domain/library.ts';
import type { Embedder } from '../../embedder.ts';
import { readExact } from '../vectors/exact.ts';
import { readHnswlib } from '../vectors/hnswlib.ts';
import type { VectorIndex } from '../vectors/vector-index.ts';
import type { IndexEvent } from './index-event.ts';
import { type Expected, readIndex, writeIndex } from './index-folder.ts';
import { fitMeanings, type Hnswlib, indexVectors, indexWords, type LanguageIndex } from './language-index.ts';

/** What an index is built from and with. */
export type IndexParts = {
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

const openVectors = (parts: IndexParts, file: string, ids: readonly string[]): VectorIndex =>
  parts.hnswlib
    ? readHnswlib(parts.hnswlib, file, parts.embedder.dimension, ids)
    : readExact(file, parts.embedder.dimension, ids);

/** Opens a stored index; whatever cannot be opened, another process writing it perhaps, is refused and built anew. */
const openStored = (
  parts: IndexParts,
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

/** Opens a language's index, or builds it where there is none that can be trusted; `anew` builds it whatever is there. */
export const openIndex = async (parts: IndexParts, edition: Edition, anew: boolean): Promise<LanguageIndex> => {
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
