import type { Sending } from '../../channel.ts';
import type { FileRef } from '../../domain/file.ts';
import type { Message } from '../../domain/message.ts';
import { TelegramError } from './errors.ts';
import { markupOf, textOf } from './outgoing.ts';
import { type Calls, sendBytes, sendKnown } from './sending-file.ts';

type Target = { readonly chat_id: number };

const postWords = async ({ quick }: Calls, message: Message, target: Target): Promise<number> => {
  const { text, entities } = textOf(message);
  const markup = markupOf(message);
  const { message_id } = await quick.sendMessage({
    ...target,
    text,
    entities,
    link_preview_options: { is_disabled: true },
    ...(markup ? { reply_markup: markup } : {}),
  });
  return message_id;
};

/** An error with an empty code is one of the connection: what failed may come later. */
const mayCome = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === null;

/** The bytes of a file of another channel; null where they cannot be had any more. */
const fetched = async (file: FileRef, fetch: Sending['fetch'] | undefined): Promise<Uint8Array | null> => {
  try {
    return (await fetch?.(file)) ?? null;
  } catch (error) {
    if (mayCome(error)) throw new TelegramError(null, 'a file could not be fetched');
    return null;
  }
};

/** A message whose file cannot be had any more: its name stands for it. */
const withoutFile = (message: Message, { name }: FileRef): Message => ({
  ...message,
  text: [message.text, `[${name}]`].filter(Boolean).join('\n'),
  file: null,
});

const postFile = async (
  calls: Calls,
  message: Message,
  target: Target,
  file: FileRef,
  fetch: Sending['fetch'] | undefined,
): Promise<number> => {
  const known = file.channel === 'telegram' ? await sendKnown(calls, message, target, file) : null;
  if (known !== null) return known;
  const bytes = await fetched(file, fetch);
  return bytes && bytes.length > 0
    ? await sendBytes(calls, message, target, { ...file, bytes })
    : await postWords(calls, withoutFile(message, file), target);
};

/** Posts a message, with its file or without one; gives its id. */
export const post = async (
  calls: Calls,
  message: Message,
  target: Target,
  fetch: Sending['fetch'] | undefined,
): Promise<number> => {
  const { attachment, file } = message;
  if (attachment) {
    const bytes = Buffer.from(attachment.text);
    return await sendBytes(calls, message, target, { kind: 'document', name: attachment.name, bytes });
  }
  return file ? await postFile(calls, message, target, file, fetch) : await postWords(calls, message, target);
};
