import type { Arguments } from '../arguments.ts';
import { checkedBlocks } from '../blocks/check.ts';
import { isPart } from '../blocks/walk.ts';
import { conversationToWrite } from '../conversations.ts';
import { failure } from '../failure.ts';
import { fileFor, newFile, sharesOf, visibleTo } from '../files.ts';
import { addMessage } from '../messages.ts';
import { normalise } from '../text.ts';
import type { StoredFile, World } from '../world.ts';
import type { Answer, Methods } from './method.ts';
import { ownFields, threadIn } from './posting.ts';

const getUploadUrl = (world: World, args: Arguments): Answer => {
  const size = Number(args.length);
  if (!Number.isInteger(size) || size <= 0)
    throw failure('invalid_arguments', 'must be more than 0 [json-pointer:/length]');
  const file = newFile(world, { name: String(args.filename), user: world.bot.id, size });
  return { upload_url: `${world.root}/upload/v1/${file.view.id}`, file_id: file.view.id };
};

/** The files that a call names, all uploaded by the bot. */
const uploadedIn = (world: World, given: unknown): StoredFile[] => {
  const list = (Array.isArray(given) ? given : []).filter(isPart);
  if (list.length === 0) throw failure('invalid_arguments', 'no fewer than 1 items allowed [json-pointer:/files]');
  return list.map(({ id, title }) => {
    const file = world.files.get(String(id));
    if (!file || file.view.user !== world.bot.id || !file.uploaded) throw failure('file_not_found');
    if (typeof title === 'string') file.view = { ...file.view, title };
    return file;
  });
};

const complete = (world: World, args: Arguments): Answer => {
  const files = uploadedIn(world, args.files);
  if (args.channel_id !== undefined) {
    const place = conversationToWrite(world, args.channel_id);
    const thread = threadIn(place, args.thread_ts);
    if (args.initial_comment !== undefined && args.blocks !== undefined)
      throw failure('invalid_arguments', 'initial_comment or blocks, not both');
    const message = addMessage(world, place, {
      ...ownFields(world),
      subtype: 'file_share',
      text: normalise(String(args.initial_comment ?? '')),
      ...(args.blocks !== undefined && { blocks: checkedBlocks(world, args.blocks) }),
      files: files.map(({ view }) => view),
      ...(thread && { thread_ts: thread }),
    });
    for (const { shares } of files) shares.set(place.id, message.ts);
  }
  return { files: files.map(({ view }) => view) };
};

const info = (world: World, args: Arguments): Answer => {
  const file = visibleTo(world, fileFor(world, args.file));
  return {
    file: { ...file.view, file_access: 'visible', shares: sharesOf(world, file) },
    comments: [],
    response_metadata: { next_cursor: '' },
  };
};

const remove = (world: World, args: Arguments): Answer => {
  const file = fileFor(world, args.file);
  if (file.view.user !== world.bot.id) throw failure('cant_delete_file');
  const { url_private: _, url_private_download: __, ...view } = file.view;
  file.view = { ...view, mode: 'tombstone' };
  file.bytes = Buffer.alloc(0);
  for (const [channel, ts] of file.shares) {
    const place = world.conversations.get(channel);
    const message = place?.messages.get(ts);
    const files = message?.files?.map((one) => (one.id === file.view.id ? file.view : one));
    if (place && message && files) place.messages.set(ts, { ...message, files });
  }
  return {};
};

export const filingMethods: Methods = {
  'files.getUploadURLExternal': {
    arguments: 'FilesGetUploadURLExternalArguments',
    scope: 'files:write',
    tier: 4,
    run: getUploadUrl,
  },
  'files.completeUploadExternal': {
    arguments: 'FilesCompleteUploadExternalArguments',
    scope: 'files:write',
    tier: 4,
    run: complete,
  },
  'files.info': { arguments: 'FilesInfoArguments', scope: 'files:read', tier: 4, run: info },
  'files.delete': { arguments: 'FilesDeleteArguments', scope: 'files:write', tier: 3, run: remove },
};
