import type { RawApi } from 'grammy';
import type { FileRef } from '../../domain/file.ts';
import { type Connection, faultOf, rootOf } from './client.ts';
import { TelegramError } from './errors.ts';

/** What Telegram gives a bot of a file at most, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;

const FETCH_MILLISECONDS = 60_000;

/** What is not there any more stays so; anything else may be otherwise later, which an empty code tells. */
const refused = (status: number): TelegramError =>
  new TelegramError(
    status >= 400 && status < 500 && status !== 429 && status !== 401 ? status : null,
    'Telegram gives no such file',
  );

const asTransient = (error: unknown): unknown => {
  const passes = error instanceof TelegramError && error.code !== 400;
  return passes ? new TelegramError(null, error.description) : error;
};

const download = async (url: string): Promise<Uint8Array> => {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MILLISECONDS) });
  if (!answer.ok) throw refused(answer.status);
  return new Uint8Array(await answer.arrayBuffer());
};

/**
 * Fetches a file that was sent here, in two steps: where it lies, and what it holds. Rejects with a TelegramError; its code is null where it
 * may be had later. The address of a file holds the token: it is told in no error.
 */
export const createFetchFile =
  (connection: Connection, calls: RawApi) =>
  async ({ id }: FileRef): Promise<Uint8Array> => {
    const { file_path } = await calls.getFile({ file_id: id }).catch((error: unknown) => {
      throw asTransient(error);
    });
    if (file_path === undefined) throw refused(404);
    try {
      return await download(`${rootOf(connection)}/file/bot${connection.token}/${file_path}`);
    } catch (error) {
      if (error instanceof TelegramError) throw error;
      throw new TelegramError(null, `a file could not be fetched from Telegram${faultOf(error)}`);
    }
  };
