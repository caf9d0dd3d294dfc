import type { Alarm } from './domain/alarm.ts';
import type { Conversation } from './domain/conversation.ts';
import type { Feedback } from './domain/feedback.ts';
import type { Gap } from './domain/gap.ts';
import type { Address, Delivery, Incoming } from './domain/message.ts';
import type { Note } from './domain/note.ts';

/** Something that came in, under the id that its channel gave it: the same id comes in once. */
export type NewIntake = { readonly channel: string; readonly id: string; readonly incoming: Incoming };

/** What came in and is kept until its turn is done. Numbers rise in the order of arrival. */
export type Intake = { readonly number: number; readonly incoming: Incoming; readonly tries: number };

/** A conversation as it is kept. The version is another after each change, and never comes again. */
export type Kept = { readonly conversation: Conversation; readonly version: number };

/** A delivery that waits to be sent. Numbers rise in the order in which they are to be sent. */
export type Queued = {
  readonly number: number;
  readonly delivery: Delivery;
  /** The platform's id of the message with the delivery's key, where it was shown before. */
  readonly shownAs: string | null;
};

/** Someone who speaks in a group, so that they can be shown its list in private. */
export type Membership = { readonly person: string; readonly address: Address; readonly title: string };

/** All that one turn leaves behind, committed together or not at all. */
export type TurnDone = {
  /** The intake that the turn was about. */
  readonly number: number;
  readonly address: Address;
  /** The version that the turn began with; null where nothing was known of the address. */
  readonly version: number | null;
  /** The state after the turn; null erases all that is kept of the address. */
  readonly conversation: Conversation | null;
  readonly deliveries: readonly Delivery[];
  /** Letters to other conversations, as what comes in there. */
  readonly letters: readonly NewIntake[];
  readonly members: readonly Membership[];
  /** What was asked in it and could not be answered. */
  readonly gaps: readonly Gap[];
  /** What is due here from now on, or no longer. */
  readonly alarms: readonly Alarm[];
  readonly feedback: readonly Feedback[];
  /** Notes that are new or otherwise than before; null takes one back for good. */
  readonly notes: readonly { readonly id: string; readonly note: Note | null }[];
  /** The numbers of gaps that need not be looked at any more. */
  readonly settledGaps: readonly number[];
};

/** A gap with its number and the time when it was asked (milliseconds since 1970). */
export type KeptGap = Gap & { readonly number: number; readonly at: number };

/** What somebody thought of an answer, and when (milliseconds since 1970). */
export type KeptFeedback = Feedback & { readonly at: number };

/** What is kept of an address, for those who ask to see it. */
export type Exported = {
  readonly address: Address;
  /** Null where something came in, or is to be sent, and nothing else is known. */
  readonly conversation: Conversation | null;
  readonly waiting: readonly Incoming[];
  readonly unsent: readonly Delivery[];
};

/**
 * Keeps what must not be lost. What a promise of it resolves for is durable: a kill right after loses nothing of it. Texts and names are
 * encrypted at rest.
 */
export interface Store {
  /**
   * Keeps what came in, each once by (channel, id); gives what is new, in order. What was said in a platform's thread that is a thread of a desk comes in
   * at that thread's address. Rejects when it cannot be kept, the disk being full perhaps.
   */
  take(items: readonly NewIntake[]): Promise<Intake[]>;
  /** What came in and whose turn is not done, in the order of arrival. */
  waiting(): Promise<Intake[]>;
  load(address: Address): Promise<Kept | null>;
  /** Commits a turn; gives its deliveries as queued and its letters as taken, or `stale` when the state was changed, or erased, meanwhile. */
  commit(turn: TurnDone): Promise<{ readonly queued: Queued[]; readonly taken: Intake[] } | 'stale'>;
  /** Notes that a turn failed; gives how often it did. */
  failed(number: number): Promise<number>;
  /** Gives a turn up: its intake is done, its text is erased; `deliveries` (an apology) go out. */
  giveUp(number: number, deliveries: readonly Delivery[]): Promise<Queued[]>;
  /** What waits to be sent, in order. */
  unsent(): Promise<Queued[]>;
  /**
   * Marks a delivery as sent, shown under the platform's id (null: nothing is shown any more, or it could not be delivered), and, where it began a thread
   * of the platform, as which one. Its text is erased.
   */
  sent(number: number, shownAs: string | null, thread?: string | null): Promise<void>;
  /** The platform's id under which a message is shown now. */
  shownAs(address: Address, key: string): Promise<string | null>;
  /** Notes which thread of the platform a thread's address is. */
  opened(address: Address, thread: string): Promise<void>;
  /** The platform's thread of a thread's address, where it is opened. */
  threadOf(address: Address): Promise<string | null>;
  /** The address of a platform's thread at a desk; null where it is none of ours. */
  addressOf(desk: Address, thread: string): Promise<Address | null>;
  /** The conversations of a desk's threads, the newest first. */
  threadsAt(desk: Address): Promise<Conversation[]>;
  /** Which message of ours is shown under a platform's id; one whose id goes on behind a colon, with what came with it, is found too. */
  keyOf(address: Address, shownAs: string): Promise<string | null>;
  /**
   * Moves all of an address to another, once: state, what came in, what waits to be sent. What is already at the new address stays where the old one has
   * told nothing yet. What comes in for the old address from then on goes to the new one. A desk's threads go with it, each as one that the platform does not
   * know yet.
   */
  move(from: Address, to: Address): Promise<void>;
  /** Where an address goes on: the end of its moves, or itself. */
  currentAddress(address: Address): Promise<Address>;
  /** The groups in which a person was heard. */
  groupsOf(person: string): Promise<Membership[]>;
  /** Every address of which something is kept. */
  addresses(): Promise<Address[]>;
  export(address: Address): Promise<Exported | null>;
  /** Erases all that is kept of an address; a turn that is under way cannot bring it back. False when there was nothing. */
  erase(address: Address): Promise<boolean>;
  /** Erases all that is kept of every conversation that the assistant left before this time (milliseconds since 1970). */
  eraseLeft(before: number): Promise<void>;
  /** Takes in what is due by this time (milliseconds since 1970), each alarm once, in the order in which it is due. */
  ring(now: number): Promise<Intake[]>;
  /** Forgets what was asked last in every conversation where that was before this time (milliseconds since 1970). */
  forgetAsked(before: number): Promise<void>;
  /** The notes as they are now, also where another process changed them: the same objects for as long as nothing did. */
  notes(): Promise<readonly Note[]>;
  /** Takes a note back for good; false when there was none. */
  removeNote(id: string): Promise<boolean>;
  /** What people thought of answers, the newest first. */
  feedback(): Promise<KeptFeedback[]>;
  /** The groups, not left, that let a centre see where they stand. */
  groupsShownTo(centre: string): Promise<Conversation[]>;
  /** What could not be answered, the newest first; it belongs to no conversation any more. */
  gaps(): Promise<KeptGap[]>;
  /** Forgets the gaps, and what people thought of answers, that were kept before this time (milliseconds since 1970). */
  forgetGaps(before: number): Promise<void>;
  /** Forgets the ids of what came in before this time (milliseconds since 1970), and what became of it. */
  forget(before: number): Promise<void>;
  /**
   * Copies all that is kept, as it is at one moment, to where it can be opened again; beside a worker, which waits a moment for it. Rejects where a copy is
   * already there. The key is not copied.
   */
  backUp(folder: string): Promise<void>;
  close(): Promise<void>;
}
