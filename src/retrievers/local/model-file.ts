import { z } from 'zod';
import type { Language } from '../../domain/language.ts';
import type { LinearModel } from '../../language/linear-model.ts';

const headerSchema = z.strictObject({ heads: z.array(z.array(z.string())), features: z.int() });

const bytesOf = (array: Float32Array | Int32Array | Int8Array): Buffer =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** A model as bytes: the length of a JSON header, the header padded to four bytes, then names, rarity, scale, bias, weights. */
export const encodeModel = ({ heads, vocabulary, scale, bias, weights }: LinearModel): Buffer => {
  const json = JSON.stringify({ heads, features: vocabulary.rarity.length });
  const header = Buffer.from(json + ' '.repeat((4 - (Buffer.byteLength(json) % 4)) % 4));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const names = Int32Array.from(vocabulary.rows.keys());
  return Buffer.concat([length, header, ...[names, vocabulary.rarity, scale, bias, weights].map(bytesOf)]);
};

/** Reads what `encodeModel` wrote. The caller has checked the bytes' sha256. */
export const decodeModel = (language: Language | null, bytes: Buffer): LinearModel => {
  const headerEnd = 4 + bytes.readUInt32LE(0);
  const { heads, features } = headerSchema.parse(JSON.parse(bytes.subarray(4, headerEnd).toString('utf8')));
  // Typed arrays need their bytes aligned: a large file's buffer is, another is copied.
  const aligned = (bytes.byteOffset + headerEnd) % 4 === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  const width = heads.reduce((sum, head) => sum + head.length, 0);
  let at = 0;
  const next = (count: number, size: number): [ArrayBufferLike, number, number] => {
    at += count * size;
    return [aligned.buffer, aligned.byteOffset + headerEnd + at - count * size, count];
  };
  const names = new Int32Array(...next(features, 4));
  const rarity = new Float32Array(...next(features, 4));
  const scale = new Float32Array(...next(features, 4));
  const bias = new Float32Array(...next(width, 4));
  const weights = new Int8Array(...next(features * width, 1));
  return {
    language,
    heads,
    vocabulary: { rows: new Map([...names].map((name, row) => [name, row])), rarity },
    scale,
    bias,
    weights,
  };
};
