import type { AlarmName } from './alarm.ts';
import type { Choice, Citation } from './answer.ts';
import type { FileRef } from './file.ts';
import type { Language } from './language.ts';
import type { Letter } from './letter.ts';
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
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Somebody else wrote it: it may be asked about, and moves nothing. */
      readonly passedOn?: true;
      /** The message of ours that it answers: as the channel names it where it comes in, by our key in its turn. */
      readonly repliesTo?: string;
      /** What was sent with it. */
      readonly file?: FileRef;
      /** Files that were sent together come in one by one, under one name. */
      readonly album?: string;
    }
  /** `ticket` names the press to its channel, which wants an answer at once. */
  | { readonly kind: 'press'; readonly choice: string; readonly ticket: string }
  /** Something that is no text: a voice note, a picture without words. `file` where it is one that can be sent on. */
  | {
      readonly kind: 'unreadable';
      readonly what: 'voice' | 'file' | 'other';
      /** It came with words that are told by themselves, as the pictures of an album do: those are answered. */
      readonly beside?: true;
      readonly repliesTo?: string;
      readonly file?: FileRef;
      readonly album?: string;
    }
  /** A form was sent. `source` is the platform's id of the message that its words were taken from, where they were. */
  | {
      readonly kind: 'form';
      readonly choice: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly source: string | null;
      readonly file?: FileRef;
      readonly album?: string;
    }
  /** Something that was written earlier in a desk's thread, by the platform's id, reads otherwise now, or is gone. */
  | { readonly kind: 'edited'; readonly source: string; readonly text: string }
  | { readonly kind: 'deleted'; readonly source: string }
  /** Something was said in a desk's thread that is not for the assistant; what it was is not told. */
  | { readonly kind: 'aside' }
  /** Somebody closed a desk's thread where it stands, and not by what we offer; the request in it is as it was. */
  | { readonly kind: 'closed' }
  /** Somebody looks at their own page of the assistant. */
  | { readonly kind: 'home' }
  /** The program was started; told to each desk. */
  | { readonly kind: 'started' }
  /** Something is due. */
  | { readonly kind: 'alarm'; readonly name: AlarmName }
  /** What was to be shown here cannot be any more; or will be late; or all that was late is shown now. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'delayed' }
  | { readonly kind: 'arrived' }
  /** It was let in, or stands otherwise there than before: shown all that is said, allowed to keep a message at the top. */
  | { readonly kind: 'joined'; readonly seesAll?: boolean; readonly mayPin?: boolean }
  | { readonly kind: 'left' }
  /** Somebody, by their id, is in the group no longer. */
  | { readonly kind: 'parted'; readonly person: string }
  /** The group goes on at another address. */
  | { readonly kind: 'moved'; readonly to: Address }
  /** The conversation goes on here: what was shown of it where it was before is not here. */
  | { readonly kind: 'moved-in' }
  | { readonly kind: 'letter'; readonly letter: Letter };

/** One thing that came in for a conversation. Only what is said to the assistant comes in: a channel lets the rest of a group's talk pass. */
export type Incoming = {
  readonly address: Address;
  readonly place: 'private' | 'group';
  /** The group's name, where it has one. */
  readonly title: string | null;
  readonly from: Speaker | null;
  readonly at: number;
  /** The thread within the conversation where it was said, as the platform names it: what answers it goes there. Absent where it has none. */
  readonly thread?: string;
  readonly event: Event;
};

/** A file that we wrote and that goes with a message. */
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
  /** A file that somebody sent, passed on. */
  readonly file: FileRef | null;
};

/**
 * Something to send: a message posted, updated or removed at an address. `key` is our own name for the message, the same for as long as
 * it lives; an update of one that was never shown is posted.
 */
export type Delivery =
  | {
      readonly kind: 'post' | 'update';
      readonly address: Address;
      readonly key: string;
      readonly message: Message;
      /** The thread within the conversation where it is posted, as the platform names it; absent where it has none. */
      readonly thread?: string;
    }
  | { readonly kind: 'remove'; readonly address: Address; readonly key: string }
  /** Keeps a message in sight at the top of the conversation, where the channel can and may. */
  | { readonly kind: 'pin'; readonly address: Address; readonly key: string }
  /** Closes a desk's thread, whose request is done with, or opens it again, where the channel can and may; `key` names its card. */
  | { readonly kind: 'close'; readonly address: Address; readonly key: string }
  | { readonly kind: 'reopen'; readonly address: Address; readonly key: string }
  /** Shows somebody's own page of the assistant, where the channel has such a page. */
  | { readonly kind: 'home'; readonly address: Address; readonly key: string; readonly message: Message };

export const plainMessage = (text: string, rest: Partial<Message> = {}): Message => ({
  heading: null,
  text,
  choices: [],
  citations: [],
  asksForWords: false,
  attachment: null,
  file: null,
  ...rest,
});
