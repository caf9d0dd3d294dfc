import type { Database } from 'better-sqlite3';
import { isContainer, outlivesContainer } from '../container.ts';
import { type Keys, lostKey, makeKeyFile, readKeyFile } from '../key-file.ts';
import { createSeal } from '../seal.ts';

const PROOF = 'campanile';

type Row = { readonly name: string; readonly proof: string };

/**
 * The keys of a database: read from the key file, or made at the first start. Throws a CampanileError when something was sealed with a key
 * that is not there: without it nothing can be read, and nothing is ever kept unsealed instead.
 *
 * @param onMade is told when a new key file was made, so that the operator learns what to back up
 */
export const openKeys = (
  database: Database,
  { file, dataFolder, onMade }: { readonly file: string; readonly dataFolder: string; readonly onMade: () => void },
): Keys => {
  const rows = database.prepare<[], Row>('select name, proof from sealing_key').all();
  const found = readKeyFile(file);
  if (!found && rows.length > 0) throw lostKey(file, false);
  const keys = found ?? makeKeyFile(file, dataFolder, isContainer() ? outlivesContainer : () => true);
  if (!found) onMade();
  const { open, seal } = createSeal(keys);
  for (const { proof } of rows) {
    try {
      if (open(proof).toString() !== PROOF) throw lostKey(file, true);
    } catch {
      throw lostKey(file, true);
    }
  }
  database
    .prepare('insert into sealing_key (name, proof) values (?, ?) on conflict do nothing')
    .run(keys[0].name, seal(PROOF));
  return keys;
};
