import { channelType, tell } from './events.ts';
import type { Message } from './message.ts';
import { calledIn } from './text.ts';
import type { Conversation, World } from './world.ts';

export type NewMessage = Pick<Message, 'user' | 'text'> & Partial<Message>;

/** Marks that the bot posted or changed something. */
export const tellNews = (world: World, place: Conversation, message: Message): void => {
  world.newsCount += 1;
  place.news.push({ number: world.newsCount, message });
};

/** A person did something here: what came before is no answer to it. */
export const actHere = (world: World, place: Conversation, thread?: string): void => {
  place.seen.set('', world.newsCount);
  if (thread) place.seen.set(thread, world.newsCount);
};

/** What the bot posted or changed after a person's last act in the place, or in one of its threads. */
export const newsIn = (place: Conversation, thread?: string): Message[] => {
  const after = place.seen.get(thread ?? '') ?? 0;
  return place.news
    .filter(({ number, message }) => number > after && (thread === undefined || message.thread_ts === thread))
    .map(({ message }) => message);
};

const isOwn = (world: World, { user }: Message): boolean => user === world.bot.id;

const strange = (world: World, place: Conversation, user: string): Record<string, unknown> => {
  const team = world.accounts.get(user)?.team;
  return team && team !== place.team ? { user_team: team, source_team: team } : {};
};

const tellMessage = (world: World, place: Conversation, message: Message): void => {
  const onPage = world.agentPage && place.kind === 'im' && !isOwn(world, message);
  const event = {
    ...message,
    ...strange(world, place, message.user),
    ...(onPage && { app_context: {} }),
    channel: place.id,
    event_ts: message.ts,
  };
  tell(world, { ...event, channel_type: channelType(place) }, place);
  const called = calledIn(message.text).includes(world.bot.id);
  const isDirect = place.kind === 'im' || place.kind === 'mpim';
  if (called && !isDirect && !isOwn(world, message) && (!message.subtype || message.subtype === 'file_share'))
    tell(world, { ...event, type: 'app_mention' }, place);
};

/** Tells of a change: an edit, an unfolded link, a reply that the parent counts. */
export const tellChange = (world: World, place: Conversation, message: Message, before: Message): void => {
  const ts = world.newTs();
  tell(
    world,
    {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      message,
      previous_message: before,
      channel: place.id,
      ts,
      event_ts: ts,
      channel_type: channelType(place),
    },
    place,
  );
};

const countReply = (world: World, place: Conversation, reply: Message): void => {
  const parent = reply.thread_ts ? place.messages.get(reply.thread_ts) : undefined;
  if (!parent) return;
  const counted: Message = {
    ...parent,
    thread_ts: parent.ts,
    reply_count: (parent.reply_count ?? 0) + 1,
    reply_users: [...new Set([...(parent.reply_users ?? []), reply.user])],
    latest_reply: reply.ts,
  };
  place.messages.set(parent.ts, counted);
  tellChange(world, place, counted, parent);
};

/** Writes a message, counts it in its thread and tells the app, of its own messages too. */
export const addMessage = (world: World, place: Conversation, fields: NewMessage): Message => {
  const parent = fields.thread_ts ? place.messages.get(fields.thread_ts) : undefined;
  const message: Message = {
    type: 'message',
    ts: world.newTs(),
    ...fields,
    ...(parent && { parent_user_id: parent.user }),
  };
  place.messages.set(message.ts, message);
  if (isOwn(world, message)) tellNews(world, place, message);
  tellMessage(world, place, message);
  countReply(world, place, message);
  return message;
};

/** Puts a changed message in the place of the one before and tells the app. */
export const changeMessage = (world: World, place: Conversation, message: Message): Message => {
  const before = place.messages.get(message.ts);
  place.messages.set(message.ts, message);
  if (isOwn(world, message)) tellNews(world, place, message);
  if (before) tellChange(world, place, message, before);
  return message;
};

/** Removes a message; one with replies leaves a stone that says so. */
export const removeMessage = (world: World, place: Conversation, message: Message): void => {
  if (message.reply_count) {
    const { blocks: _, files: __, attachments: ___, ...rest } = message;
    changeMessage(world, place, {
      ...rest,
      subtype: 'tombstone',
      text: 'This message was deleted.',
      user: 'USLACKBOT',
      hidden: true,
    });
    return;
  }
  place.messages.delete(message.ts);
  const parent = message.thread_ts ? place.messages.get(message.thread_ts) : undefined;
  if (parent) place.messages.set(parent.ts, { ...parent, reply_count: (parent.reply_count ?? 1) - 1 });
  const ts = world.newTs();
  tell(
    world,
    {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: message.ts,
      previous_message: message,
      channel: place.id,
      ts,
      event_ts: ts,
      channel_type: channelType(place),
    },
    place,
  );
};
