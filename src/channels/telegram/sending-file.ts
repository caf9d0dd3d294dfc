import { InputFile, type RawApi } from 'grammy';
import type { FileKind, FileRef } from '../../domain/file.ts';
import type { Message } from '../../domain/message.ts';
import { isUnfitFile } from './errors.ts';
import { fileName, markupOf, textOf } from './outgoing.ts';

/** Calls that are answered at once, and calls that bring a file, which take their time. */
export type Calls = { readonly quick: RawApi; readonly upload: RawApi };

type Rest = { readonly chat_id: number } & Readonly<Record<string, unknown>>;
type Media = string | InputFile;

const SENDERS: Readonly<
  Record<FileKind, (calls: RawApi, media: Media, rest: Rest) => Promise<{ readonly message_id: number }>>
> = {
  photo: (calls, photo, rest) => calls.sendPhoto({ ...rest, photo }),
  document: (calls, document, rest) => calls.sendDocument({ ...rest, document }),
  voice: (calls, voice, rest) => calls.sendVoice({ ...rest, voice }),
  video: (calls, video, rest) => calls.sendVideo({ ...rest, video }),
  audio: (calls, audio, rest) => calls.sendAudio({ ...rest, audio }),
};

const restOf = (message: Message, target: { readonly chat_id: number }): Rest => {
  const { text, entities } = textOf(message);
  const markup = markupOf(message);
  return {
    ...target,
    ...(text === '' ? {} : { caption: text, caption_entities: entities }),
    ...(markup ? { reply_markup: markup } : {}),
  };
};

/** Sends bytes as this kind of file, or as a document where Telegram takes them for none; gives the message's id. */
export const sendBytes = async (
  { upload }: Calls,
  message: Message,
  target: { readonly chat_id: number },
  { kind, name, bytes }: { readonly kind: FileKind; readonly name: string; readonly bytes: Uint8Array },
): Promise<number> => {
  const send = (as: FileKind) => SENDERS[as](upload, new InputFile(bytes, fileName(name)), restOf(message, target));
  try {
    return (await send(kind)).message_id;
  } catch (error) {
    if (kind === 'document' || !isUnfitFile(error)) throw error;
    return (await send('document')).message_id;
  }
};

/** Sends a file that Telegram has by its id; null where it cannot be sent so. */
export const sendKnown = async (
  { quick }: Calls,
  message: Message,
  target: { readonly chat_id: number },
  { kind, id }: FileRef,
): Promise<number | null> => {
  try {
    return (await SENDERS[kind](quick, id, restOf(message, target))).message_id;
  } catch (error) {
    if (!isUnfitFile(error)) throw error;
    return null;
  }
};
