import { join } from 'node:path';

/** Where the store of a test keeps its data and, apart from it, its key. */
export const settingsIn = (folder: string): { dataFolder: string; keyFile: string } => ({
  dataFolder: join(folder, 'data'),
  keyFile: join(folder, 'keys', 'campanile.key'),
});
