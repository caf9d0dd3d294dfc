import type { Note } from '../domain/note.ts';
import type { Store } from '../store.ts';
import { isKeptIn } from './sqlite.ts';

/**
 * The notes that are kept in a data folder, read once when they are first wanted, beside whoever serves; none where nothing is kept yet, or
 * where it cannot be read, which `onFailure` is told.
 */
export const notesBeside = (
  dataFolder: string,
  open: () => Promise<Store>,
  onFailure: (because: string) => void,
): (() => Promise<readonly Note[]>) => {
  let known: Promise<readonly Note[]> | undefined;
  const read = async (): Promise<readonly Note[]> => {
    if (!isKeptIn(dataFolder)) return [];
    try {
      const store = await open();
      return await store.notes().finally(() => store.close());
    } catch (error) {
      onFailure(error instanceof Error ? error.message : String(error));
      return [];
    }
  };
  return () => {
    known ??= read();
    return known;
  };
};
