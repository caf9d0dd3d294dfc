import type { Fillings } from './actions/forms.ts';
import type { Said, Shared } from './actions/people.ts';
import type { NewChannel, NewPerson, Place } from './actions/places.ts';
import type { Told } from './actions/reads.ts';
import type { Call, CallQuery } from './call-log.ts';
import type { Seen, SeenView } from './seen.ts';

export type { NewPerson, Place };
export type Who = { readonly id: string };
/** Any message, of the driver or of the Web API. */
export type MessageRef = { readonly ts: string };
/** Any thread, by its first message or its timestamp. */
export type ThreadRef = MessageRef | string;
export type ChannelOf = Omit<NewChannel, 'members'> & { readonly members: readonly Who[] };

/** Something that the app was told; `outcome` waits for what became of it. */
export type Act = { readonly delivery: number; readonly outcome: (within?: number) => Promise<Told> };

export type Manner = Pick<Said, 'broadcast'>;
export type SharedFile = Pick<Shared, 'name' | 'content' | 'encoding' | 'type' | 'text' | 'more'>;

/** What may be done and seen in a channel, in a direct conversation, and in one of their threads. */
export type Talk = {
  /** The conversation's id. */
  readonly id: string;
  /** The timestamp of its first message, of a thread. */
  readonly thread?: string;
  /**
   * A person writes, as into Slack's window: signs are escaped, links linked, and `@name`, `<@U…>`, `#channel`, `@here` are
   * mentions when there is such a person or channel.
   */
  readonly say: (from: Who, text: string, manner?: Manner) => Promise<Seen>;
  readonly share: (from: Who, file: SharedFile) => Promise<Seen>;
  readonly edit: (message: MessageRef, text: string) => Promise<Seen>;
  readonly remove: (message: MessageRef) => Promise<void>;
  /** Slack unfolds the first link of a message: a `message_changed` with the same words. */
  readonly unfurl: (message: MessageRef, title?: string) => Promise<void>;
  /** Presses a button or chooses from a menu, by label, value or `action_id`. */
  readonly press: (from: Who, message: MessageRef, button: string) => Promise<Act>;
  /** Chooses one of the app's actions in a message's menu. */
  readonly shortcut: (from: Who, message: MessageRef, callback: string) => Promise<Act>;

  /** Waits for what the bot posts or changes here after a person's last act here; fails when it takes longer than `within` ms. */
  readonly answers: (count?: number, within?: number) => Promise<Seen[]>;
  /** The first of `answers`. */
  readonly answer: (within?: number) => Promise<Seen>;
  /** All messages as they stand. */
  readonly messages: () => Promise<Seen[]>;
  /** The bot's own messages as they stand. */
  readonly botMessages: () => Promise<Seen[]>;
  /** The bot's newest message as it stands. */
  readonly last: () => Promise<Seen | undefined>;
  readonly calls: (query?: Omit<CallQuery, 'channel'>) => Promise<Call[]>;
};

/** A channel or a direct conversation. */
export type Channel = Talk &
  Place & {
    readonly threadOf: (thread: ThreadRef) => Talk;
    readonly command: (from: Who, command: string, text?: string) => Promise<Act>;
    /** The place as its people see it, replies under what they answer. */
    readonly transcript: () => Promise<string>;
    readonly add: (person: Who, by?: Who) => Promise<void>;
    readonly leave: (person: Who) => Promise<void>;
    readonly addBot: (by: Who) => Promise<void>;
    readonly removeBot: () => Promise<void>;
    readonly archive: (by: Who) => Promise<void>;
    readonly unarchive: (by: Who) => Promise<void>;
    readonly rename: (by: Who, name: string) => Promise<void>;
  };

/** A person, and what they do with the app. */
export type Person = Who & {
  readonly name: string;
  readonly handle: string;
  readonly team: string;
  /** The direct conversation with the bot. */
  readonly direct: Channel;
  readonly say: (text: string) => Promise<Seen>;
  readonly answer: Talk['answer'];
  readonly answers: Talk['answers'];
  /** A slash command in the direct conversation. */
  readonly command: (command: string, text?: string) => Promise<Act>;
  /** One of the app's actions that belong to no message. */
  readonly shortcut: (callback: string) => Promise<Act>;

  /** Opens the app's home tab, or its messages. */
  readonly openHome: (tab?: 'home' | 'messages') => Promise<void>;
  /** The home tab as it stands. */
  readonly home: () => Promise<SeenView | undefined>;
  /** Waits for the home tab that the app publishes after this person's last act. */
  readonly published: (within?: number) => Promise<SeenView>;
  readonly pressHome: (button: string) => Promise<Act>;

  /** Waits for a modal that the app opens or changes after this person's last act. */
  readonly modal: (within?: number) => Promise<SeenView>;
  /** The modals that are open now, the top one last. */
  readonly modals: () => Promise<SeenView[]>;
  readonly pressModal: (button: string) => Promise<Act>;
  /** Fills in the modal on top, each field by its label, block or action. */
  readonly fill: (values: Fillings) => Promise<void>;
  /** Fills in and sends the modal on top. */
  readonly submit: (values?: Fillings) => Promise<Act>;
  /** Closes the modal on top, or all; an act when the app asked to be told. */
  readonly dismiss: (all?: boolean) => Promise<Act | undefined>;

  /** What only this person sees in a channel, or anywhere. */
  readonly ephemerals: (channel?: Who) => Promise<Seen[]>;
  /** Waits for what the app shows this person alone after their last act. */
  readonly ephemeral: (within?: number) => Promise<Seen>;
  /** Presses a button of what only this person sees. */
  readonly pressEphemeral: (message: Seen, button: string) => Promise<Act>;
  /** Opens a new talk in the app's pane; gives its thread. */
  readonly openAssistant: (context?: Readonly<Record<string, unknown>>) => Promise<Talk>;
  readonly deactivate: () => Promise<void>;
};
