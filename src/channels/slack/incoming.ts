import type { Address, Event, Incoming } from '../../domain/message.ts';
import { addressOf, nameOf } from './address.ts';
import { fileRefsOf } from './file-ref.ts';
import { type Followed, isToOthers } from './followed.ts';
import type { Said, SlackEvent, Told } from './payload.ts';
import { emojiIn, plainText, withoutMention } from './text.ts';

/** Who reads: the bot as Slack knows it, which channels are desks, and how people are called. */
export type Reader = {
  readonly tenant: string;
  /** The bot's own user. */
  readonly botId: string;
  readonly isDesk: (address: Address) => boolean;
  /** How somebody is called, by their id; null where nobody asked yet. */
  readonly nameOf: (id: string) => string | null;
  /** Whether a message in a channel's thread goes on with what its writer says to the bot there. */
  readonly isFollowUp: Followed['isFollowUp'];
  readonly now: () => number;
};

/** What came in, before it is told who said it and how their channel is called. The same thing has the same id, however often it comes. */
export type Heard = {
  readonly id: string;
  readonly user: string | null;
  readonly incoming: Omit<Incoming, 'from' | 'title'>;
};

/** The time of a message, from its timestamp in seconds. */
export const timeOf = (ts: string | undefined, now: number): number => {
  const at = Math.floor(Number(ts) * 1000);
  return Number.isSafeInteger(at) && at > 0 ? at : now;
};

/** The thread that a message stands in. In a desk's channel every message begins one: what is said of it goes there. */
export const threadIn = (said: Said, isDesk: boolean): { readonly thread?: string } => {
  const thread = isDesk || said.thread_ts !== said.ts ? (said.thread_ts ?? (isDesk ? said.ts : undefined)) : undefined;
  return thread === undefined ? {} : { thread };
};

const PEOPLE_SAY: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

/**
 * The thread of a message to the app alone. On the agent's page each message that answers no other begins a thread of its own; elsewhere one writes
 * line after line, and only what is written in a thread stands in one.
 */
const threadAlone = ({ ts, thread_ts, app_context, assistant_thread }: Said): { readonly thread?: string } => {
  const isOnPage = app_context !== undefined || assistant_thread !== undefined;
  const thread = thread_ts ?? (isOnPage ? ts : undefined);
  return thread === undefined ? {} : { thread };
};

/** True for what a person wrote, and not the bot itself, another program or Slack. */
const isPersons = ({ subtype, user, bot_id }: Said, { botId }: Reader): boolean =>
  PEOPLE_SAY.includes(subtype) && user !== undefined && user !== botId && user !== 'USLACKBOT' && bot_id === undefined;

export const wordsIn = (said: Said, reader: Reader, text = said.text ?? ''): string =>
  plainText(text, { nameOf: reader.nameOf, emoji: emojiIn(said.blocks) });

/** Words that somebody else wrote and that were passed on: they command nothing. */
const passedOn = ({ attachments = [] }: Said, said: (text: string) => string): string =>
  attachments
    .flatMap(({ is_share, is_msg_unfurl, text }) => ((is_share || is_msg_unfurl) && text ? said(text) : []))
    .join('\n')
    .replace(/^[\s/]+/u, '');

/** What a message that is meant for the bot says, and the files that came with it. */
const eventsOf = (said: Said, text: string, reader: Reader, repliesTo: string | null): Event[] => {
  const words = wordsIn(said, reader, text);
  const [file, ...more] = fileRefsOf(said.files);
  const reply = repliesTo === null ? {} : { repliesTo };
  const rest = more.map((one): Event => ({ kind: 'unreadable', what: 'file', beside: true, ...reply, file: one }));
  if (words !== '' || (said.text && !file)) {
    return [{ kind: 'text', text: words, ...reply, ...(file ? { file } : {}) }, ...rest];
  }
  if (file) {
    return [{ kind: 'unreadable', what: file.kind === 'voice' ? 'voice' : 'file', ...reply, file }, ...rest];
  }
  const shared = passedOn(said, (one) => wordsIn(said, reader, one));
  return [shared === '' ? { kind: 'unreadable', what: 'other' } : { kind: 'text', text: shared, passedOn: true }];
};

