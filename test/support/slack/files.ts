import { failure } from './failure.ts';
import type { FileView } from './message.ts';
import type { StoredFile, World } from './world.ts';

const KINDS: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  txt: 'text/plain',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
};

export type NewFile = {
  readonly name: string;
  readonly user: string;
  readonly size: number;
  readonly type?: string | undefined;
  readonly team?: string;
};

/** Makes room for a file; its bytes come later. */
export const newFile = (world: World, { name, user, size, type, team = world.home.id }: NewFile): StoredFile => {
  const id = world.newId('F');
  const filetype = name.split('.').at(-1) ?? '';
  const created = Math.floor(world.clock.now() / 1000);
  const address = `${world.root}/files-pri/${team}-${id}`;
  const view: FileView = {
    id,
    name,
    title: name,
    mimetype: type ?? KINDS[filetype] ?? 'application/octet-stream',
    filetype,
    user,
    size,
    created,
    timestamp: created,
    mode: 'hosted',
    url_private: `${address}/${encodeURIComponent(name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(name)}`,
    permalink: `https://${world.home.domain}.slack.com/files/${user}/${id}/${encodeURIComponent(name)}`,
  };
  const file: StoredFile = { view, bytes: Buffer.alloc(0), team, shares: new Map(), uploaded: false };
  world.files.set(id, file);
  return file;
};

/** Finds the file of a call, or fails as Slack does. */
export const fileFor = (world: World, id: unknown): StoredFile => {
  const file = world.files.get(String(id));
  if (!file) throw failure('file_not_found');
  if (file.view.mode === 'tombstone') throw failure('file_deleted');
  return file;
};

/** Whether the bot may see a file: its own, or one shared where it is. */
export const mayRead = (world: World, { view, shares }: StoredFile): boolean =>
  view.user === world.bot.id ||
  [...shares.keys()].some((channel) => world.conversations.get(channel)?.members.has(world.bot.id));

export const visibleTo = (world: World, file: StoredFile): StoredFile => {
  if (!mayRead(world, file)) throw failure('file_not_found');
  return file;
};

/** Where a file was shared, as `files.info` tells it. */
export const sharesOf = (world: World, { shares }: StoredFile): Record<string, Record<string, { ts: string }[]>> => {
  const all: Record<string, Record<string, { ts: string }[]>> = {};
  for (const [channel, ts] of shares) {
    const kind = world.conversations.get(channel)?.kind === 'channel' ? 'public' : 'private';
    all[kind] = { ...all[kind], [channel]: [{ ts }] };
  }
  return all;
};
