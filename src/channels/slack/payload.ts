import { z } from 'zod';

/** A part that counts as absent when it is not what it should be: one odd field does not take the rest with it. */
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const text = z.string();
const anything = z.unknown().optional();

const file = z.object({
  id: text,
  name: maybe(text),
  mimetype: maybe(text),
  subtype: maybe(text),
  size: maybe(z.number()),
  mode: maybe(text),
});

const message = z.object({
  ts: maybe(text),
  subtype: maybe(text),
  user: maybe(text),
  bot_id: maybe(text),
  text: maybe(text),
  thread_ts: maybe(text),
  parent_user_id: maybe(text),
  files: maybe(z.array(file)),
  blocks: anything,
  /** Where the workspace has the agent's page, a message to the app says so by these. */
  app_context: anything,
  assistant_thread: anything,
  attachments: maybe(z.array(z.object({ is_share: anything, is_msg_unfurl: anything, text: maybe(text) }))),
});

/** Where an event happened: mostly a channel by its id, sometimes a channel with more than that. */
const channel = z.union([text, z.object({ id: text }).transform(({ id }) => id)]);

const event = message.extend({
  type: text,
  channel: maybe(channel),
  event_ts: maybe(text),
  tab: maybe(text),
  inviter: maybe(text),
  deleted_ts: maybe(text),
  message: maybe(message),
  previous_message: maybe(message),
  tokens: maybe(z.object({ bot: maybe(z.array(text)) })),
});

const told = z.object({ event_id: text, event_time: maybe(z.number()), event });

const view = z.object({
  id: text,
  private_metadata: maybe(text),
  state: maybe(z.object({ values: maybe(z.record(text, z.record(text, z.unknown()))) })),
});

const interaction = z.object({
  type: text,
  user: z.object({ id: text, name: maybe(text) }),
  trigger_id: maybe(text),
  callback_id: maybe(text),
  channel: maybe(z.object({ id: text })),
  container: maybe(z.object({ message_ts: maybe(text), thread_ts: maybe(text) })),
  message: maybe(message),
  view: maybe(view),
  actions: maybe(z.array(z.object({ action_id: text, value: maybe(text) }))),
});

const command = z.object({
  user_id: text,
  user_name: maybe(text),
  channel_id: text,
  text: maybe(text),
  trigger_id: text,
});

export type File = z.infer<typeof file>;
export type Said = z.infer<typeof message>;
export type SlackEvent = z.infer<typeof event>;
export type Told = z.infer<typeof told>;
export type Interaction = z.infer<typeof interaction>;
export type Command = z.infer<typeof command>;

/** The parts that matter here of what Slack tells; undefined when it is none of its kind. They never throw. */
export const parseTold = (raw: unknown): Told | undefined => told.safeParse(raw).data;
export const parseInteraction = (raw: unknown): Interaction | undefined => interaction.safeParse(raw).data;
export const parseCommand = (raw: unknown): Command | undefined => command.safeParse(raw).data;

/** The events that the app asks for, as its manifest names them. */
export const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'group_archive',
  'group_deleted',
  'group_left',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'tokens_revoked',
] as const;

/** What its slash command and its message shortcut are called in the manifest. */
export const COMMAND = '/campanile';
export const SHORTCUT = 'send_to_citizen';
