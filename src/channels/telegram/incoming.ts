import type { Address, Event, Incoming } from '../../domain/message.ts';
import type { NewIntake } from '../../store.ts';
import { shownName } from '../shown-name.ts';
import { addressOf } from './address.ts';
import { fileIn } from './file-sent.ts';
import { wordsOf } from './links.ts';
import { personOf, speakerOf } from './speaker.ts';
import { nameOf, type Thread, threadOf } from './thread.ts';
import {
  type Chat,
  type Content,
  type Membership,
  type Place,
  type Press,
  parseUpdate,
  type Said,
  type Standing,
  type Update,
} from './update.ts';
import { type Ears, passedOn, wordsForUs } from './words.ts';

/** Who reads: the bot as Telegram knows it, which groups are desks, and the time (milliseconds since 1970) where Telegram tells none. */
export type Reader = Ears & {
  readonly botId: number;
  readonly isDesk: (address: Address) => boolean;
  readonly now: () => number;
};

type Read = { readonly id: number; readonly incoming: Incoming } | null;

/** In this order: a GIF is also a document. */
const UNREADABLE: readonly (readonly [Content, 'voice' | 'file' | 'other'])[] = [
  ['voice', 'voice'],
  ['video_note', 'voice'],
  ['animation', 'other'],
  ['sticker', 'other'],
  ['dice', 'other'],
  ['contact', 'other'],
  ['location', 'other'],
  ['story', 'other'],
  ['photo', 'file'],
  ['video', 'file'],
  ['audio', 'file'],
  ['document', 'file'],
  ['paid_media', 'file'],
];

const contentOf = (said: Said) => UNREADABLE.find(([content]) => said[content]);

const placeOf = ({ type }: Chat): 'private' | 'group' | null => {
  if (type === 'private') return 'private';
  return type === 'group' || type === 'supergroup' ? 'group' : null;
};

const titleOf = ({ title }: Chat): string | null => shownName(title ?? '') || null;

const chatAddress = ({ chat }: Pick<Place, 'chat'>): Address => addressOf({ chat: chat.id, topic: null });

/** Outside of topics, a thread is a chain of replies and no place of its own. */
const addressIn = ({ chat, message_thread_id, is_topic_message }: Place) =>
  addressOf({ chat: chat.id, topic: is_topic_message ? (message_thread_id ?? null) : null });

/** A desk is one place with threads in it: which of them are its own conversations, others know. */
const whereIn = (place: Place, thread: Thread | null, { isDesk }: Reader): Pick<Incoming, 'address' | 'thread'> => {
  const address = chatAddress(place);
  return isDesk(address) ? { address, ...(thread && { thread: nameOf(thread) }) } : { address: addressIn(place) };
};

/** The message of ours that it answers, by its id. In a topic, what answers nothing answers the topic's beginning. */
const answeredIn = ({ reply_to_message: to }: Said, botId: number): string | undefined =>
  to?.from?.id === botId && !to.forum_topic_created && to.message_id !== undefined ? String(to.message_id) : undefined;

const eventOf = (said: Said, reader: Reader, place: 'private' | 'group'): Event | null => {
  const repliesTo = answeredIn(said, reader.botId);
  const addressed = place === 'private' || repliesTo !== undefined;
  const file = fileIn(said);
  const album = file && said.media_group_id;
  const rest = {
    ...(repliesTo === undefined ? {} : { repliesTo }),
    ...(file && { file }),
    ...(album !== undefined && { album }),
  };
  const words = wordsOf(said);
  if (said.forward_origin && words) {
    return addressed ? { kind: 'text', text: passedOn(words), passedOn: true, ...rest } : null;
  }
  if (words !== undefined) {
    const text = wordsForUs(words, reader, addressed);
    return text === null ? null : { kind: 'text', text, ...rest };
  }
  const [, what] = contentOf(said) ?? [];
  return addressed && what ? { kind: 'unreadable', what, ...rest } : null;
};

/** In a topic of a desk, that something was said there, and no word of it; or that somebody closed it. */
const asideOf = (said: Said, { isDesk }: Reader): Event | null => {
  if (!said.is_topic_message || !isDesk(chatAddress(said))) return null;
  if (said.forum_topic_closed) return { kind: 'closed' };
  return (said.text ?? said.caption ?? contentOf(said)) ? { kind: 'aside' } : null;
};

