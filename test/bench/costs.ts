import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChild } from './in-child.ts';
import { markdownTable } from './markdown.ts';
import type { Start } from './one-start.ts';

/** Megabytes of all files in a folder. */
export const diskOf = (folder: string): number => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 1e6;
};

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** Building, opening, answering: time, memory and disk, each in a process of its own with the product's settings. */
export const benchCosts = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'campanile-bench-'));
  try {
    const built = await inChild<Start>('./one-start.ts', [folder, 'anew']);
    const opened = await inChild<Start>('./one-start.ts', [folder]);
    return markdownTable(
      [`three languages, ${cpus().length} cores`, ''],
      [
        ['building the index', seconds(built.prepared)],
        ['memory at most meanwhile', `${built.memory.most} MB`],
        ['the index on disk', `${diskOf(folder).toFixed(0)} MB`],
        ['from the start to the first answer, index built', seconds(opened.firstAnswer)],
        ['memory with all three open, after the examination', `${opened.memory.now} MB`],
        ['a question, CPU: median', `${opened.p50?.toFixed(1)} ms`],
        ['… 99th percentile', `${opened.p99?.toFixed(1)} ms`],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
