import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalEmbedder } from '../../src/embedders/local.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import type { LocalRetrieverParts } from '../../src/retrievers/local/local-retriever.ts';
import { loadHnswlib } from '../../src/retrievers/vectors/hnswlib.ts';
import { knowledgeFolder, library } from './knowledge.ts';

export const hnswlib = await loadHnswlib();
export const bank = loadBank(knowledgeFolder);

/** An eighth of the bank: enough to search with, built in a moment. */
const smallBank = bank.filter((_, at) => at % 8 === 0);

export const temporary = (): string => mkdtempSync(join(tmpdir(), 'campanile-index-'));

/** The parts of a retriever over the real edition and an eighth of the bank, its indexes in this folder. */
export const partsIn = (folder: string, given: Partial<LocalRetrieverParts> = {}): LocalRetrieverParts => ({
  library,
  bank: () => smallBank,
  corpus: 'small',
  embedder: createLocalEmbedder(),
  hnswlib,
  folder,
  ...given,
});
