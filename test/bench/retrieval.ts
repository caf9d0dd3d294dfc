// How our search does beside others, over the same passages and the same bank, on questions by other hands. Run: npm run bench
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import type { Edition } from '../../src/domain/library.ts';
import { isSection, type Meaning, placeOf } from '../../src/domain/meaning.ts';
import { textOf } from '../../src/domain/passage.ts';
import { createLocalEmbedder } from '../../src/embedders/local.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import { wordsOf } from '../../src/language/fold.ts';
import { createLog } from '../../src/log.ts';
import { createBm25 } from '../../src/retrievers/local/bm25.ts';
import { createExactIndex } from '../../src/retrievers/vectors/exact.ts';
import { type EvalQuestion, evalQuestions } from '../support/eval.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';

type Document = { readonly id: string; readonly text: string; readonly meaning: Meaning };
/** Gives the sections of a language that fit a question, best first. */
type Ranker = (question: EvalQuestion) => Promise<Meaning[]> | Meaning[];

const bank = loadBank(knowledgeFolder);
const passagesOf = (edition: Edition): Document[] =>
  edition.passages.map((passage) => ({
    id: passage.id,
    text: `${passage.title}. ${textOf(passage)}`,
    meaning: passage.section,
  }));
const questionsOf = (language: Language): Document[] =>
  bank.flatMap(({ language: own, text, meanings: [meaning] }, at) =>
    own === language && isSection(meaning) ? [{ id: `bank:${at}`, text, meaning }] : [],
  );
const everything = (language: Language): Document[] => [...passagesOf(library[language]), ...questionsOf(language)];

const unique = (meanings: readonly Meaning[]): Meaning[] => [...new Set(meanings)];
const byLanguage = <Value>(make: (language: Language) => Value): Record<Language, Value> => ({
  it: make('it'),
  fr: make('fr'),
  en: make('en'),
});

const unstemmed = (text: string): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const word of wordsOf(text)) {
    let name = 7;
    for (const letter of word) name = (Math.imul(name, 31) + letter.charCodeAt(0)) >>> 0;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
};

const bm25Over = (documents: (language: Language) => Document[]): Ranker => {
  const indexes = byLanguage((language) => {
    const index = createBm25();
    const meanings = new Map<string, Meaning>();
    for (const { id, text, meaning } of documents(language)) {
      index.add(id, unstemmed(text));
      meanings.set(id, meaning);
    }
    return { index, meanings };
  });
  return ({ text, lang }) => {
    const { index, meanings } = indexes[lang];
    return unique([...index.score(unstemmed(text))].sort((a, b) => b[1] - a[1]).map(([id]) => meanings.get(id)!));
  };
};

const miniSearch = (): Ranker => {
  const indexes = byLanguage((language) => {
    const index = new MiniSearch<Document>({
      fields: ['text'],
      storeFields: ['meaning'],
      searchOptions: { fuzzy: 0.2, prefix: true },
    });
    index.addAll(everything(language));
    return index;
  });
  return ({ text, lang }) => unique(indexes[lang].search(text).map(({ meaning }) => meaning as Meaning));
};

const ORAMA_SCHEMA = { text: 'string', meaning: 'string' } as const;

const orama = async (): Promise<Ranker> => {
  const names = { it: 'italian', fr: 'french', en: 'english' } as const;
  const indexes = byLanguage((language) => create({ schema: ORAMA_SCHEMA, language: names[language] }));
  for (const language of LANGUAGES) {
    await insertMultiple(
      indexes[language],
      everything(language).map(({ text, meaning }) => ({ text, meaning })),
    );
  }
  return async ({ text, lang }) => {
    const { hits } = await search(indexes[lang], { term: text, properties: ['text'], limit: 100, threshold: 1 });
    return unique(hits.map(({ document }) => document.meaning as Meaning));
  };
};

