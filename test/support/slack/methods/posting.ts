import type { Arguments } from '../arguments.ts';
import { checkedBlocks } from '../blocks/check.ts';
import { isPart } from '../blocks/walk.ts';
import { conversationFor, conversationToWrite, directOf } from '../conversations.ts';
import { failure } from '../failure.ts';
import type { Block, Message } from '../message.ts';
import { addMessage } from '../messages.ts';
import { normalise } from '../text.ts';
import type { Account, Conversation, World } from '../world.ts';
import { type Answer, hasScope, type Methods, needScope } from './method.ts';

const LONGEST = 40_000;
const LONGEST_MARKDOWN = 12_000;
const MOST_ATTACHMENTS = 100;
const LARGEST_METADATA = 16 * 1024;

/** Who the bot's messages are from. */
export const ownFields = (world: World) => ({
  user: world.bot.id,
  bot_id: world.botId,
  app_id: world.appId,
  team: world.home.id,
  bot_profile: {
    id: world.botId,
    app_id: world.appId,
    user_id: world.bot.id,
    name: world.bot.name,
    team_id: world.home.id,
    deleted: false,
  },
});

export type Content = Pick<Message, 'text' | 'blocks' | 'attachments'>;

const attachmentsIn = (world: World, given: unknown): Message['attachments'] => {
  if (!Array.isArray(given)) throw failure('invalid_attachments');
  if (given.length > MOST_ATTACHMENTS) throw failure('too_many_attachments');
  return given.filter(isPart).map((one) => (one.blocks ? { ...one, blocks: checkedBlocks(world, one.blocks) } : one));
};

/** What a message shows, of the arguments of a call; fails when it is nothing, too long or malformed. */
export const contentIn = (world: World, args: Arguments, longest: number): Content => {
  const { markdown_text: markdown } = args;
  if (typeof markdown === 'string') {
    if (args.text !== undefined || args.blocks !== undefined) throw failure('markdown_text_conflict');
    if (markdown.length > LONGEST_MARKDOWN) throw failure('msg_too_long');
    return { text: normalise(markdown), blocks: checkedBlocks(world, [{ type: 'markdown', text: markdown }]) };
  }
  const text = typeof args.text === 'string' ? args.text : '';
  if (text.length > longest) throw failure('msg_too_long');
  const blocks = args.blocks === undefined ? undefined : checkedBlocks(world, args.blocks);
  const attachments = args.attachments === undefined ? undefined : attachmentsIn(world, args.attachments);
  if (!text.trim() && !blocks?.length && !attachments?.length) throw failure('no_text');
  return { text: normalise(text), ...(blocks?.length && { blocks }), ...(attachments?.length && { attachments }) };
};

/** Checks where in a channel a message goes: a thread is named by its first message. */
export const threadIn = (place: Conversation, thread: unknown): string | undefined => {
  if (thread === undefined) return undefined;
  const parent = place.messages.get(String(thread));
  if (!parent || (parent.thread_ts && parent.thread_ts !== parent.ts)) throw failure('cannot_reply_to_message');
  return parent.ts;
};

const metadataIn = (given: unknown): Pick<Message, 'metadata'> => {
  if (!isPart(given)) return {};
  if (JSON.stringify(given).length > LARGEST_METADATA) throw failure('metadata_too_large');
  return { metadata: given };
};

const placeToPost = (world: World, asked: unknown): Conversation => {
  const known = world.conversations.get(String(asked));
  if (known?.kind === 'channel' && !known.archived && hasScope(world, 'chat:write.public')) return known;
  return conversationToWrite(world, asked);
};

/** What Slack says beside an answer to who sends blocks alone. */
const fallbackWarning = (text: string, blocks: readonly Block[] | undefined): Answer =>
  blocks && !text
    ? { warning: 'missing_text_in_message', response_metadata: { warnings: ['missing_text_in_message'] } }
    : {};

/** The message that was posted under this id before, where the server keeps to such ids. */
const postedBefore = (world: World, place: Conversation, id: unknown): Message | undefined => {
  const known = world.clientIds ? world.clientMessages.get(String(id)) : undefined;
  if (!known) return undefined;
  if (known.channel !== place.id) throw failure('duplicate_channel_not_found');
  const first = place.messages.get(known.ts);
  if (!first) throw failure('duplicate_message_not_found');
  return first;
};

const post = (world: World, args: Arguments): Answer => {
  if (args.username !== undefined || args.icon_emoji !== undefined || args.icon_url !== undefined)
    needScope(world, 'chat:write.customize');
  const place = placeToPost(world, args.channel);
  const first = postedBefore(world, place, args.client_msg_id);
  if (first) return { channel: place.id, ts: first.ts, message: first };
  const content = contentIn(world, args, LONGEST);
  const thread = threadIn(place, args.thread_ts);
  const message = addMessage(world, place, {
    ...ownFields(world),
    ...content,
    ...metadataIn(args.metadata),
    ...(typeof args.username === 'string' && { username: args.username }),
    ...(typeof args.client_msg_id === 'string' && { client_msg_id: args.client_msg_id }),
    ...(thread && { thread_ts: thread }),
    ...(thread && args.reply_broadcast === true && { subtype: 'thread_broadcast' }),
  });
  if (typeof args.client_msg_id === 'string')
    world.clientMessages.set(args.client_msg_id, { channel: place.id, ts: message.ts });
  return { channel: place.id, ts: message.ts, message, ...fallbackWarning(content.text, content.blocks) };
};

const reader = (world: World, place: Conversation, user: unknown): Account => {
  const person = world.accounts.get(String(user));
  if (!person || !place.members.has(person.id)) throw failure('user_not_in_channel');
  return person;
};

/** Shows a message to one person in a place. */
export const showTo = (world: World, person: Account, place: Conversation, message: Message): void => {
  world.newsCount += 1;
  person.ephemerals.push({ number: world.newsCount, channel: place.id, message, gone: false });
};

const postEphemeral = (world: World, args: Arguments): Answer => {
  const place =
    args.channel && world.accounts.has(String(args.channel))
      ? directOf(world, world.accounts.get(String(args.channel))!)
      : conversationFor(world, args.channel);
  if (place.archived) throw failure('is_archived');
  if (!place.members.has(world.bot.id)) throw failure('not_in_channel');
  const person = reader(world, place, args.user);
  const content = contentIn(world, args, LONGEST);
  const thread = threadIn(place, args.thread_ts);
  const ts = world.newTs();
  const fields = { ...ownFields(world), ...content, ...(thread && { thread_ts: thread }) };
  showTo(world, person, place, { type: 'message', ts, ...fields });
  return { message_ts: ts };
};

export const postingMethods: Methods = {
  'chat.postMessage': { arguments: 'ChatPostMessageArguments', scope: 'chat:write', tier: 'message', run: post },
  'chat.postEphemeral': { arguments: 'ChatPostEphemeralArguments', scope: 'chat:write', tier: 4, run: postEphemeral },
};
