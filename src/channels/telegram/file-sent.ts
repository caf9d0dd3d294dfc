import { extname } from 'node:path';
import { z } from 'zod';
import type { FileKind, FileRef } from '../../domain/file.ts';
import { clean } from '../../language/fold.ts';
import type { Said } from './update.ts';

const MOST_CHARACTERS = 64;

const part = z.object({
  file_id: z.string().min(1),
  file_size: z.number().int().optional().catch(undefined),
  file_name: z.string().optional().catch(undefined),
  width: z.number().optional().catch(undefined),
});
type Part = z.infer<typeof part>;

/** By the field of a message: which kind of file it is, and how it is called where Telegram tells no name. */
const KINDS: readonly (readonly [keyof Said, FileKind, string])[] = [
  ['voice', 'voice', 'voice.ogg'],
  ['video_note', 'video', 'video.mp4'],
  ['photo', 'photo', 'photo.jpg'],
  ['video', 'video', 'video.mp4'],
  ['audio', 'audio', 'audio.mp3'],
  ['document', 'document', 'document'],
];

/** A picture comes in several sizes. */
const largestOf = (content: unknown): Part | undefined => {
  const parts = [content].flat().flatMap((one) => part.safeParse(one).data ?? []);
  return parts.toSorted((one, other) => (other.width ?? 0) - (one.width ?? 0))[0];
};

/** A file's name on one line, cut in the middle so that it keeps its ending. */
const fileNameOf = (raw: string): string => {
  const name = clean(raw).replaceAll(/[/\\]/g, '-');
  const ending = extname(name).slice(0, 10);
  const beginning = [...name.slice(0, name.length - ending.length)].slice(0, MOST_CHARACTERS - ending.length);
  return `${beginning.join('').trim()}${ending}`;
};

/** The file that came with a message; undefined where there is none that can be sent on. What it holds stays at Telegram. */
export const fileIn = (said: Said): FileRef | undefined => {
  // A moving picture comes as a document, too.
  if (said.animation) return undefined;
  for (const [field, kind, usual] of KINDS) {
    const found = largestOf(said[field]);
    if (!found) continue;
    const name = fileNameOf(found.file_name ?? '') || usual;
    return { channel: 'telegram', id: found.file_id, kind, name, bytes: found.file_size ?? null };
  }
  return undefined;
};
