import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openTestApp } from '../support/app.ts';
import { ownDataFolder } from '../support/run.ts';
import { playCanaries } from './play.ts';
import { CENTRES } from './village.ts';

const folder = mkdtempSync(join(tmpdir(), 'campanile-canaries-'));
afterAll(() => rmSync(folder, { recursive: true }));
const centres = join(folder, 'centres.yaml');
writeFileSync(centres, CENTRES);

/** Enough for nights, restarts, moves, lost desks and erasing to happen many times; `npm run bench canaries` plays 100,000, three times. */
const ACTS = 8_000;

test('what is said in a group, a topic, a request or a centre is seen nowhere else, whatever people do', async () => {
  const settings = { ...ownDataFolder(), CENTRES_FILE: centres };
  const { strays, counts } = await playCanaries({ seed: 1, acts: ACTS, openApp: () => openTestApp(settings) });
  expect(strays).toEqual([]);
  for (const sort of ['requests', 'passed on to a desk', 'answers of a person', 'notes', 'erased'])
    expect(counts[sort], `${sort}: there was nothing that could be seen elsewhere`).toBeGreaterThan(0);
}, 600_000);
