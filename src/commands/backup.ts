import { resolve } from 'node:path';
import { CampanileError } from '../domain/errors.ts';
import type { Command } from './command.ts';
import { withStore } from './keep.ts';

const HELP = `campanile backup: copy all that is kept, while "npm start" goes on

  campanile backup FOLDER

FOLDER then holds everything as it was at one moment; it is made, and may not hold a copy yet. Texts and names are sealed in it as they
are in DATA_DIR: keep the key (KEY_FILE) too, and elsewhere. To go back to it, end the program and set DATA_DIR to the folder.`;

export const backup: Command = {
  help: HELP,
  options: {},
  run: (call) =>
    withStore(call, async (store) => {
      const [folder, ...more] = call.words;
      if (folder === undefined || more.length > 0)
        throw new CampanileError('usage', 'backup takes one folder', 'campanile backup --help tells more.');
      await store.backUp(resolve(folder));
      call.print(`Copied to ${resolve(folder)}. The key is not in it: keep ${call.config.keyFile} too, and elsewhere.`);
      return 0;
    }),
};
