import type { App } from '../../src/app.ts';
import { markdownTable, tell } from './markdown.ts';
import { bm25, everything, fused, miniSearch, nearest, orama, passages, questions } from './rivals.ts';
import { HIT_COLUMNS, judgeRanker, type Ranker } from './sets.ts';

/** Our search beside others, over the same passages and the same bank. */
export const benchRetrieval = async ({ retriever }: App): Promise<string> => {
  const overPassages = await bm25(passages, { stemmed: false });
  const overBank = await bm25(questions, { stemmed: false });
  const vectors = await nearest(everything);
  const ours: Ranker = async ({ text, lang }) =>
    (await retriever.retrieve({ text, language: lang })).meanings.map(({ meaning }) => meaning);
  const rankers: readonly (readonly [name: string, ranker: Ranker])[] = [
    ['BM25, unstemmed, over the passages', overPassages],
    ['BM25, unstemmed, over the bank', overBank],
    ['BM25, stemmed, over both', await bm25(everything, { stemmed: true })],
    ['MiniSearch (fuzzy, prefix), over both', await miniSearch(everything)],
    ['Orama (stemmed), over both', await orama(everything)],
    ['nearest vectors alone, over both', vectors],
    ['rank fusion of the first two and the vectors', fused([overPassages, overBank, vectors])],
    ['Campanile', ours],
  ];
  const rows: string[][] = [];
  for (const [name, ranker] of rankers) {
    tell(name);
    const { hits, median } = await judgeRanker(ranker);
    rows.push([name, ...hits, median]);
  }
  return markdownTable(['', ...HIT_COLUMNS, 'ms'], rows);
};
