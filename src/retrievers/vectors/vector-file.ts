import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * Vectors kept on disk under the hash of model and text, so that none is paid twice. Lines are only ever appended, each with its
 * own checksum: what a kill cut short, or a disk damaged, is left out when the file is read, and nothing else is lost.
 */
export type VectorFile = {
  /** The vector of a text; undefined when none is kept. */
  get(text: string): Float32Array | undefined;
  /** Keeps the vectors of these texts; throws when they cannot be written, and has them in memory all the same. */
  keep(texts: readonly string[], vectors: readonly Float32Array[]): void;
  /** Frees the memory: nothing is got any more. */
  forget(): void;
};

const CHUNK = 1 << 20;
const NEWLINE = 0x0a;

/** The lines of a file, read piece by piece; none where there is no file. */
const linesOf = function* (file: string): Generator<Buffer> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return;
  }
  try {
    const piece = Buffer.alloc(CHUNK);
    let rest = Buffer.alloc(0);
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      const text = Buffer.concat([rest, piece.subarray(0, read)]);
      let from = 0;
      for (let to = text.indexOf(NEWLINE); to >= 0; to = text.indexOf(NEWLINE, from)) {
        yield text.subarray(from, to);
        from = to + 1;
      }
      rest = text.subarray(from);
    }
  } finally {
    closeSync(handle);
  }
};

/** A line is `<sha256 of model and text> <vector in base64> <checksum of what stands before it>`. */
const lineOf = (key: string, vector: Float32Array): string => {
  const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
  const line = `${key} ${bytes.toString('base64')}`;
  return `${line} ${crc32(line)}`;
};

const readLine = (line: Buffer): [key: string, vector: Float32Array] | undefined => {
  const [key, base64, checksum] = line.toString('latin1').split(' ');
  if (!key || !base64 || Number(checksum) !== crc32(`${key} ${base64}`)) return undefined;
  return [key, new Float32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer)];
};

/** Opens the file of one model's vectors, or begins it. Two processes may write to it at once. */
export const openVectorFile = (file: string, model: string): VectorFile => {
  const keyOf = (text: string): string => createHash('sha256').update(`${model}\0${text}`).digest('hex');
  const kept = new Map<string, Float32Array>();
  let dimension: number | undefined;
  for (const line of linesOf(file)) {
    const [key, vector] = readLine(line) ?? [];
    if (!key || !vector) continue;
    dimension ??= vector.length;
    if (vector.length === dimension) kept.set(key, vector);
  }
  return {
    get: (text) => kept.get(keyOf(text)),
    keep: (texts, vectors) => {
      const keyed = texts.map((text, at) => [keyOf(text), vectors[at]!] as const);
      for (const [key, vector] of keyed) kept.set(key, vector);
      mkdirSync(dirname(file), { recursive: true });
      // The newline before them ends a line that a kill cut short.
      const lines = keyed.map(([key, vector]) => `\n${lineOf(key, vector)}`);
      appendFileSync(file, `${lines.join('')}\n`, { flush: true });
    },
    forget: () => kept.clear(),
  };
};
