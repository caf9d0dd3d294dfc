import type { Arguments } from './arguments.ts';
import { theConversation } from './conversations.ts';
import { SlackFailure } from './failure.ts';
import type { Message } from './message.ts';
import { addMessage, changeMessage, removeMessage } from './messages.ts';
import { contentIn, ownFields, showTo } from './methods/posting.ts';
import type { ResponseUrl, World } from './world.ts';

const HALF_AN_HOUR = 30 * 60_000;
const MOST = 5;
const LONGEST = 40_000;
const KNOWN: readonly string[] = [
  'text',
  'blocks',
  'attachments',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'unfurl_links',
  'unfurl_media',
  'metadata',
];

const refuse = (error: string, status = 404): SlackFailure => new SlackFailure(error, {}, status);

/** Changes or removes what the person acted on; an ephemeral message is the person's alone. */
const changeOriginal = (world: World, { user, channel, message }: ResponseUrl, next: Message | undefined): void => {
  const place = theConversation(world, channel);
  if (!message) throw refuse('no_original', 400);
  if (message.ephemeral) {
    const shown = world.accounts.get(user)?.ephemerals.find((one) => one.message.ts === message.ts);
    if (!shown) return;
    if (!next) shown.gone = true;
    else shown.message = { ...next, ts: message.ts };
    return;
  }
  const before = place.messages.get(message.ts);
  if (!before) throw refuse('message_not_found');
  if (next)
    changeMessage(world, place, { ...next, ts: before.ts, ...(before.thread_ts && { thread_ts: before.thread_ts }) });
  else removeMessage(world, place, before);
};

const write = (world: World, url: ResponseUrl, args: Arguments): void => {
  if (args.delete_original === true) {
    changeOriginal(world, url, undefined);
    return;
  }
  const message: Message = {
    type: 'message',
    ts: world.newTs(),
    ...ownFields(world),
    ...contentIn(world, args, LONGEST),
  };
  if (args.replace_original === true) {
    changeOriginal(world, url, message);
    return;
  }
  const place = theConversation(world, url.channel);
  const thread = args.thread_ts ?? url.thread;
  const threaded = typeof thread === 'string' ? { thread_ts: thread } : {};
  if (args.response_type === 'in_channel') addMessage(world, place, { ...message, ...threaded });
  else {
    const person = world.accounts.get(url.user);
    if (person) showTo(world, person, place, { ...message, ...threaded });
  }
};

/** Answers through the address that came with a person's act: to that person alone, unless told otherwise. */
export const respond = (world: World, id: string, args: Arguments): void => {
  const url = world.responseUrls.get(id);
  if (!url || world.clock.now() - url.at > HALF_AN_HOUR) throw refuse('expired_url');
  if (url.used >= MOST) throw refuse('used_url');
  const strange = Object.keys(args).find((name) => !KNOWN.includes(name));
  if (strange) throw refuse('invalid_payload', 400);
  url.used += 1;
  write(world, url, args);
};
