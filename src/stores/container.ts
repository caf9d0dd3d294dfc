import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const MARKS = ['/.dockerenv', '/run/.containerenv'];
const MEMORY_ONLY = 0x01021994;

/** Whether this process runs in a container, as the container engines mark it. */
export const isContainer = (): boolean => MARKS.some((mark) => existsSync(mark));

/**
 * Whether what is written in a folder, which need not be there yet, is still there in the container that follows this one: true on a
 * mount of its own that is not memory.
 */
export const outlivesContainer = (folder: string): boolean => {
  if (!existsSync(folder)) return folder === dirname(folder) ? false : outlivesContainer(dirname(folder));
  return statSync(folder).dev !== statSync('/').dev && statfsSync(folder).type !== MEMORY_ONLY;
};
