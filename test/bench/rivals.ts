import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { isSection, type Meaning } from '../../src/domain/meaning.ts';
import { textOf } from '../../src/domain/passage.ts';
import { createLocalEmbedder } from '../../src/embedders/local.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import { stemsOf } from '../../src/language/features.ts';
import { stemOf } from '../../src/language/stems.ts';
import { createBm25 } from '../../src/retrievers/local/bm25.ts';
import { createExactIndex } from '../../src/retrievers/vectors/exact.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';
import type { Ranker } from './sets.ts';

type Document = { readonly id: string; readonly text: string; readonly meanings: readonly Meaning[] };
type Documents = (language: Language) => Document[];
type Found = Iterable<readonly [id: string, score: number]>;

const bank = loadBank(knowledgeFolder);

/** The passages of the sections, as all searches get them. */
export const passages: Documents = (language) =>
  library[language].passages.flatMap((passage) =>
    isSection(passage.section)
      ? [{ id: passage.id, text: `${passage.title}. ${textOf(passage)}`, meanings: [passage.section] }]
      : [],
  );

/** The bank's questions about the sections: those about anything else could only mislead here. */
export const questions: Documents = (language) =>
  bank.flatMap(({ language: own, text, meanings }, at) => {
    const sections = meanings.filter(isSection);
    return own === language && sections.length > 0 ? [{ id: `bank:${at}`, text, meanings: sections }] : [];
  });

/** Both together. */
export const everything: Documents = (language) => [...passages(language), ...questions(language)];

/** A section is as good as the mean of its best three documents: for every search here better than its best one alone. */
const BEST = 3;

/** The sections of what was found, best first. */
const sectionsOf = (found: Found, meaningsOf: ReadonlyMap<string, readonly Meaning[]>): Meaning[] => {
  const scores = new Map<Meaning, number[]>();
  for (const [id, score] of found) {
    for (const meaning of meaningsOf.get(id) ?? []) {
      const own = scores.get(meaning);
      if (own) own.push(score);
      else scores.set(meaning, [score]);
    }
  }
  return [...scores]
    .map(([meaning, own]): [Meaning, number] => {
      const best = own.toSorted((a, b) => b - a).slice(0, BEST);
      return [meaning, best.reduce((sum, score) => sum + score, 0) / BEST];
    })
    .sort((a, b) => b[1] - a[1])
    .map(([meaning]) => meaning);
};

type Engine = (text: string) => Promise<Found> | Found;

/** A search over documents of each language, asked in the question's language. */
const over = async (
  documents: Documents,
  make: (documents: Document[], language: Language) => Promise<Engine> | Engine,
): Promise<Ranker> => {
  const engines = new Map<Language, { engine: Engine; meaningsOf: ReadonlyMap<string, readonly Meaning[]> }>();
  for (const language of LANGUAGES) {
    const own = documents(language);
    engines.set(language, {
      engine: await make(own, language),
      meaningsOf: new Map(own.map(({ id, meanings }) => [id, meanings])),
    });
  }
  return async ({ text, lang }) => {
    const { engine, meaningsOf } = engines.get(lang)!;
    return sectionsOf(await engine(text), meaningsOf);
  };
};

/** Counts words under numbers, as BM25 takes them. */
const createCounter = () => {
  const numbers = new Map<string, number>();
  return (words: readonly string[]): Map<number, number> => {
    const counts = new Map<number, number>();
    for (const word of words) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    return counts;
  };
};

/** Okapi BM25 over stems, or over words as they stand. */
export const bm25 = (documents: Documents, { stemmed }: { stemmed: boolean }): Promise<Ranker> =>
  over(documents, (own, language) => {
    const index = createBm25();
    const count = createCounter();
    const counted = (text: string) => count(stemsOf(text, stemmed ? language : null));
    for (const { id, text } of own) index.add(id, counted(text));
    return (text) => index.score(counted(text));
  });

/** MiniSearch with typos forgiven and beginnings of words taken. */
export const miniSearch = (documents: Documents): Promise<Ranker> =>
  over(documents, (own) => {
    const index = new MiniSearch<Document>({ fields: ['text'], searchOptions: { fuzzy: 0.2, prefix: true } });
    index.addAll(own);
    return (text) => index.search(text).map(({ id, score }): [string, number] => [id, score]);
  });

const NAMES = { it: 'italian', fr: 'french', en: 'english' } as const;

/** Orama with our Snowball stems: its own stemmers are a package of their own. */
export const orama = (documents: Documents): Promise<Ranker> =>
  over(documents, async (own, language) => {
    const index = create({
      schema: { text: 'string' },
      components: {
        tokenizer: { language: NAMES[language], stemming: true, stemmer: (word: string) => stemOf(word, language) },
      },
    });
    await insertMultiple(
      index,
      own.map(({ id, text }) => ({ id, text })),
    );
    return async (term) => {
      const { hits } = await search(index, { term, limit: 200, threshold: 1 });
      return hits.map(({ id, score }): [string, number] => [id, score]);
    };
  });

/** The nearest vectors of the local embedder. */
export const nearest = (documents: Documents): Promise<Ranker> => {
  const embedder = createLocalEmbedder();
  return over(documents, async (own, language) => {
    const index = createExactIndex(embedder.dimension);
    const vectors = await embedder.embed(
      own.map(({ text }) => text),
      language,
    );
    for (const [at, { id }] of own.entries()) index.add(id, vectors[at]!);
    return async (text) => {
      const [vector] = await embedder.embed([text], language);
      return index.search(vector!, 200).map(({ id, similarity }): [string, number] => [id, similarity]);
    };
  });
};

/** Several searches as one by their ranks alone. */
export const fused =
  (rankers: readonly Ranker[]): Ranker =>
  async (question) => {
    const scores = new Map<Meaning, number>();
    for (const ranker of rankers) {
      for (const [at, meaning] of (await ranker(question)).entries())
        scores.set(meaning, (scores.get(meaning) ?? 0) + 1 / (60 + at));
    }
    return [...scores].sort((a, b) => b[1] - a[1]).map(([meaning]) => meaning);
  };
