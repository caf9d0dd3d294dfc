import type { Command } from './command.ts';

const HELP = `campanile index: build the search index from knowledge/ into DATA_DIR

It is built at the first start too, and again whenever knowledge/ changes; this command builds it now, whatever is there. Where an
embedding endpoint is configured it fetches the vectors that are missing and waits for them; those it has are kept.
Exit code 1: something could not be written, or the endpoint did not give all vectors.`;

export const buildIndex: Command = {
  help: HELP,
  options: {},
  run: async ({ openApp }) => {
    const app = await openApp();
    const allWritten = await app.prepare(true);
    const allFetched = await app.fetchVectors();
    return allWritten && allFetched ? 0 : 1;
  },
};
