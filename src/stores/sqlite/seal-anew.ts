import type { Database } from 'better-sqlite3';
import type { Seal } from '../seal.ts';

const SEALED = [
  ['conversation', 'body'],
  ['waiting', 'body'],
  ['delivery', 'body'],
  ['member', 'title'],
  ['gap', 'body'],
  ['note', 'body'],
] as const;

type Row = { readonly at: number; readonly sealed: string };

/** One look at rows that may have to be sealed anew; gives where the next one begins, or undefined when none follows. */
export type Look = (after: number) => number | undefined;

/**
 * Seals with the first key what others sealed, so that those may leave the key file; one list of looks for each table, each within a
 * transaction. Nothing when only the first key was ever used.
 */
export const looksToSealAnew = (database: Database, { open, seal, mark }: Seal, limit: number): Look[] => {
  const others = database.prepare('select 1 from sealing_key where substr(proof, 1, ?) <> ?').get(mark.length, mark);
  if (!others) return [];
  const looks = SEALED.map(([table, column]): Look => {
    const page = database.prepare<[number, number], Row>(
      `select rowid as at, ${column} as sealed from ${table} where rowid > ? and ${column} is not null order by rowid limit ?`,
    );
    const put = database.prepare(`update ${table} set ${column} = ? where rowid = ?`);
    return (after) => {
      const rows = page.all(after, limit);
      for (const { at, sealed } of rows) if (!sealed.startsWith(mark)) put.run(seal(open(sealed)), at);
      return rows.at(-1)?.at;
    };
  });
  const forgetOthers: Look = () => {
    database.prepare('delete from sealing_key where substr(proof, 1, ?) <> ?').run(mark.length, mark);
    return undefined;
  };
  return [...looks, forgetOthers];
};
