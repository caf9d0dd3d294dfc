// Run by growth.ts in a process of its own: an index of so many passages, searched by hnswlib or by the exact scan.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuOf } from '../../src/commands/eval-examine.ts';
import { percentile } from '../../src/commands/eval-figures.ts';
import { createLocalEmbedder } from '../../src/embedders/local.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import { createLocalRetriever } from '../../src/retrievers/local/local-retriever.ts';
import { loadHnswlib } from '../../src/retrievers/vectors/hnswlib.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';
import { diskOf } from './costs.ts';
import { memory } from './in-child.ts';
import { EXAMINATION } from './sets.ts';
import { grown } from './synthetic.ts';

export type Size = {
  readonly built: number;
  readonly opened: number;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly disk: number;
  readonly memory: ReturnType<typeof memory>;
};

const [count = '', engine] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'campanile-growth-'));
const en = { ...library.en, passages: grown(library.en, Number(count)) };
const parts = {
  library: { ...library, en },
  bank: () => loadBank(knowledgeFolder),
  corpus: `${count} passages`,
  embedder: createLocalEmbedder(),
  hnswlib: engine === 'hnswlib' ? await loadHnswlib() : undefined,
  folder,
};
const timed = async (work: () => Promise<void>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
try {
  const built = await timed(() => createLocalRetriever(parts).prepare('en'));
  const retriever = createLocalRetriever(parts);
  const opened = await timed(() => retriever.prepare('en'));
  const questions = Object.values(EXAMINATION).flatMap((set) => set.filter(({ lang }) => lang === 'en'));
  const search = (text: string) => cpuOf(() => retriever.retrieve({ text, language: 'en' }));
  for (const { text } of questions) await search(text);
  const times: number[] = [];
  for (const { text } of questions) times.push((await search(text))[1]);
  const size: Size = {
    built,
    opened,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    disk: diskOf(folder),
    memory: memory(),
  };
  process.stdout.write(JSON.stringify(size));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
