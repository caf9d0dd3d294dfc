import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the project, so that a test may damage it. */
export const copyProject = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'campanile-copy-'));
  for (const name of ['bin', 'src', 'knowledge', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
};

/** Leaves only one hand's bank in a copy, so that its index is built in a moment. */
export const keepOneHand = (copy: string, hand: string): void => {
  for (const name of readdirSync(join(copy, 'knowledge', 'bank')))
    if (!name.endsWith(`.${hand}.md`)) rmSync(join(copy, 'knowledge', 'bank', name));
};

/** Takes a library out of a copy, as if it had never been installed. */
export const uninstall = (copy: string, library: string): void => {
  const modules = join(copy, 'node_modules');
  rmSync(modules);
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== library) symlinkSync(join(root, 'node_modules', name), join(modules, name));
};
