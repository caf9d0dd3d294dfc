import { CampanileError } from '../../domain/errors.ts';
import { BrokenSeal } from '../seal.ts';

const RESTORE =
  'Stop Campanile; move DATA_DIR aside and keep it; put your last copy of DATA_DIR in its place, beside the same key file; start again.';

const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
};

export const damaged = (folder: string, what: string, cause?: unknown): CampanileError =>
  new CampanileError('store', `what is kept in ${folder} is damaged (${what})`, RESTORE, { cause });

const KNOWN: readonly (readonly [RegExp, (folder: string, code: string, cause: unknown) => CampanileError])[] = [
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    (folder, _, cause) =>
      new CampanileError(
        'store',
        `the disk of ${folder} is full: nothing new can be kept`,
        'Make room there. It goes on by itself then; nothing that was taken is lost.',
        { cause },
      ),
  ],
  [/^SQLITE_(CORRUPT|NOTADB)/, (folder, code, cause) => damaged(folder, code, cause)],
  [
    /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EROFS|EACCES|EPERM|ENOTDIR|EEXIST|ENOENT)/,
    (folder, code, cause) =>
      new CampanileError(
        'data-folder',
        `${folder} cannot be written (${code})`,
        'Make it a folder that the user who runs Campanile may write, or set DATA_DIR to one.',
        { cause },
      ),
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (folder, _, cause) =>
      new CampanileError(
        'store',
        `another process keeps ${folder} to itself`,
        'Wait until it is done (a copy, an export), or stop it; then try again.',
        { cause },
      ),
  ],
  [
    /^SQLITE_(IOERR|PROTOCOL|NOLFS)/,
    (folder, code, cause) =>
      new CampanileError(
        'store',
        `the disk of ${folder} fails (${code})`,
        'See to the disk. It goes on by itself when it works again; a network folder will not do.',
        { cause },
      ),
  ],
];

/** What a fault of the disk or the database means to the operator; any other error as it is. */
export const explain = (folder: string, error: unknown): unknown => {
  if (error instanceof BrokenSeal) return damaged(folder, error.message, error);
  const code = codeOf(error);
  const known = KNOWN.find(([pattern]) => pattern.test(code));
  return known ? known[1](folder, code, error) : error;
};
