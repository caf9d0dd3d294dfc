import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../../domain/language.ts';
import { type Embedder, EmbeddingError } from '../../embedder.ts';
import type { VectorFile } from '../vectors/vector-file.ts';
import type { Neighbour, VectorIndex } from '../vectors/vector-index.ts';
import type { Breaker } from './breaker.ts';
import type { IndexEvent } from './index-event.ts';
import { fillVectors, type Hnswlib } from './language-index.ts';
import { type Measure, measureBy } from './measure.ts';
import { NEIGHBOURS } from './nearest.ts';
import { createSameModel } from './same-model.ts';

/** One language's vectors from an endpoint. Until all are there, and whenever the endpoint does not answer in time, others must do. */
export type EndpointVectors = {
  /** The nearest of the bank and the passages, in the measure of the local vectors; null when these must do. */
  nearest(text: string): Promise<Neighbour[] | null>;
  /**
   * Fetches the vectors that are missing; true when all are there. After a failure it goes on once the endpoint may be asked
   * again, until it is closed; an impatient one gives up unless the endpoint said when.
   */
  fetch(patient: boolean): Promise<boolean>;
  /** Adds a text while serving, kept in memory only. Where its vector does not come, its words must find it. */
  add(id: string, text: string): Promise<void>;
  remove(id: string): void;
};

export type EndpointVectorsParts = {
  readonly language: Language;
  readonly embedder: Embedder;
  /** Shared by all languages: they ask the same endpoint. */
  readonly breaker: Breaker;
  readonly file: VectorFile;
  readonly entries: readonly { readonly id: string; readonly text: string }[];
  /** The local embedder, and its vectors under the same ids. */
  readonly local: { readonly embedder: Embedder; readonly vectors: VectorIndex };
  readonly hnswlib: Hnswlib;
  readonly closed: AbortSignal;
  readonly onEvent: (event: IndexEvent) => void;
};

/** How long a question waits for its vector, in milliseconds. */
const PATIENCE = 1500;
/** One message is searched several times, a moment apart: the vectors of this many are remembered. */
const REMEMBERED = 16;
/** How many vectors are fetched and kept at a time: what a kill loses at most. */
const PORTION = 128;
/** How many entries show how the two embedders' similarities compare. */
const SAMPLES = 32;

type Ready = { readonly vectors: VectorIndex; readonly measure: Measure };

/** Builds the index of vectors that are all there; null when they tell nothing apart. */
const build = async ({ entries, file, local, hnswlib, language }: EndpointVectorsParts): Promise<Ready | null> => {
  const vectors = fillVectors(
    entries.map(({ id, text }) => [id, file.get(text)!] as const),
    hnswlib,
  );
  const step = Math.max(1, Math.floor(entries.length / SAMPLES));
  const sampled = entries.filter((_, at) => at % step === 0);
  const known = await local.embedder.embed(
    sampled.map(({ text }) => text),
    language,
  );
  const samples = sampled.map(({ id, text }, at) => ({ id, own: file.get(text)!, known: known[at]! }));
  const measure = measureBy(local.vectors, vectors, samples);
  return measure && { vectors, measure };
};

/** Opens what is kept of the endpoint's vectors; when all are there they are used from the first question on. */
export const openEndpointVectors = async (parts: EndpointVectorsParts): Promise<EndpointVectors> => {
  const { language, entries, file, breaker, closed, onEvent } = parts;
  const first = entries.find(({ text }) => file.get(text));
  const witness = first ? { text: first.text, vector: file.get(first.text)! } : null;
  const ask = createSameModel(parts.embedder, language, witness);
  const added = new Map<string, string>();
  const removed = new Set<string>();
  const lastAsked = new Map<string, Float32Array>();
  let ready: Ready | null = null;
  let fetching = false;
  let told = false;
  let writable = true;

  const missing = (): string[] => [...new Set(entries.map(({ text }) => text).filter((text) => !file.get(text)))];

  /** The vector of one text in time; null when it does not come. */
  const vectorInTime = async (text: string): Promise<Float32Array | null> => {
    const known = lastAsked.get(text);
    if (known || breaker.restsFor() > 0) return known ?? null;
    const signal = AbortSignal.any([closed, AbortSignal.timeout(PATIENCE)]);
    try {
      const [vector] = await breaker.run(() => ask([text], signal));
      if (lastAsked.size >= REMEMBERED) lastAsked.delete(lastAsked.keys().next().value!);
      lastAsked.set(text, vector!);
      return vector!;
    } catch (error) {
      if (error instanceof EmbeddingError) return null;
      throw error;
    }
  };

  const addTo = async ({ vectors }: Ready, id: string, text: string): Promise<void> => {
    const vector = await vectorInTime(text);
    if (vector && added.get(id) === text) vectors.add(id, vector);
  };

  /** Puts the vectors to use, now that all are there; false when they cannot be used. */
  const begin = async (): Promise<boolean> => {
    const built = await build(parts);
    if (!built) {
      onEvent({ kind: 'endpoint-down', because: 'its vectors are all alike', remedy: 'Check OPENAI_EMBEDDING_MODEL.' });
      return false;
    }
    file.forget();
    for (const id of removed) built.vectors.remove(id);
    ready = built;
    for (const [id, text] of added) await addTo(built, id, text);
    return true;
  };

  const keep = (texts: readonly string[], vectors: readonly Float32Array[]): void => {
    try {
      file.keep(texts, vectors);
    } catch (cause) {
      const because = cause instanceof Error ? cause.message : String(cause);
      if (writable) onEvent({ kind: 'kept-in-memory', language, because });
      writable = false;
    }
  };

  const fetchMissing = async (): Promise<void> => {
    for (let left = missing(); left.length > 0; left = missing()) {
      const portion = left.slice(0, PORTION);
      keep(portion, await breaker.run(() => ask(portion, closed)));
    }
  };

  if (missing().length === 0) await begin();
  return {
    nearest: async (text) => {
      if (!ready) {
        if (!fetching && !told) onEvent({ kind: 'vectors-missing', language, count: missing().length });
        told = true;
        return null;
      }
      const { vectors, measure } = ready;
      const vector = await vectorInTime(text);
      return vector && measure(vectors.search(vector, NEIGHBOURS));
    },
    fetch: async (patient) => {
      if (ready) return true;
      fetching = true;
      const started = performance.now();
      onEvent({ kind: 'fetching', language, count: missing().length });
      while (!closed.aborted) {
        try {
          await fetchMissing();
          const begun = await begin();
          if (begun) onEvent({ kind: 'fetched', language, milliseconds: performance.now() - started });
          return begun;
        } catch (error) {
          if (!(error instanceof EmbeddingError)) throw error;
          if (!patient && error.retryAfter === null) return false;
          await sleep(breaker.restsFor(), undefined, { signal: closed }).catch(() => {});
        }
      }
      return false;
    },
    add: async (id, text) => {
      removed.delete(id);
      added.set(id, text);
      if (ready) await addTo(ready, id, text);
    },
    remove: (id) => {
      added.delete(id);
      removed.add(id);
      ready?.vectors.remove(id);
    },
  };
};
