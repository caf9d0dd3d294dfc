import { createLocalEmbedder } from '../../src/embedders/local.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import { vectorEntries } from '../../src/retrievers/local/language-index.ts';
import { createExactIndex } from '../../src/retrievers/vectors/exact.ts';
import { fillHnswlib, loadHnswlib } from '../../src/retrievers/vectors/hnswlib.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';
import { inChild } from './in-child.ts';
import { markdownTable, tell } from './markdown.ts';
import type { Size } from './one-size.ts';
import { EXAMINATION } from './sets.ts';
import { grown } from './synthetic.ts';

const SIZES = [library.en.passages.length, 1_000, 3_000, 10_000];
const ENGINES = ['hnswlib', 'exact'] as const;
const NEAREST = 60;

/** How many of the nearest that the exact scan finds hnswlib finds too, over passages and bank. */
const agreement = async (passages: number): Promise<string> => {
  const hnswlib = await loadHnswlib();
  if (!hnswlib) return '-';
  const { embed } = createLocalEmbedder();
  const bank = loadBank(knowledgeFolder).filter(({ language }) => language === 'en');
  const entries = vectorEntries({ ...library.en, passages: grown(library.en, passages) }, bank);
  const vectors = await embed(
    entries.map(({ text }) => text),
    'en',
  );
  const pairs = entries.map(({ id }, at) => [id, vectors[at]!] as const);
  const exact = createExactIndex(vectors[0]!.length);
  for (const [id, vector] of pairs) exact.add(id, vector);
  const native = fillHnswlib(hnswlib, vectors[0]!.length, pairs);
  const asked = Object.values(EXAMINATION).flatMap((set) => set.filter(({ lang }) => lang === 'en'));
  let same = 0;
  for (const vector of await embed(
    asked.map(({ text }) => text),
    'en',
  )) {
    const right = new Set(exact.search(vector, NEAREST).map(({ id }) => id));
    same += native.search(vector, NEAREST).filter(({ id }) => right.has(id)).length;
  }
  return (same / (asked.length * NEAREST)).toFixed(3);
};

const milliseconds = (value: number | null): string => value?.toFixed(1) ?? '-';

/** The English index with more and more passages beside the bank, by hnswlib and by the exact scan. */
export const benchGrowth = async (): Promise<string> => {
  const rows: string[][] = [];
  for (const passages of SIZES) {
    const found = { hnswlib: await agreement(passages), exact: '1.000' };
    for (const engine of ENGINES) {
      tell(`${passages} passages, ${engine}`);
      const size = await inChild<Size>('./one-size.ts', [String(passages), engine]);
      rows.push([
        passages.toLocaleString('en'),
        engine,
        found[engine],
        `${(size.built / 1000).toFixed(1)} s`,
        `${(size.opened / 1000).toFixed(1)} s`,
        milliseconds(size.p50),
        milliseconds(size.p99),
        `${size.disk.toFixed(0)} MB`,
        `${size.memory.now} MB`,
      ]);
    }
  }
  const columns = ['passages', 'vectors by', `nearest ${NEAREST} found`, 'built in', 'opened in', 'search, ms', 'p99'];
  return markdownTable([...columns, 'disk', 'memory'], rows);
};
