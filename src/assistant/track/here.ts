import type { Conversation } from '../../domain/conversation.ts';
import type { Gap } from '../../domain/gap.ts';
import type { Language } from '../../domain/language.ts';
import type { Edition } from '../../domain/library.ts';
import {
  type Address,
  type Delivery,
  type Incoming,
  type Letter,
  type Message,
  plainMessage,
} from '../../domain/message.ts';
import type { Person } from '../../domain/person.ts';
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
  /** The groups in which a person was heard and still is, with what is kept of them. */
  readonly groupsOf: (
    person: Person,
  ) => Promise<readonly { readonly title: string; readonly conversation: Conversation }[]>;
  /** A link that adds the assistant to a group with this word; null where the channel has none. */
  readonly groupLink: ((word: string) => string) | null;
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
  readonly letters: readonly { readonly to: Address; readonly letter: Letter }[];
  /** What was asked and could not be answered. */
  readonly gaps: readonly Gap[];
  /** Shown for a moment beside a pressed button. */
  readonly note: string | null;
};

export const beginning = (conversation: Conversation): Going => ({
  conversation,
  deliveries: [],
  letters: [],
  gaps: [],
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
  };
  return { ...taken, conversation: { ...taken.conversation, count }, deliveries: [...taken.deliveries, delivery] };
};

/** A turn that goes on: its conversation is not erased. */
export type Going = Taken & { readonly conversation: Conversation };