const readSaid = (said: SlackEvent, reader: Reader): Heard[] => {
  const { channel, ts, user } = said;
  if (!channel || !ts || !user || !isPersons(said, reader)) return [];
  const isPrivate = channel.startsWith('D');
  const address = addressOf({ tenant: reader.tenant, id: isPrivate ? user : channel });
  const isDesk = !isPrivate && reader.isDesk(address);
  const { text, mentioned } = withoutMention(said.text ?? '', reader.botId);
  const isReply = said.thread_ts !== undefined && said.thread_ts !== ts && said.parent_user_id === reader.botId;
  const goesOn = !isDesk && ((isReply && !isToOthers(text)) || reader.isFollowUp(said));
  const isForUs = isPrivate || mentioned || said.type === 'app_mention' || goesOn;
  if (!isForUs && !(isReply && isDesk)) return [];
  const repliesTo = isReply ? nameOf({ channel, ts: said.thread_ts!, file: null }) : null;
  const events: Event[] = isForUs ? eventsOf(said, text, reader, repliesTo) : [{ kind: 'aside' }];
  return events.map((event, at) => ({
    // One text comes as a mention and as a message: by its place and time it is the same.
    id: `${reader.tenant}:${channel}:${ts}${at === 0 ? '' : `:${at + 1}`}`,
    user,
    incoming: {
      address,
      place: isPrivate ? 'private' : 'group',
      at: timeOf(ts, reader.now()),
      // In a desk's channel a mention outside of threads is a matter of the desk as a whole.
      ...(isPrivate ? threadAlone(said) : threadIn(said, false)),
      event,
    },
  }));
};

type About = { readonly id: string; readonly at: number; readonly reader: Reader };

const inGroup = (channel: string, user: string | null, event: Event, { id, at, reader }: About): Heard => ({
  id,
  user,
  incoming: { address: addressOf({ tenant: reader.tenant, id: channel }), place: 'group', at, event },
});

const alone = (user: string, event: Event, { id, at, reader }: About): Heard => ({
  id,
  user,
  incoming: { address: addressOf({ tenant: reader.tenant, id: user }), place: 'private', at, event },
});

/** A change of words, or a deletion, in a desk's thread. Unfolded links and counted replies change no word. */
const readChange = (said: SlackEvent, about: About): Heard[] => {
  const { reader } = about;
  const { channel, previous_message: before } = said;
  const after = said.subtype === 'message_changed' ? said.message : undefined;
  const of = after ?? before;
  const ts = after?.ts ?? said.deleted_ts;
  if (!channel || !ts || !of?.thread_ts || of.thread_ts === ts || !isPersons(of, reader)) return [];
  if (!reader.isDesk(addressOf({ tenant: reader.tenant, id: channel }))) return [];
  if (after && after.text === before?.text) return [];
  const source = nameOf({ channel, ts, file: null });
  // Further files of what is gone were sent on each by itself.
  const beside = fileRefsOf(of.files).slice(1);
  const events: Event[] = after
    ? [{ kind: 'edited', source, text: wordsIn(after, reader) }]
    : [null, ...beside].map((file) => ({
        kind: 'deleted',
        source: file ? nameOf({ channel, ts, file: file.id }) : source,
      }));
  return events.map((event, at) => {
    const { id, incoming, user } = inGroup(channel, of.user ?? null, event, about);
    return { id: at === 0 ? id : `${id}:${at + 1}`, user, incoming: { ...incoming, thread: of.thread_ts! } };
  });
};

const GONE_FROM: readonly string[] = [
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'group_archive',
  'group_deleted',
  'group_left',
];

const readChannel = ({ type, channel, user, inviter }: SlackEvent, about: About): Heard[] => {
  if (!channel) return [];
  const isOurs = user === about.reader.botId;
  if (GONE_FROM.includes(type) || (type === 'member_left_channel' && isOurs))
    return [inGroup(channel, null, { kind: 'left' }, about)];
  if (type === 'member_left_channel' && user) return [inGroup(channel, null, { kind: 'parted', person: user }, about)];
  if (type === 'member_joined_channel' && isOurs)
    return [inGroup(channel, inviter ?? null, { kind: 'joined', mayPin: true }, about)];
  return [];
};

/** What an event says to the assistant; nothing when it says nothing to it: the rest of a channel's talk ends here, unread and unkept. */
export const readTold = ({ event_id, event_time, event }: Told, reader: Reader): Heard[] => {
  const about = { id: event_id, at: timeOf(String(event_time ?? event.event_ts), reader.now()), reader };
  switch (event.type) {
    case 'message':
    case 'app_mention':
      return event.subtype === 'message_changed' || event.subtype === 'message_deleted'
        ? readChange(event, about)
        : readSaid(event, reader);
    case 'app_home_opened':
      if (!event.user || !event.tab) return [];
      // Who opens the talk for the first time is greeted, as who is let into a group; a second time says nothing.
      return [alone(event.user, event.tab === 'home' ? { kind: 'home' } : { kind: 'joined' }, about)];
    default:
      return readChannel(event, about);
  }
};
