import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { playCanaries } from '../canaries/play.ts';
import { CENTRES } from '../canaries/village.ts';
import { markdownTable, tell } from './markdown.ts';

const ACTS = 100_000;
const SEEDS = [1, 2, 3];

/** What is said in a group, a topic, a request or a centre, held against where it is seen, over many things done at random. */
export const benchCanaries = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'campanile-bench-'));
  const centres = join(folder, 'centres.yaml');
  writeFileSync(centres, CENTRES);
  const openApp = (seed: number) =>
    createApp(
      readConfig({
        DATA_DIR: join(folder, String(seed)),
        KEY_FILE: join(folder, `${seed}.key`),
        CENTRES_FILE: centres,
      }),
      createLog('warn'),
    );
  try {
    const rows: string[][] = [];
    for (const seed of SEEDS) {
      tell(`${ACTS} acts with the seed ${seed}`);
      await (await openApp(seed)).prepare();
      const began = performance.now();
      const { acts, strays, counts } = await playCanaries({ seed, acts: ACTS, openApp: () => openApp(seed) });
      const seconds = `${Math.round((performance.now() - began) / 1000)} s`;
      for (const stray of strays) tell(stray);
      const sorts = ['shown', 'requests', 'passed on to a desk', 'answers of a person', 'notes', 'erased'];
      const told = sorts.map((sort) => String(counts[sort] ?? 0));
      rows.push([String(seed), String(acts), ...told, String(strays.length), seconds]);
    }
    const columns = ['seed', 'acts', 'shown', 'requests', 'words to a desk', 'answers of a person', 'notes shown'];
    return markdownTable([...columns, 'erased', 'seen elsewhere', 'took'], rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
