import type { App } from '../app.ts';
import { CampanileError } from '../domain/errors.ts';
import type { Store } from '../store.ts';
import type { Call } from './command.ts';

/** Opens what is kept, beside a worker that may be serving; closes it when all is done. */
export const withStore = async <Given>(
  { openApp }: Call,
  use: (store: Store, app: App) => Promise<Given>,
): Promise<Given> => {
  const app = await openApp();
  const store = await app.openStore(false);
  try {
    return await use(store, app);
  } finally {
    await store.close();
  }
};

/** Said where an address is one of which nothing is kept. */
export const nothingKept = (address: string): CampanileError =>
  new CampanileError(
    'usage',
    `nothing is kept of "${address}"`,
    'Nothing was changed. "campanile export" prints every address of which something is kept, a line each.',
  );
