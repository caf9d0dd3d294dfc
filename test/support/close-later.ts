import { onTestFinished } from 'vitest';
import type { Store } from '../../src/store.ts';

/** Closes a store at the end of the test, unless the test did. */
export const closeLater = (store: Store): Store => {
  let open = true;
  onTestFinished(async () => {
    if (open) await store.close();
  });
  return {
    ...store,
    close: async () => {
      open = false;
      await store.close();
    },
  };
};
