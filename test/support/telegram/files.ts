import { extname } from 'node:path';
import type { Upload } from './body.ts';
import { badRequest } from './failure.ts';
import type { Message } from './message.ts';
import type { FileKind, StoredFile, World } from './world.ts';

/** Each kind: how Telegram calls it in its failures, and in which folder it is found. */
const KINDS: Readonly<Record<FileKind, readonly [name: string, folder: string]>> = {
  photo: ['Photo', 'photos'],
  document: ['Document', 'documents'],
  voice: ['VoiceNote', 'voice'],
  video: ['Video', 'videos'],
  audio: ['Audio', 'music'],
  video_note: ['VideoNote', 'video_notes'],
};
const LARGEST_PHOTO = 10 * 1024 * 1024;
const LARGEST_DOWNLOAD = 20 * 1024 * 1024;
const PATH_MS = 3_600_000;

type Part = {
  readonly file_id: string;
  readonly file_size?: number;
  readonly file_name?: string;
  readonly mime_type?: string;
};

/** What the file of a person holds: its own id, again and again. */
const bytesOf = (id: string, size: number): Buffer => Buffer.alloc(size > LARGEST_DOWNLOAD ? 0 : size, `${id} `);

/** Remembers the files of a message that a person sends, so that they can be sent on and fetched. */
export const keepFiles = (world: World, fields: Partial<Message>): void => {
  for (const kind of Object.keys(KINDS) as FileKind[]) {
    const shown = fields[kind];
    for (const part of [shown ?? []].flat() as Part[]) {
      const { file_id: id, file_size: size = 1, file_name: name = '', mime_type: type = '' } = part;
      if (!world.files.has(id)) world.files.set(id, { kind, name, type, size, bytes: bytesOf(id, size), shown });
    }
  }
};

const isPicture = (bytes: Buffer): boolean =>
  ['ffd8ff', '89504e47'].some((start) => bytes.subarray(0, start.length / 2).toString('hex') === start);

const checkUpload = (kind: FileKind, { bytes }: Upload): void => {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (kind !== 'photo') return;
  if (bytes.length > LARGEST_PHOTO) {
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${LARGEST_PHOTO} bytes`,
    );
  }
  if (!isPicture(bytes)) throw badRequest('IMAGE_PROCESS_FAILED');
};

const shownAs = (kind: FileKind, id: string, { name, type, bytes }: Upload): unknown => {
  const file = { file_id: id, file_unique_id: id, file_size: bytes.length };
  switch (kind) {
    case 'photo':
      return [{ ...file, width: 800, height: 600 }];
    case 'document':
      return { ...file, file_name: name, mime_type: type };
    case 'voice':
      return { ...file, duration: 5, mime_type: type };
    case 'video':
      return { ...file, width: 640, height: 360, duration: 5, file_name: name, mime_type: type };
    case 'audio':
      return { ...file, duration: 5, file_name: name, mime_type: type };
    case 'video_note':
      return { ...file, length: 240, duration: 5 };
  }
};

/** The file that a call sends, as a message shows it: one that was uploaded with it, or one that is there, of the same kind. */
export const fileSent = (world: World, kind: FileKind, given: Upload | string): unknown => {
  if (typeof given !== 'string') {
    checkUpload(kind, given);
    const id = `file-${world.files.size + 1}`;
    const stored: StoredFile = { kind, ...given, size: given.bytes.length, shown: shownAs(kind, id, given) };
    world.files.set(id, stored);
    return stored.shown;
  }
  const file = world.files.get(given);
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
  if (file.kind !== kind) throw badRequest(`can't use file of type ${KINDS[file.kind][0]} as ${KINDS[kind][0]}`);
  return file.shown;
};

/** Says where a file can be downloaded for an hour. */
export const pathOf = (world: World, id: string): string => {
  const file = world.files.get(id);
  if (!file) throw badRequest('invalid file_id');
  if (file.size > LARGEST_DOWNLOAD) throw badRequest('file is too big');
  const at = [...world.files.keys()].indexOf(id);
  const path = `${KINDS[file.kind][1]}/file_${at}${extname(file.name)}`;
  world.paths.set(path, { id, until: world.clock.now() + PATH_MS });
  return path;
};

/** What is downloaded at a path that was told within the last hour. */
export const downloaded = (world: World, path: string): Buffer | undefined => {
  const found = world.paths.get(path);
  return found && found.until > world.clock.now() ? world.files.get(found.id)?.bytes : undefined;
};
