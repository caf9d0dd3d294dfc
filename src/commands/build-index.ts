import type { Command } from './command.ts';

const HELP = `campanile index: build the search index from knowledge/ into DATA_DIR

It is built at the first start too, and again whenever knowledge/ changes; this command builds it now, whatever is there.`;

export const buildIndex: Command = {
  help: HELP,
  options: {},
  run: async ({ openApp }) => {
    const app = await openApp();
    return (await app.prepare(true)) ? 0 : 1;
  },
};
