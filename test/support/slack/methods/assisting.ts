import type { Arguments } from '../arguments.ts';
import { conversationFor } from '../conversations.ts';
import { failure } from '../failure.ts';
import type { Conversation, World } from '../world.ts';
import type { Answer, Method, Methods } from './method.ts';

const MOST_PROMPTS = 4;

const threadOf = (world: World, args: Arguments): Conversation => {
  const place = conversationFor(world, args.channel_id);
  if (!place.members.has(world.bot.id)) throw failure('not_in_channel');
  if (!place.messages.has(String(args.thread_ts))) throw failure('thread_not_found');
  return place;
};

const setPrompts = (world: World, args: Arguments): Answer => {
  const place = conversationFor(world, args.channel_id);
  if (place.kind !== 'im')
    throw failure('invalid_arguments', 'must be a direct conversation [json-pointer:/channel_id]');
  if (args.thread_ts !== undefined) threadOf(world, args);
  const prompts = Array.isArray(args.prompts) ? args.prompts : [];
  if (prompts.length === 0 || prompts.length > MOST_PROMPTS)
    throw failure('invalid_arguments', `1 to ${MOST_PROMPTS} items [json-pointer:/prompts]`);
  return {};
};

const touch = (name: string): Method => ({
  arguments: name,
  scope: 'assistant:write',
  tier: 'none',
  run: (world, args) => {
    threadOf(world, args);
    return {};
  },
});

export const assistingMethods: Methods = {
  'assistant.threads.setStatus': touch('AssistantThreadsSetStatusArguments'),
  'assistant.threads.setTitle': touch('AssistantThreadsSetTitleArguments'),
  'assistant.threads.setSuggestedPrompts': {
    arguments: 'AssistantThreadsSetSuggestedPromptsArguments',
    scope: 'assistant:write',
    tier: 'none',
    run: setPrompts,
  },
};
