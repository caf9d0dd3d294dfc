import type { Language } from './domain/language.ts';

/** Turns texts into vectors of length 1 that lie close when the texts mean alike. */
export interface Embedder {
  /** Names model and version: vectors of different ids are never compared. */
  readonly id: string;
  readonly dimension: number;
  /** One vector a text, in order. */
  embed(texts: readonly string[], language: Language): Promise<Float32Array[]>;
}
