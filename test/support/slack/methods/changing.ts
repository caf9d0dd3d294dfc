import type { Arguments } from '../arguments.ts';
import { conversationFor } from '../conversations.ts';
import { failure } from '../failure.ts';
import type { Message } from '../message.ts';
import { changeMessage, removeMessage } from '../messages.ts';
import type { Conversation, World } from '../world.ts';
import type { Answer, Methods } from './method.ts';
import { contentIn } from './posting.ts';

const LONGEST = 4000;

/** Finds a message that the bot may change; a conversation is named by its own id here, never by a person's. */
const ownMessage = (world: World, { channel, ts }: Arguments, refusal: string): [Conversation, Message] => {
  const place = conversationFor(world, channel);
  const message = place.messages.get(String(ts));
  if (!message || message.subtype === 'tombstone') throw failure('message_not_found');
  if (message.user !== world.bot.id) throw failure(refusal);
  return [place, message];
};

const update = (world: World, args: Arguments): Answer => {
  const [place, before] = ownMessage(world, args, 'cant_update_message');
  if (place.archived) throw failure('is_inactive');
  const { blocks, attachments, ...rest } = before;
  const content = contentIn(world, args, LONGEST);
  // Blocks stay only when neither text nor blocks are given; attachments stay unless they are given.
  const message = changeMessage(world, place, {
    ...rest,
    ...(args.attachments === undefined && attachments && { attachments }),
    ...(args.text === undefined && args.blocks === undefined && blocks && { blocks }),
    ...content,
    ...(args.text === undefined && args.markdown_text === undefined && { text: before.text }),
    ...(args.blocks === undefined && { edited: { user: world.bot.id, ts: world.newTs() } }),
    ...(args.metadata !== undefined && { metadata: args.metadata as Message['metadata'] & object }),
  });
  return { channel: place.id, ts: message.ts, text: message.text, message };
};

const remove = (world: World, args: Arguments): Answer => {
  const [place, message] = ownMessage(world, args, 'cant_delete_message');
  removeMessage(world, place, message);
  return { channel: place.id, ts: message.ts };
};

const permalink = (world: World, args: Arguments): Answer => {
  const place = conversationFor(world, args.channel);
  const message = place.messages.get(String(args.message_ts));
  if (!message) throw failure('message_not_found');
  const thread = message.thread_ts && message.thread_ts !== message.ts ? `?thread_ts=${message.thread_ts}` : '';
  const address = `https://${world.home.domain}.slack.com/archives/${place.id}/p${message.ts.replace('.', '')}`;
  return { channel: place.id, permalink: `${address}${thread}` };
};

type Reaction = { readonly name: string; readonly users: readonly string[]; readonly count: number };

const react = (world: World, args: Arguments, on: boolean): Answer => {
  const place = conversationFor(world, args.channel);
  const message = place.messages.get(String(args.timestamp));
  if (!message) throw failure('message_not_found');
  const all = (message.reactions ?? []) as readonly Reaction[];
  const mine = all.some(({ name, users }) => name === args.name && users.includes(world.bot.id));
  if (mine === on) throw failure(on ? 'already_reacted' : 'no_reaction');
  const others = all.filter(({ name }) => name !== args.name);
  const added = on ? [{ name: String(args.name), users: [world.bot.id], count: 1 }] : [];
  place.messages.set(message.ts, { ...message, reactions: [...others, ...added] });
  return {};
};

export const changingMethods: Methods = {
  'chat.update': { arguments: 'ChatUpdateArguments', scope: 'chat:write', tier: 3, run: update },
  'chat.delete': { arguments: 'ChatDeleteArguments', scope: 'chat:write', tier: 3, run: remove },
  'chat.getPermalink': { arguments: 'ChatGetPermalinkArguments', tier: 'none', run: permalink },
  'reactions.add': {
    arguments: 'ReactionsAddArguments',
    scope: 'reactions:write',
    tier: 3,
    run: (world, args) => react(world, args, true),
  },
  'reactions.remove': {
    arguments: 'ReactionsRemoveArguments',
    scope: 'reactions:write',
    tier: 2,
    run: (world, args) => react(world, args, false),
  },
};
