import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES } from '../../domain/language.ts';
import type { Meaning } from '../../domain/meaning.ts';
import type { LinearModel } from '../../language/linear-model.ts';
import { decodeModel, encodeModel } from './model-file.ts';

/** Raised when what is built changes its form: an index of another form is built anew. */
const FORM = 7;

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
  /** The vectors' ids, in the order of their labels, and what each stands for; and the sha256 of that list. */
  ids: z.array(z.tuple([z.string(), z.array(z.string())])),
  idsSha256: z.string(),
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

const hashOf = (ids: Manifest['ids']): string => createHash('sha256').update(JSON.stringify(ids)).digest('hex');

const CHUNK = 1 << 16;

/** Size and sha256 of a file, read piece by piece, so that checking costs no memory. */
const measure = (path: string): { bytes: number; sha256: string } => {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(CHUNK);
  const handle = openSync(path, 'r');
  try {
    let bytes = 0;
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      hash.update(piece.subarray(0, read));
      bytes += read;
    }
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(handle);
  }
};

const sync = (path: string): void => {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
};

/** Clears what a killed build of this index left behind; one that is still going on is let be. */
const clearLeftovers = (folder: string): void => {
  for (const name of readdirSync(dirname(folder))) {
    const [, index, pid] = /^(.+)\.(\d+)\.tmp$/.exec(name) ?? [];
    if (index === basename(folder) && !isAlive(Number(pid)))
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
};

const TRIES = 5;

/** Renames a built index into its place; where another process does so at the same time, the last one stays. */
const putInPlace = (building: string, folder: string): void => {
  for (let attempt = 1; ; attempt++) {
    rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(building, folder);
      return;
    } catch (cause) {
      const taken =
        cause instanceof Error && 'code' in cause && (cause.code === 'ENOTEMPTY' || cause.code === 'EEXIST');
      if (!taken || attempt === TRIES) throw cause;
    }
  }
};

/**
 * Writes one language's index: into a folder beside it, checked off in a manifest, brought to disk, then put in place by a rename.
 * A kill at any point leaves the old index, none, or a rest of the old one that is not trusted.
 */
export const writeIndex = (
  folder: string,
  expected: Expected,
  parts: Omit<StoredIndex, 'vectorsFile'> & { writeVectors: (file: string) => void },
): void => {
  const building = `${folder}.${process.pid}.tmp`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  clearLeftovers(folder);
  try {
    writeFileSync(join(building, 'model.bin'), encodeModel(parts.model));
    parts.writeVectors(join(building, 'vectors.bin'));
    const files = Object.fromEntries(
      filesOf(expected).map((name) => {
        sync(join(building, name));
        return [name, measure(join(building, name))];
      }),
    );
    const ids: Manifest['ids'] = [...parts.meanings].map(([id, meanings]) => [id, [...meanings]]);
    const manifest: Manifest = {
      form: FORM,
      ...expected,
      space: 'ip',
      files,
      ids,
      idsSha256: hashOf(ids),
    };
    writeFileSync(join(building, 'manifest.json'), JSON.stringify(manifest));
    sync(join(building, 'manifest.json'));
    putInPlace(building, folder);
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
  if (hashOf(manifest.ids) !== manifest.idsSha256) return { refused: 'its manifest is damaged' };
  for (const name of filesOf(expected)) {
    try {
      if (measure(join(folder, name)).sha256 !== manifest.files[name]?.sha256) return { refused: `${name} is damaged` };
    } catch {
      return { refused: `${name} is missing` };
    }
  }
  return {
    model: decodeModel(expected.language, readFileSync(join(folder, 'model.bin'))),
    meanings: new Map(manifest.ids as [string, Meaning[]][]),
    vectorsFile: join(folder, 'vectors.bin'),
  };
};
