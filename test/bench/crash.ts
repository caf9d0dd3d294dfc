import { SUBJECTS } from '../crash/subject.ts';
import { crashTable } from '../crash/table.ts';

/** Each bot of the crash harness, killed two hundred times while people write to it; takes an hour. */
export const benchCrash = (dataFolder: string): Promise<string> =>
  crashTable(Object.values(SUBJECTS), { updates: 10_000, kills: 200, seed: 1, dataFolder });
