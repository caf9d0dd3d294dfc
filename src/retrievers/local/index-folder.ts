import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES } from '../../domain/language.ts';
import type { Meaning } from '../../domain/meaning.ts';
import type { LinearModel } from '../../language/linear-model.ts';
import { decodeModel, encodeModel } from './model-file.ts';

/** Raised when what is built changes its form: an index of another form is built anew. */
const FORM = 1;

const manifestSchema = z.strictObject({
  form: z.literal(FORM),
  language: z.enum(LANGUAGES).nullable(),
  /** sha256 of all that the index was built from. */
  corpus: z.string(),
  embedder: z.string(),
  dimension: z.int().nonnegative(),
  space: z.literal('ip'),
  engine: z.enum(['hnswlib', 'exact', 'none']),
  files: z.record(z.string(), z.strictObject({ bytes: z.int(), sha256: z.string() })),
  /** The vectors' ids, in the order of their labels, and what each stands for. */
  ids: z.array(z.tuple([z.string(), z.array(z.string())])),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** What an index must have been built from and with, to be trusted. */
export type Expected = Pick<Manifest, 'language' | 'corpus' | 'embedder' | 'dimension' | 'engine'>;

/** What stands in an index: the model, and the vectors with what each id stands for (none beside the model of languages). */
export type StoredIndex = {
  readonly model: LinearModel;
  readonly meanings: Map<string, readonly Meaning[]>;
  readonly vectorsFile: string;
};

const filesOf = ({ engine }: Expected): readonly string[] =>
  engine === 'none' ? ['model.bin'] : ['model.bin', 'vectors.bin'];

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const sync = (path: string): void => {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

/**
 * Writes one language's index: into a folder beside it, checked off in a manifest, brought to disk, then put in place by a rename.
 * A kill at any point leaves the old index or none, never half of one.
 */
export const writeIndex = (
  folder: string,
  expected: Expected,
  parts: Omit<StoredIndex, 'vectorsFile'> & { writeVectors: (file: string) => void },
): void => {
  const building = `${folder}.${process.pid}.tmp`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  try {
    writeFileSync(join(building, 'model.bin'), encodeModel(parts.model));
    parts.writeVectors(join(building, 'vectors.bin'));
    const files = Object.fromEntries(
      filesOf(expected).map((name) => {
        const bytes = readFileSync(join(building, name));
        sync(join(building, name));
        return [name, { bytes: bytes.length, sha256: sha256(bytes) }];
      }),
    );
    const manifest: Manifest = {
      form: FORM,
      ...expected,
      space: 'ip',
      files,
      ids: [...parts.meanings].map(([id, meanings]) => [id, [...meanings]]),
    };
    writeFileSync(join(building, 'manifest.json'), JSON.stringify(manifest));
    sync(join(building, 'manifest.json'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(building, folder);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
};

/** Reads one language's index when it is whole and was built from what is expected; otherwise says why it is not trusted. */
export const readIndex = (folder: string, expected: Expected): StoredIndex | { readonly refused: string } => {
  let manifest: Manifest;
  try {
    manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    return { refused: missing ? 'there is none' : 'its manifest cannot be read' };
  }
  const differing = (Object.keys(expected) as (keyof Expected)[]).find((key) => manifest[key] !== expected[key]);
  if (differing) return { refused: `its ${differing} is another` };
  const contents = new Map<string, Buffer>();
  for (const name of filesOf(expected)) {
    try {
      contents.set(name, readFileSync(join(folder, name)));
    } catch {
      return { refused: `${name} is missing` };
    }
    if (sha256(contents.get(name)!) !== manifest.files[name]?.sha256) return { refused: `${name} is damaged` };
  }
  return {
    model: decodeModel(expected.language, contents.get('model.bin')!),
    meanings: new Map(manifest.ids as [string, Meaning[]][]),
    vectorsFile: join(folder, 'vectors.bin'),
  };
};