const nearest = async (): Promise<Ranker> => {
  const embedder = createLocalEmbedder();
  const indexes = {} as Record<
    Language,
    { index: ReturnType<typeof createExactIndex>; meanings: Map<string, Meaning> }
  >;
  for (const language of LANGUAGES) {
    const documents = everything(language);
    const vectors = await embedder.embed(
      documents.map(({ text }) => text),
      language,
    );
    const index = createExactIndex(embedder.dimension);
    for (const [at, { id }] of documents.entries()) index.add(id, vectors[at]!);
    indexes[language] = { index, meanings: new Map(documents.map(({ id, meaning }) => [id, meaning])) };
  }
  return async ({ text, lang }) => {
    const [vector] = await embedder.embed([text], lang);
    return unique(indexes[lang].index.search(vector!, 100).map(({ id }) => indexes[lang].meanings.get(id)!));
  };
};

const fused =
  (rankers: readonly Ranker[]): Ranker =>
  async (question) => {
    const scores = new Map<Meaning, number>();
    for (const ranker of rankers) {
      for (const [at, meaning] of (await ranker(question)).entries())
        scores.set(meaning, (scores.get(meaning) ?? 0) + 1 / (60 + at));
    }
    return [...scores].sort((a, b) => b[1] - a[1]).map(([meaning]) => meaning);
  };

const questions = evalQuestions().filter(({ scope, phases }) => scope === 'answerable' && phases.length > 0);

const measure = async (name: string, ranker: Ranker): Promise<void> => {
  for (const question of questions.slice(0, 20)) await ranker(question);
  const times: number[] = [];
  const hits = { 1: 0, 3: 0, 5: 0 };
  for (const question of questions) {
    const started = performance.now();
    const ranked = (await ranker(question)).map(placeOf).filter(({ phase }) => phase !== null);
    times.push(performance.now() - started);
    const at = ranked.findIndex(
      ({ plan, phase }) => question.plans.includes(plan ?? 0) && question.phases.includes(phase ?? 0),
    );
    for (const most of [1, 3, 5] as const) if (at >= 0 && at < most) hits[most] += 1;
  }
  times.sort((a, b) => a - b);
  const share = (count: number) => (count / questions.length).toFixed(2);
  const p50 = times[Math.floor(times.length / 2)]!.toFixed(2);
  console.log(`${name.padEnd(44)} ${share(hits[1])}   ${share(hits[3])}   ${share(hits[5])}   ${p50.padStart(6)}`);
};

const growth = async (): Promise<void> => {
  const embedder = createLocalEmbedder();
  const documents = passagesOf(library.en);
  console.log('\npassages in the vector index   exact scan, p50 ms');
  for (const count of [300, 1_000, 3_000, 10_000]) {
    const index = createExactIndex(embedder.dimension);
    for (let at = 0; at < count; at++) {
      const [vector] = await embedder.embed([`${documents[at % documents.length]!.text} ${at}`], 'en');
      index.add(String(at), vector!);
    }
    const [asked] = await embedder.embed(['who can help the village with money?'], 'en');
    const times = Array.from({ length: 30 }, () => {
      const started = performance.now();
      index.search(asked!, 60);
      return performance.now() - started;
    }).sort((a, b) => a - b);
    console.log(`${String(count).padStart(28)}   ${times[15]!.toFixed(2).padStart(18)}`);
  }
};

const app = await createApp(
  readConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'campanile-bench-')) }),
  createLog('warn'),
);
await app.prepare();
const ours: Ranker = async ({ text, lang }) =>
  (await app.retriever.retrieve({ text, language: lang })).meanings.map(({ meaning }) => meaning);
const overPassages = bm25Over((language) => passagesOf(library[language]));
const overBank = bm25Over(questionsOf);
const vectors = await nearest();

console.log(`${questions.length} answerable questions by other hands, three languages\n`);
console.log(`${''.padEnd(44)} hit@1  hit@3  hit@5  p50 ms`);
await measure('BM25, unstemmed, over the passages', overPassages);
await measure('BM25, unstemmed, over the bank', overBank);
await measure('MiniSearch (fuzzy, prefix), passages and bank', miniSearch());
await measure('Orama (stemmed), passages and bank', await orama());
await measure('nearest vectors alone, passages and bank', vectors);
await measure('rank fusion of these BM25s and the vectors', fused([overPassages, overBank, vectors]));
await measure('Campanile', ours);
await growth();
console.log(`\nmemory after all this: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
