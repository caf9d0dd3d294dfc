import { accountOf, directOf, partnerIn, theConversation } from '../conversations.ts';
import { newFile } from '../files.ts';
import type { FileView, Message } from '../message.ts';
import { actHere, addMessage, changeMessage, removeMessage } from '../messages.ts';
import { type Seen, seenMessage } from '../seen.ts';
import { typed } from '../text.ts';
import type { Account, Conversation, StoredFile, World } from '../world.ts';

export type Said = {
  readonly channel: string;
  readonly from: string;
  readonly text: string;
  /** The first message of a thread. */
  readonly thread?: string | undefined;
  /** Also shown in the channel. */
  readonly broadcast?: boolean | undefined;
};
export type Shared = Omit<Said, 'text' | 'broadcast'> & {
  readonly name: string;
  readonly content: string;
  /** `base64` when the content is not text. */
  readonly encoding?: BufferEncoding | undefined;
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  /** Files that are shared in the same message. */
  readonly more?: readonly { readonly name: string; readonly content: string }[] | undefined;
};
type Where = { readonly channel: string; readonly ts: string };

const mustBeAbleToWrite = (world: World, place: Conversation, from: string): void => {
  if (place.archived) throw new Error(`The channel ${place.id} is archived`);
  if (!place.members.has(from)) throw new Error(`The person ${from} is not in ${place.id}`);
  if (accountOf(world, from).deactivated) throw new Error(`The account ${from} is deactivated`);
};

const LONGEST = 40_000;

/** A person's text as the message has it, with the rich text that Slack's window adds. */
const written = (world: World, text: string): Pick<Message, 'text' | 'blocks'> => {
  if (text.length > LONGEST) throw new Error(`A person cannot send ${text.length} characters at once`);
  const elements = [{ type: 'rich_text_section' as const, elements: [{ type: 'text' as const, text }] }];
  return {
    text: typed(world, text),
    ...(text && { blocks: [{ type: 'rich_text', block_id: world.newId('b'), elements }] }),
  };
};

const write = (world: World, { channel, from, thread }: Omit<Said, 'text'>, fields: Partial<Message>): Message => {
  const place = theConversation(world, channel);
  mustBeAbleToWrite(world, place, from);
  if (thread !== undefined && !place.messages.has(thread)) throw new Error(`${channel} has no message ${thread}`);
  actHere(world, place, thread);
  const person = accountOf(world, from);
  person.acted = world.newsCount;
  return addMessage(world, place, {
    user: from,
    team: person.team,
    client_msg_id: world.newId('m'),
    text: '',
    ...(thread !== undefined && { thread_ts: thread }),
    ...fields,
  });
};

const own = (world: World, { channel, ts }: Where): [Conversation, Message] => {
  const place = theConversation(world, channel);
  const message = place.messages.get(ts);
  if (!message) throw new Error(`${channel} has no message ${ts}`);
  return [place, message];
};

const sharedBy = (
  world: World,
  { id, team }: Account,
  place: Conversation,
  { name, content, encoding = 'utf8', type }: Pick<Shared, 'name' | 'content' | 'encoding' | 'type'>,
): StoredFile => {
  const bytes = Buffer.from(content, encoding);
  const file = newFile(world, { name, type, user: id, size: bytes.length, team });
  file.bytes = bytes;
  file.uploaded = true;
  file.shares.set(place.id, '');
  return file;
};

/** From another workspace only the id is told: the rest must be asked for. */
const strangersView = ({ id, user, created, timestamp, mode, permalink }: FileView): FileView => ({
  id,
  user,
  created,
  timestamp,
  mode,
  permalink,
  name: '',
  title: '',
  mimetype: '',
  filetype: '',
  size: 0,
  file_access: 'check_file_info',
});

/** What people do with words and files. */
export const createPeople = (world: World) => ({
  /** A person writes, in a channel, a thread or to the bot alone. */
  say: ({ text, broadcast, ...where }: Said): Seen => {
    const sent = write(world, where, {
      ...written(world, text),
      ...(broadcast && { subtype: 'thread_broadcast' }),
    });
    return seenMessage(world, { id: where.channel }, sent);
  },

  /** A person shares a file, or several at once, with or without words. */
  share: ({ name, content, encoding, type, text = '', more = [], ...where }: Shared): Seen => {
    const place = theConversation(world, where.channel);
    const person = accountOf(world, where.from);
    mustBeAbleToWrite(world, place, person.id);
    const files = [{ name, content, encoding, type }, ...more].map((one) => sharedBy(world, person, place, one));
    const views = files.map(({ view }) => (person.team !== place.team ? strangersView(view) : view));
    const sent = write(world, where, { ...written(world, text), subtype: 'file_share', files: views });
    for (const { shares } of files) shares.set(place.id, sent.ts);
    return seenMessage(world, place, sent);
  },

  /** A person edits a message of their own. */
  edit: ({ text, ...where }: Where & { text: string }): Seen => {
    const [place, before] = own(world, where);
    if (before.bot_id) throw new Error(`The message ${before.ts} is not a person's`);
    actHere(world, place, before.thread_ts);
    const edited = { user: before.user, ts: world.newTs() };
    return seenMessage(world, place, changeMessage(world, place, { ...before, ...written(world, text), edited }));
  },

  /** A person removes a message. */
  remove: (where: Where): void => {
    const [place, message] = own(world, where);
    removeMessage(world, place, message);
  },

  /** Slack unfolds a link of a message: nothing but an attachment comes to it. */
  unfurl: ({ title = 'A page', ...where }: Where & { title?: string | undefined }): void => {
    const [place, message] = own(world, where);
    const link = /<(https?:[^|>]+)/.exec(message.text)?.[1];
    if (!link) throw new Error(`The message ${message.ts} has no link`);
    changeMessage(world, place, { ...message, attachments: [{ id: 1, title, from_url: link, fallback: title }] });
  },

  /** The direct conversation of a person with the bot. */
  direct: ({ person }: { person: string }): { id: string } => ({ id: directOf(world, accountOf(world, person)).id }),

  /** The person of a direct conversation. */
  partner: ({ channel }: { channel: string }): string => partnerIn(world, theConversation(world, channel)),
});
