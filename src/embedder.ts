import { CampanileError } from './domain/errors.ts';
import type { Language } from './domain/language.ts';

/** Turns texts into vectors of length 1 that lie close when the texts mean alike. */
export interface Embedder {
  /** Names model and version: vectors of different ids are never compared. */
  readonly id: string;
  /**
   * One vector a text, in order, all of the same dimension. An embedder that works elsewhere throws an EmbeddingError when vectors
   * do not come or cannot be used, also when `signal` ends the waiting.
   */
  embed(texts: readonly string[], language: Language, signal?: AbortSignal): Promise<Float32Array[]>;
}

/**
 * Vectors that did not come, or that cannot be used. It is made of facts alone and has no cause: what libraries and servers say
 * can hold the key or what a person asked.
 */
export class EmbeddingError extends CampanileError {
  /** In how many seconds the other side wants to be asked again; null where it did not say. */
  readonly retryAfter: number | null;

  constructor(message: string, remedy: string, retryAfter: number | null = null) {
    super('embedding', message, remedy);
    this.name = 'EmbeddingError';
    this.retryAfter = retryAfter;
  }
}
