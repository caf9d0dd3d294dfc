import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** Anything that takes text in and gives a digest; `createHash` of node:crypto is one. */
type Digest = { update(text: string | Uint8Array): Digest; digest(encoding: 'hex'): string };

/** One name for everything in the folder: changes when any file of the edition or the bank does. Line ends and accents' form do not count. */
export const hashKnowledge = (folder: string, digest: Digest): string => {
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((file) => /\.(md|txt|yaml)$/.test(file) && !basename(file).startsWith('.') && statSync(file).isFile())
    .sort();
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
      .normalize('NFC');
    digest.update(`${relative(folder, file)}\n${text}\n`);
  }
  return digest.digest('hex');
};
