import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CampanileError } from '../domain/errors.ts';
import { createKey, KEY_BYTES, type Key } from './seal.ts';

/** The keys of a key file: the first seals, all open. */
export type Keys = readonly [Key, ...Key[]];

const LINE = /^[A-Za-z0-9+/]{43}=$/;
const PUT_BACK =
  'Put the key file back from your copy of it, or set KEY_FILE to where it is. A new key cannot open what is kept; without the old one it is lost.';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

const unusable = (file: string, what: string, remedy = PUT_BACK, cause?: unknown): CampanileError =>
  new CampanileError('key', `the key file ${file} ${what}`, remedy, { cause });

/** Reads a key file, one key a line in base64; undefined where there is none. Throws a CampanileError that says what is wrong with it. */
export const readKeyFile = (file: string): Keys | undefined => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw unusable(file, `cannot be read (${codeOf(cause)})`, 'Let the user that runs Campanile read it.', cause);
  }
  const lines = text.split('\n').map((line) => line.trim());
  const [first, ...others] = lines.flatMap((line, at) => {
    if (line === '') return [];
    if (!LINE.test(line)) throw unusable(file, `has something in line ${at + 1} that is no key`);
    return [createKey(Buffer.from(line, 'base64'))];
  });
  if (!first) throw unusable(file, 'is empty');
  return [first, ...others];
};

/** Writes through to the disk, and only then under its name: a kill leaves a whole key or none. */
const writeOnce = (file: string, text: string): void => {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, `.${randomBytes(6).toString('hex')}.tmp`);
  const written = openSync(half, 'wx', 0o600);
  try {
    writeSync(written, text);
    fsyncSync(written);
    try {
      linkSync(half, file);
    } catch (error) {
      // A command that was started at the same moment made it: there is one key.
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const listed = openSync(folder, 'r');
    fsyncSync(listed);
    closeSync(listed);
  } finally {
    closeSync(written);
    rmSync(half);
  }
};

/**
 * Makes the key file, readable by its user alone.
 *
 * @param outlives whether what is written in a folder is still there when this container is replaced by a new one
 */
export const makeKeyFile = (file: string, dataFolder: string, outlives: (folder: string) => boolean): Keys => {
  if (outlives(dataFolder) && !outlives(dirname(file))) {
    throw unusable(
      file,
      'is not there, and is not made here: it would be lost with this container, and what is kept with it',
      'Mount a second volume where KEY_FILE lies (-v campanile-keys:/keys -e KEY_FILE=/keys/campanile.key), or make the key yourself (head -c 32 /dev/urandom | base64) and hand it in as a secret, with KEY_FILE naming its file.',
    );
  }
  try {
    writeOnce(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  } catch (cause) {
    throw unusable(
      file,
      `cannot be made (${codeOf(cause)})`,
      'Make its folder writable for the user that runs Campanile, or set KEY_FILE to a place that is.',
      cause,
    );
  }
  const keys = readKeyFile(file);
  if (!keys) throw unusable(file, 'was made and is gone');
  return keys;
};

/** What to throw when data is there and none of the keys opens it. */
export const lostKey = (file: string, isThere: boolean): CampanileError =>
  unusable(
    file,
    isThere ? 'is not the one that the data was sealed with' : 'is gone, and there is data sealed with it',
  );
