import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from '../../domain/language.ts';
import type { Library } from '../../domain/library.ts';
import type { Embedder } from '../../embedder.ts';
import type { Query, Retriever } from '../../retriever.ts';
import { openVectorFile } from '../vectors/vector-file.ts';
import { createBreaker } from './breaker.ts';
import { type EndpointVectors, openEndpointVectors } from './endpoint-vectors.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import type { IndexEvent } from './index-event.ts';
import { addToWords, type LanguageIndex, vectorEntries } from './language-index.ts';
import { nearestTo } from './nearest.ts';
import { type IndexParts, openIndex } from './open-index.ts';
import { situateBy } from './situate.ts';
import { weigh } from './stack.ts';
import { STACK_WEIGHTS } from './stack-weights.ts';

export type LocalRetrieverParts = IndexParts & {
  readonly library: Library;
  /** An endpoint by whose vectors questions are compared instead, and the folder where those of the bank and the passages are kept. */
  readonly endpoint?: { readonly embedder: Embedder; readonly folder: string } | undefined;
};

/** The local retriever; its indexes are opened, or built, when a language is first asked for. */
export type LocalRetriever = Retriever & {
  /** Opens or builds a language's index; `anew` builds it whatever is there. */
  prepare(language: Language, anew?: boolean): Promise<void>;
  /**
   * Fetches the endpoint's vectors that are missing for the opened languages; true when all are there. It gives up at a failure,
   * unless the endpoint said when it wants to be asked again.
   */
  fetchVectors(): Promise<boolean>;
  /** From now on fetches in the background what is missing for each opened language, and outlasts failures until it is closed. */
  keepFetching(): void;
  /** Ends what is still being fetched. */
  close(): void;
};

type Opened = {
  readonly index: LanguageIndex;
  readonly endpoint: EndpointVectors | undefined;
  /** What speaks for the last texts: a message is heard, weighed and answered a moment apart. Nothing that is added or removed leaves it as it is. */
  readonly recent: Map<string, Evidence>;
};

const MOST_RECENT = 8;

/** A folder for each model: its name as far as a file system bears it, and a hash where two would become one. */
const folderNameOf = (model: string): string =>
  `${model.replace(/[^\w.-]+/g, '-').slice(0, 60)}-${createHash('sha256').update(model).digest('hex').slice(0, 8)}`;

/** Opens an endpoint's vectors for one language after another; undefined where none is configured. */
const endpointOpener = (parts: LocalRetrieverParts, closed: AbortSignal) => {
  const tell = (event: IndexEvent): void => {
    if (!closed.aborted) parts.onEvent?.(event);
  };
  const breaker = createBreaker((error) =>
    tell(error ? { kind: 'endpoint-down', because: error.message, remedy: error.remedy } : { kind: 'endpoint-up' }),
  );
  const opened = new Map<Language, Promise<EndpointVectors>>();
  return (index: LanguageIndex): Promise<EndpointVectors> | undefined => {
    const { language } = index;
    if (!parts.endpoint || opened.has(language)) return opened.get(language);
    const { embedder, folder } = parts.endpoint;
    const opening = openEndpointVectors({
      language,
      embedder,
      breaker,
      file: openVectorFile(join(folder, folderNameOf(embedder.id), `${language}.vectors`), embedder.id),
      entries: vectorEntries(
        parts.library[language],
        parts.bank().filter((question) => question.language === language),
      ),
      local: { embedder: parts.embedder, vectors: index.vectors },
      hnswlib: parts.hnswlib,
      closed,
      onEvent: tell,
    });
    opened.set(language, opening);
    return opening;
  };
};

export const createLocalRetriever = (parts: LocalRetrieverParts): LocalRetriever => {
  const closing = new AbortController();
  const openEndpoint = endpointOpener(parts, closing.signal);
  const opened = new Map<Language, Promise<Opened>>();
  let keepsFetching = false;
  const fetchBehind = (endpoint: EndpointVectors | undefined): void => {
    endpoint?.fetch(true).catch((cause: unknown) => {
      const because = `fetching its vectors ended: ${cause instanceof Error ? cause.message : cause}`;
      parts.onEvent?.({ kind: 'endpoint-down', because, remedy: 'The next start fetches what is missing.' });
    });
  };
  const openLanguage = async (language: Language, anew: boolean): Promise<Opened> => {
    const index = await openIndex(parts, parts.library[language], anew);
    const endpoint = await openEndpoint(index);
    if (keepsFetching) fetchBehind(endpoint);
    return { index, endpoint, recent: new Map() };
  };
  const evidenceFor = async ({ index, endpoint, recent }: Opened, query: Query): Promise<Evidence> => {
    // Of an endpoint the next answer may be a better one.
    const known = endpoint ? undefined : recent.get(query.text);
    if (known) return known;
    const neighbours = (await endpoint?.nearest(query.text)) ?? (await nearestTo(query, parts.embedder, index.vectors));
    const evidence = gatherEvidence(index, neighbours, query);
    if (recent.size >= MOST_RECENT) recent.delete(recent.keys().next().value!);
    recent.set(query.text, evidence);
    return evidence;
  };
  const open = (language: Language, anew = false): Promise<Opened> => {
    const known = anew ? undefined : opened.get(language);
    if (known) return known;
    const opening = openLanguage(language, anew);
    opened.set(language, opening);
    return opening;
  };
  return {
    prepare: async (language, anew) => void (await open(language, anew)),
    fetchVectors: async () => {
      for (const opening of opened.values()) {
        const { endpoint } = await opening;
        if (endpoint && !(await endpoint.fetch(false))) return false;
      }
      return true;
    },
    keepFetching: () => {
      if (keepsFetching) return;
      keepsFetching = true;
      for (const opening of opened.values()) void opening.then(({ endpoint }) => fetchBehind(endpoint));
    },
    close: () => closing.abort(),
    retrieve: async (query) => {
      const language = await open(query.language);
      const evidence = await evidenceFor(language, query);
      const { index } = language;
      const passages = [...evidence.passages].map(([id, score]) => ({ passage: index.passages.get(id)!, score }));
      return {
        meanings: weigh(STACK_WEIGHTS, evidence, query),
        passages: passages.sort((a, b) => b.score - a.score),
      };
    },
    situate: async ({ text, language }) => situateBy((await open(language)).index.model, text),
    add: async (passage) => {
      const { index, endpoint, recent } = await open(passage.language);
      const text = addToWords(index, parts.library[passage.language], passage);
      const [vector] = await parts.embedder.embed([text], passage.language);
      if (vector) index.vectors.add(passage.id, vector);
      index.meanings.set(passage.id, [passage.section]);
      await endpoint?.add(passage.id, text);
      recent.clear();
    },
    remove: async (id, language) => {
      const { index, endpoint, recent } = await open(language);
      recent.clear();
      index.words.remove(id);
      index.vectors.remove(id);
      endpoint?.remove(id);
      return index.passages.delete(id);
    },
  };
};
