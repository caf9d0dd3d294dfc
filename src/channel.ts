import type { Address, Delivery, Message } from './domain/message.ts';
import type { NewIntake } from './store.ts';

/** What became of a delivery. */
export type Sent =
  /** Shown under the platform's id; null where nothing is shown (removed, pinned, or not possible there any more). */
  | { readonly kind: 'shown'; readonly as: string | null }
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

/** A chat platform. It translates and nothing more: it keeps no state and tries nothing twice. */
export interface Channel {
  /** The first part of its addresses. */
  readonly name: string;
  /** Begins to receive; resolves when it is ready to. */
  start(take: Take): Promise<void>;
  /** Ends receiving; what was taken stays taken. */
  stop(): Promise<void>;
  /** Sends one delivery, once. `shownAs` is the platform's id of the message with its key, where it is shown. */
  send(delivery: Delivery, shownAs: string | null): Promise<Sent>;
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
  /** How the assistant is called in a group ("@campanile_bot"); absent where it needs no name. */
  handle?(): string | null;
  /** A link that adds the assistant to a group with this word; absent where there are no such links. */
  groupLink?(word: string): string;
}