/** A group that became a supergroup tells so twice: in the old chat and in the new one. */
const moveOf = ({ chat, migrate_to_chat_id: to, migrate_from_chat_id: from }: Said) => {
  if (to !== undefined) return { from: chat.id, to };
  return from === undefined ? null : { from, to: chat.id };
};

const readMessage = (said: Said, update: number, reader: Reader): Read => {
  const place = placeOf(said.chat);
  if (!place) return null;
  const at = said.date === undefined ? reader.now() : said.date * 1000;
  const title = titleOf(said.chat);
  const move = moveOf(said);
  if (move) {
    const event: Event = { kind: 'moved', to: addressOf({ chat: move.to, topic: null }) };
    const address = addressOf({ chat: move.from, topic: null });
    return { id: update, incoming: { address, place: 'group', title, from: null, at, event } };
  }
  if (said.left_chat_member) {
    const person = said.left_chat_member.id;
    // That the bot itself was sent away is told by an update of its own.
    if (person === reader.botId) return null;
    const event: Event = { kind: 'parted', person: String(person) };
    return { id: update, incoming: { ...whereIn(said, null, reader), place, title, from: null, at, event } };
  }
  const from = speakerOf(said, place);
  const event = from && (eventOf(said, reader, place) ?? asideOf(said, reader));
  if (!event) return null;
  return { id: update, incoming: { ...whereIn(said, threadOf(said), reader), place, title, from, at, event } };
};

const readPress = ({ id, from, message, data }: Press, update: number, reader: Reader): Read => {
  const place = message ? placeOf(message.chat) : null;
  const person = place && personOf(from, place);
  if (!message || !place || !person || data === undefined) return null;
  const event: Event = { kind: 'press', choice: data, ticket: id };
  const title = titleOf(message.chat);
  // A message that stands by itself is the first of what may come to stand below it.
  const { message_id } = message;
  const thread: Thread | null =
    threadOf(message) ?? (message_id === undefined ? null : { kind: 'chain', id: message_id });
  return {
    id: update,
    incoming: { ...whereIn(message, thread, reader), place, title, from: person, at: reader.now(), event },
  };
};

const isThere = ({ status, is_member }: Standing): boolean =>
  ['creator', 'administrator', 'member'].includes(status) || (status === 'restricted' && is_member === true);

const isAdmin = ({ status }: Standing): boolean => status === 'administrator';
const mayPin = (standing: Standing): boolean => isAdmin(standing) && standing.can_pin_messages === true;

const changeOf = (place: 'private' | 'group', before: Standing, after: Standing): Event | null => {
  if (!isThere(after)) return isThere(before) ? { kind: 'left' } : null;
  // In private, who comes back says so with /start.
  if (place === 'private') return null;
  const isOther = isAdmin(after) !== isAdmin(before) || mayPin(after) !== mayPin(before);
  return !isThere(before) || isOther ? { kind: 'joined', seesAll: isAdmin(after), mayPin: mayPin(after) } : null;
};

const readMembership = (membership: Membership, update: number, reader: Reader): Read => {
  const { chat, from, date, old_chat_member, new_chat_member } = membership;
  const place = placeOf(chat);
  const event = place && changeOf(place, old_chat_member, new_chat_member);
  if (!place || !event) return null;
  return {
    id: update,
    incoming: {
      address: addressOf({ chat: chat.id, topic: null }),
      place,
      title: titleOf(chat),
      from: personOf(from, place),
      at: date === undefined ? reader.now() : date * 1000,
      event,
    },
  };
};

const read = (update: Update, reader: Reader): Read => {
  const { update_id: id, message, callback_query, my_chat_member } = update;
  if (message) return readMessage(message, id, reader);
  if (callback_query) return readPress(callback_query, id, reader);
  return my_chat_member ? readMembership(my_chat_member, id, reader) : null;
};

/**
 * What an update says to the assistant; null when it says nothing to it. The rest of a group's talk ends here, unread and unkept.
 * Never throws, whatever the update is.
 */
export const readUpdate = (raw: unknown, reader: Reader): NewIntake | null => {
  const update = parseUpdate(raw);
  const found = update && read(update, reader);
  return found ? { channel: 'telegram', id: `${reader.botId}:${found.id}`, incoming: found.incoming } : null;
};
