import { z } from 'zod';
import type { FileRef } from '../../domain/file.ts';
import type { Call } from './client.ts';
import { asSlackError } from './client.ts';
import { SlackError } from './errors.ts';

/** What can be passed on between channels: Telegram gives a bot no larger file. */
export const MOST_BYTES = 20 * 1024 * 1024;

const TRANSFER_MILLISECONDS = 60_000;

const infoSchema = z.object({
  file: z.object({
    mimetype: z.string().optional().catch(undefined),
    url_private: z.string().optional().catch(undefined),
    url_private_download: z.string().optional().catch(undefined),
    shares: z
      .record(z.string(), z.record(z.string(), z.array(z.object({ ts: z.string() }))))
      .optional()
      .catch(undefined),
  }),
});

const uploadSchema = z.object({ upload_url: z.string(), file_id: z.string() });

const bytesOf = async (response: Response): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) throw new SlackError('file_too_large', 'a file is too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

/** Fetches a file that was sent in Slack, with the bot's token; rejects with a SlackError. */
export const fetchFile = async (call: Call, token: string, { id }: Pick<FileRef, 'id'>): Promise<Uint8Array> => {
  const { file } = infoSchema.parse(await call('files.info', { file: id }));
  const url = file.url_private_download ?? file.url_private;
  if (!url) throw new SlackError('file_not_found', 'a file is gone');
  try {
    const signal = AbortSignal.timeout(TRANSFER_MILLISECONDS);
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal });
    if (response.status >= 500) throw new SlackError(null, `Slack gave no file (${response.status})`);
    // To who may not have a file Slack shows its page for signing in.
    const isPage = /^text\/html/.test(response.headers.get('content-type') ?? '') && file.mimetype !== 'text/html';
    if (!response.ok || isPage) throw new SlackError('file_not_found', 'a file may not be read');
    return await bytesOf(response);
  } catch (error) {
    throw asSlackError('files', error);
  }
};

/** Brings a file to Slack, where nobody sees it yet; gives its id. */
export const uploadFile = async (call: Call, name: string, bytes: Uint8Array): Promise<string> => {
  const { upload_url, file_id } = uploadSchema.parse(
    await call('files.getUploadURLExternal', { filename: name, length: bytes.length }),
  );
  try {
    const signal = AbortSignal.timeout(TRANSFER_MILLISECONDS);
    const response = await fetch(upload_url, { method: 'POST', body: new Uint8Array(bytes), signal });
    if (!response.ok) throw new SlackError(null, `Slack took no file (${response.status})`);
    return file_id;
  } catch (error) {
    throw asSlackError('files', error);
  }
};

/** Removes a file, and the messages that showed it in a channel. */
export const removeFile = async (call: Call, channel: string, id: string): Promise<void> => {
  const { file } = infoSchema.parse(await call('files.info', { file: id }));
  const shown = Object.values(file.shares ?? {}).flatMap((places) => places[channel] ?? []);
  for (const { ts } of shown) await call('chat.delete', { channel, ts }).catch(() => {});
  await call('files.delete', { file: id });
};
