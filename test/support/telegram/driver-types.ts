import type { TelegramUser } from '@gramio/types';
import type { How } from './actions/people.ts';
import type { NewPerson, Place, Rights, Telling } from './actions/places.ts';
import type { Call, CallQuery } from './call-log.ts';
import type { Message } from './message.ts';
import type { ButtonPress, Membership } from './world.ts';

export type { NewPerson };
export type Who = { readonly id: number };
/** Any message, of the driver or of a library. */
export type MessageRef = { readonly message_id: number };
export type Answer = NonNullable<ButtonPress['answer']>;

/** A press; `answer` waits for what the bot answers to it. */
export type Press = { readonly id: string; readonly answer: (within?: number) => Promise<Answer> };
export type Screen = {
  /** From an old screen: the data goes out though the message no longer has this button, or is gone. */
  readonly stale?: boolean;
};

/** How something is said: in answer to, forwarded from, in a topic, in the name of. */
export type Manner = Omit<How, 'replyTo' | 'forwardFrom' | 'asChannel'> & {
  readonly replyTo?: MessageRef | undefined;
  /** A person, or the name of one who hides behind it. */
  readonly forwardFrom?: Who | string | undefined;
  readonly asChannel?: Talk | undefined;
};

/** A chat, and what may be done and seen in it. */
export type Talk = Place & {
  readonly say: (from: Who, text: string, manner?: Manner) => Promise<Message>;
  /** Something else than text: the fields as the Bot API names them, such as `{ sticker }` or `{ photo, caption }`. */
  readonly send: (from: Who, fields: Partial<Message>, manner?: Manner) => Promise<Message>;
  readonly edit: (message: MessageRef, text: string) => Promise<Message>;
  readonly remove: (message: MessageRef) => Promise<void>;
  /** Presses a button, named by its label or its data. */
  readonly press: (from: Who, message: MessageRef, button: string, screen?: Screen) => Promise<Press>;
  /** A post, in a channel. */
  readonly post: (text: string) => Promise<Message>;

  readonly add: (by: Who, person: Who) => Promise<void>;
  readonly leave: (person: Who) => Promise<void>;
  readonly setStatus: (by: Who, person: Who, status: Membership, how?: Rights) => Promise<void>;
  /** Adds the bot; with a payload as a `startgroup` link does, which also writes the `/start` command. */
  readonly addBot: (by: Who, payload?: string) => Promise<void>;
  readonly setBotStatus: (by: Who, status: Membership, how?: Rights) => Promise<void>;
  readonly rename: (by: Who, title: string) => Promise<void>;
  /** Gives the topic's id. */
  readonly openTopic: (by: Who, name: string) => Promise<number>;
  readonly closeTopic: (by: Who, topic: number) => Promise<void>;
  readonly reopenTopic: (by: Who, topic: number) => Promise<void>;
  readonly deleteTopic: (topic: number) => Promise<void>;
  /** The topics that are there, also those that the bot opened. */
  readonly topics: () => Promise<{ id: number; name: string; closed: boolean }[]>;
  /** Upgrades the group to a supergroup, which has another id; gives it. */
  readonly migrate: (tell?: Telling) => Promise<Talk>;

  /** Waits for what the bot posts or changes here after a person's last act here; fails when it takes longer than `within` ms. */
  readonly answers: (count?: number, within?: number) => Promise<Message[]>;
  /** The first of `answers`. */
  readonly answer: (within?: number) => Promise<Message>;
  /** All messages as they stand. */
  readonly messages: () => Promise<Message[]>;
  /** The bot's own messages as they stand. */
  readonly botMessages: () => Promise<Message[]>;
  /** The bot's newest message as it stands. */
  readonly last: () => Promise<Message | undefined>;
  readonly pinned: () => Promise<number[]>;
  /** The chat as its people see it, or one topic of it. */
  readonly transcript: (topic?: number) => Promise<string>;
  readonly calls: (query?: Omit<CallQuery, 'chat'>) => Promise<Call[]>;
};

/** A person, and what they do in their private chat with the bot. */
export type Person = Who & {
  readonly user: TelegramUser;
  /** The private chat. */
  readonly talk: Talk;
  readonly say: (text: string, manner?: Manner) => Promise<Message>;
  readonly send: (fields: Partial<Message>, manner?: Manner) => Promise<Message>;
  readonly press: (message: MessageRef, button: string, screen?: Screen) => Promise<Press>;
  /** Presses a button of a message that was sent in inline mode: the bot is not told the chat. */
  readonly pressInline: (data: string) => Promise<Press>;
  readonly start: (payload?: string) => Promise<Message>;
  readonly answers: Talk['answers'];
  readonly answer: Talk['answer'];
  readonly block: () => Promise<void>;
  readonly unblock: () => Promise<void>;
  readonly deactivate: () => Promise<void>;
};
