import type { Alarm } from '../../domain/alarm.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Feedback } from '../../domain/feedback.ts';
import type { Gap } from '../../domain/gap.ts';
import type { Language } from '../../domain/language.ts';
import type { Letter } from '../../domain/letter.ts';
import type { Edition } from '../../domain/library.ts';
import { type Address, type Delivery, type Incoming, type Message, plainMessage } from '../../domain/message.ts';
import type { Note } from '../../domain/note.ts';
import type { Person } from '../../domain/person.ts';
import type { KeptGap } from '../../store.ts';
import type { Assistant } from '../assistant.ts';
import type { AssistantParts } from '../turn.ts';
import { type WayTextName, wayWords } from './words/words.ts';

/** What a turn may ask of the world around it; each answer may take a while. */
export type Around = {
  /** A word that nobody can guess. */
  readonly newWord: () => string;
  /** Whether who speaks administers this group, asked afresh; false when it cannot be told. */
  readonly isAdmin: () => Promise<boolean>;
  /** Whether who speaks is in this group, asked afresh. */
  readonly isMember: () => Promise<boolean>;
  /** Whether who speaks is in another place, a desk. */
  readonly isMemberOf: (address: Address) => Promise<boolean>;
  /** The groups in which a person was heard and still is, with what is kept of them. */
  readonly groupsOf: (
    person: Person,
  ) => Promise<readonly { readonly title: string; readonly conversation: Conversation }[]>;
  /** A link that adds the assistant to a group with this word; null where the channel has none. */
  readonly groupLink: ((word: string) => string) | null;
  /** How many are in this group, without the assistant; null when it cannot be told. */
  readonly readers: () => Promise<number | null>;
  /** The largest file, in bytes, that can be passed on from here; null where none can. */
  readonly mostBytes: number | null;
  /** Whether all that is said in this group reaches the assistant, whatever was told when it was let in. */
  readonly seesAll: boolean;
  /** The conversations of a desk's threads, the newest first. */
  readonly threadsAt: (desk: Address) => Promise<readonly Conversation[]>;
  /** The groups that let a centre see where they stand. */
  readonly groupsShownTo: (centre: string) => Promise<readonly Conversation[]>;
  /** What could not be answered, the newest first. */
  readonly gaps: () => Promise<readonly KeptGap[]>;
  /** What the centres keep as their own word. */
  readonly notes: () => Promise<readonly Note[]>;
  /** How the assistant is called in a group ("@campanile_bot"); null where it needs no name. */
  readonly handle: string | null;
};

/** One turn with all that is known when it begins. */
export type Here = {
  readonly parts: AssistantParts;
  readonly assistant: Assistant;
  readonly around: Around;
  readonly incoming: Incoming;
  readonly by: Person;
  /** The language of the reply: the message's own, then the person's, then the group's. */
  readonly language: Language;
};

/** What a turn has come to so far; `null` erases all that is kept of the conversation. */
export type Taken = {
  readonly conversation: Conversation | null;
  readonly deliveries: readonly Delivery[];
  readonly letters: readonly { readonly to: Address; readonly place: Incoming['place']; readonly letter: Letter }[];
  /** What was asked and could not be answered. */
  readonly gaps: readonly Gap[];
  /** What is due here from now on, or no longer. */
  readonly alarms: readonly Alarm[];
  readonly feedback: readonly Feedback[];
  /** Notes that are new, or other than before; null takes one back. */
  readonly notes: readonly { readonly id: string; readonly note: Note | null }[];
  /** The numbers of gaps that need not be looked at any more. */
  readonly settledGaps: readonly number[];
  /** Shown for a moment beside a pressed button. */
  readonly note: string | null;
};

export const beginning = (conversation: Conversation): Going => ({
  conversation,
  deliveries: [],
  letters: [],
  gaps: [],
  alarms: [],
  feedback: [],
  notes: [],
  settledGaps: [],
  note: null,
});

export const editionOf = ({ parts, language }: Here): Edition => parts.library[language];

/** Says a text about the group's way in the turn's language; every text may use `place` and `handle`. */
export const say = (
  { parts, incoming, around, language }: Here,
  name: WayTextName,
  values: Record<string, string | number> = {},
): string =>
  wayWords[language](name, {
    place: incoming.place,
    handle: around.handle ?? 'none',
    operator: parts.operator.name ?? 'none',
    ...values,
  });

/** Posts a message under a key of its own. */
export const post = (here: Here, taken: Going, message: Message | string): Going => {
  const count = taken.conversation.count + 1;
  const delivery: Delivery = {
    kind: 'post',
    address: here.incoming.address,
    key: `m${count}`,
    message: typeof message === 'string' ? plainMessage(message) : message,
    ...(here.incoming.thread === undefined ? {} : { thread: here.incoming.thread }),
  };
  return { ...taken, conversation: { ...taken.conversation, count }, deliveries: [...taken.deliveries, delivery] };
};

/** A turn that goes on: its conversation is not erased. */
export type Going = Taken & { readonly conversation: Conversation };
