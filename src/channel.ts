import type { FileRef } from './domain/file.ts';
import type { Form } from './domain/form.ts';
import type { Address, Delivery, Message, Speaker } from './domain/message.ts';
import type { NewIntake } from './store.ts';

/** What became of a delivery. */
export type Sent =
  /** Shown under the platform's id; null where nothing is shown (removed, pinned, or not possible there any more). */
  | {
      readonly kind: 'shown';
      readonly as: string | null;
      /** The platform's thread that this message began at a thread's address, where it did. */
      readonly thread?: string;
    }
  /** A thread was opened for this address; now the delivery can be sent there. */
  | { readonly kind: 'opened'; readonly thread: string }
  /** Not now: again after this time; `everyone` when the whole channel must wait, not this address alone. */
  | { readonly kind: 'wait'; readonly milliseconds: number; readonly everyone: boolean }
  /** It never will be: the message is left out, the next ones go on. `because` is for the operator's log. */
  | { readonly kind: 'refused'; readonly because: string }
  /** Nobody is there any more: blocked, removed, deactivated. All that waits for this address is left out. */
  | { readonly kind: 'gone'; readonly because: string }
  /** The conversation goes on at another address. */
  | { readonly kind: 'moved'; readonly to: Address }
  /** Nobody knows whether it arrived, or the platform is out of order: again, later and later. */
  | { readonly kind: 'failed'; readonly because: string };

/** Takes what came in; resolves when it is kept for good, so that it may be acknowledged to the platform. */
export type Take = (items: readonly NewIntake[]) => Promise<void>;

/** What the channel may ask of what is kept, before it answers somebody at once. */
export type Look = {
  /**
   * The form that a button opens, for who pressed it; null where there is none (any more), or they may not. `written`: words that stand there already,
   * such as those of a message that is to be sent on.
   */
  form(asked: {
    readonly address: Address;
    readonly thread: string | null;
    readonly choice: string;
    readonly by: Speaker;
    readonly written: string | null;
  }): Promise<Form | null>;
};

/** What goes with one sending, where it is more than the message: the platform's thread of a thread's address, once it is opened, and how to fetch a file of another channel. */
export type Sending = {
  readonly thread: string | null;
  fetch(file: FileRef): Promise<Uint8Array>;
};

/** A chat platform. It translates and nothing more: it keeps no state and tries nothing twice. */
export interface Channel {
  /** The first part of its addresses. */
  readonly name: string;
  /** Begins to receive; resolves when it is ready to. */
  start(take: Take, look: Look): Promise<void>;
  /** Ends receiving; what was taken stays taken. */
  stop(): Promise<void>;
  /** Sends one delivery, once. `shownAs` is the platform's id of the message with its key, where it is shown. */
  send(delivery: Delivery, shownAs: string | null, sending?: Sending): Promise<Sent>;
  /** Fetches a file that was sent here; rejects when it cannot. Absent where files stay where they are. */
  fetchFile?(file: FileRef): Promise<Uint8Array>;
  /** The largest file that can be passed on from here, in bytes. */
  readonly mostBytes?: number;
  /** How many are in a group, without the assistant; null when it cannot be told. */
  readersOf?(address: Address): Promise<number | null>;
  /** Cuts a message into as many as the platform needs; absent where any length goes. */
  split?(message: Message): Message[];
  /** Answers a button at once, so that it stops waiting; may be lost. `note` is shown for a moment. */
  answerPress?(ticket: string, note: string | null): void;
  /** Shows that an answer is being prepared; may be lost. */
  showTyping?(address: Address): void;
  /** Whether a person administers a group, asked afresh; false when it cannot be told. */
  isAdmin?(address: Address, person: string): Promise<boolean>;
  /** Whether a person is in a group, asked afresh; false when it cannot be told. */
  isMember?(address: Address, person: string): Promise<boolean>;
  /** True where all that is said in a group reaches it, however it was let in; absent where that is told when it is. */
  readonly seesAll?: boolean;
  /** How the assistant is called in a group ("@campanile_bot"); absent where it needs no name. */
  handle?(): string | null;
  /** A link that adds the assistant to a group with this word; absent where there are no such links. */
  groupLink?(word: string): string;
}
