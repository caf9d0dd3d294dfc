import type { Choice, Citation } from './answer.ts';
import type { Brought } from './group.ts';
import type { Language } from './language.ts';
import type { Person } from './person.ts';

/** Where a conversation lives: one opaque string, channel first (`telegram:-100123:7`), read only by its channel. */
export type Address = string;

/** The channel that an address belongs to. */
export const channelOf = (address: Address): string => address.slice(0, address.indexOf(':'));

/** Who speaks, as their channel knows them. */
export type Speaker = Person & {
  /** Where this person can be written to alone; null where nobody can. */
  readonly home: Address | null;
  readonly language: Language | null;
  /** True or false where the channel knows for certain; null where it must be asked. */
  readonly admin: boolean | null;
};

/** What happened in a conversation. */
export type Event =
  /** `repliesTo`: the key of our message that it answers, when the channel knows it. */
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Somebody else wrote it: it may be asked about, and moves nothing. */
      readonly passedOn?: true;
    }
  /** `ticket` names the press to its channel, which wants an answer at once. */
  | { readonly kind: 'press'; readonly choice: string; readonly ticket: string }
  /** Something that is no text: a voice note, a picture without words. */
  | { readonly kind: 'unreadable'; readonly what: 'voice' | 'file' | 'other' }
  /** It was let in, or stands otherwise there than before: shown all that is said, allowed to keep a message at the top. */
  | { readonly kind: 'joined'; readonly seesAll?: boolean; readonly mayPin?: boolean }
  | { readonly kind: 'left' }
  /** Somebody, by their id, is in the group no longer. */
  | { readonly kind: 'parted'; readonly person: string }
  /** The group goes on at another address. */
  | { readonly kind: 'moved'; readonly to: Address }
  | { readonly kind: 'letter'; readonly letter: Letter };

/** One thing that came in for a conversation. Only what is said to the assistant comes in: a channel lets the rest of a group's talk pass. */
export type Incoming = {
  readonly address: Address;
  readonly place: 'private' | 'group';
  /** The group's name, where it has one. */
  readonly title: string | null;
  readonly from: Speaker | null;
  readonly at: number;
  readonly event: Event;
};

/** What a turn tells another conversation; it comes in there as an event of its own. */
export type Letter =
  /** A group asks a member's private conversation for what was prepared there. */
  | { readonly kind: 'bring'; readonly token: string; readonly group: Address; readonly by: Person }
  /** … and is given it, or nothing when the link was used before. */
  | { readonly kind: 'brought'; readonly from: Brought | null; readonly by: Person };

/** A file that goes with a message. */
export type Attachment = { readonly name: string; readonly text: string };

/** A message as a conversation sees it. */
export type Message = {
  /** Stands above the text, set off from it. */
  readonly heading: string | null;
  readonly text: string;
  /** Buttons, row by row. */
  readonly choices: readonly (readonly Choice[])[];
  readonly citations: readonly Citation[];
  /** Asks for words: the channel makes the next thing typed an answer to it. */
  readonly asksForWords: boolean;
  readonly attachment: Attachment | null;
};

/**
 * Something to send: a message posted, updated or removed at an address. `key` is our own name for the message, the same for as long as
 * it lives; an update of one that was never shown is posted.
 */
export type Delivery =
  | { readonly kind: 'post' | 'update'; readonly address: Address; readonly key: string; readonly message: Message }
  | { readonly kind: 'remove'; readonly address: Address; readonly key: string }
  /** Keeps a message in sight at the top of the conversation, where the channel can and may. */
  | { readonly kind: 'pin'; readonly address: Address; readonly key: string };

export const plainMessage = (text: string, rest: Partial<Message> = {}): Message => ({
  heading: null,
  text,
  choices: [],
  citations: [],
  asksForWords: false,
  attachment: null,
  ...rest,
});
