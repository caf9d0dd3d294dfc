import { z } from 'zod';

/** A part that counts as absent when it is not what it should be: one odd field does not take the message with it. */
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const id = z.number().int();
const anything = z.unknown().optional();

const user = z.object({
  id,
  is_bot: maybe(z.boolean()),
  first_name: maybe(z.string()),
  last_name: maybe(z.string()),
  username: maybe(z.string()),
  language_code: maybe(z.string()),
});

const chat = z.object({ id, type: z.string(), title: maybe(z.string()) });

/** What a message holds besides words, by the name of its field. */
const contents = {
  voice: anything,
  video_note: anything,
  animation: anything,
  sticker: anything,
  dice: anything,
  contact: anything,
  location: anything,
  story: anything,
  photo: anything,
  video: anything,
  audio: anything,
  document: anything,
  paid_media: anything,
};

const entities = maybe(z.array(z.object({ type: z.string(), offset: id, length: id, url: maybe(z.string()) })));

const place = {
  chat,
  message_id: maybe(id),
  message_thread_id: maybe(id),
  is_topic_message: maybe(z.boolean()),
  reply_to_message: maybe(z.object({ message_id: maybe(id), from: maybe(user), forum_topic_created: anything })),
};

const message = z.object({
  ...place,
  ...contents,
  date: maybe(id),
  from: maybe(user),
  sender_chat: maybe(z.object({ id })),
  author_signature: maybe(z.string()),
  is_automatic_forward: anything,
  forward_origin: anything,
  via_bot: anything,
  media_group_id: maybe(z.string()),
  text: maybe(z.string()),
  caption: maybe(z.string()),
  entities,
  caption_entities: entities,
  migrate_to_chat_id: maybe(id),
  migrate_from_chat_id: maybe(id),
  left_chat_member: maybe(z.object({ id })),
  forum_topic_closed: anything,
});

const press = z.object({
  id: z.string(),
  from: user,
  message: maybe(z.object(place)),
  data: maybe(z.string()),
});

const standing = z.object({ status: z.string(), is_member: maybe(z.boolean()), can_pin_messages: maybe(z.boolean()) });

const membership = z.object({
  chat,
  from: maybe(user),
  date: maybe(id),
  old_chat_member: standing,
  new_chat_member: standing,
});

const update = z.object({
  update_id: id,
  message: maybe(message),
  callback_query: maybe(press),
  my_chat_member: maybe(membership),
});

export type User = z.infer<typeof user>;
export type Chat = z.infer<typeof chat>;
export type Place = Pick<z.infer<typeof message>, keyof typeof place>;
export type Content = keyof typeof contents;
export type Said = z.infer<typeof message>;
export type Press = z.infer<typeof press>;
export type Standing = z.infer<typeof standing>;
export type Membership = z.infer<typeof membership>;
export type Update = z.infer<typeof update>;

/** The updates that are asked for. Edited messages are not: what is to be done anew is typed anew. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

/** The parts of an update that matter here; undefined when it is none. Never throws. */
export const parseUpdate = (raw: unknown): Update | undefined => update.safeParse(raw).data;

/** The press in an update that nobody hears, so that the button stops waiting; undefined when it is none. */
export const ticketOf = (raw: unknown): string | undefined => parseUpdate(raw)?.callback_query?.id;
