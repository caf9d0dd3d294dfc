import type { Database } from 'better-sqlite3';
import type { Note } from '../../domain/note.ts';

/**
 * Notes are few and looked at with every question, so they are read again only after they may have changed: by a change of our own, which
 * says so (`forget`), or by another process, which SQLite tells by the version of the data that it counts for each connection.
 */
export const rememberNotes = (
  database: Database,
  read: () => Note[],
): { readonly all: () => readonly Note[]; readonly forget: () => void } => {
  const version = database.prepare<[], number>('pragma data_version').pluck();
  let known: { readonly version: number | undefined; readonly notes: readonly Note[] } | undefined;
  return {
    all: () => {
      const now = version.get();
      if (known?.version !== now || known === undefined) known = { version: now, notes: read() };
      return known.notes;
    },
    forget: () => {
      known = undefined;
    },
  };
};
