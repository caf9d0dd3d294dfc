import type { TelegramUser } from '@gramio/types';
import type { CallLog } from './call-log.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Flood } from './flood.ts';
import type { Message } from './message.ts';
import type { UpdateQueue } from './update-queue.ts';

export type Membership = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export type Member = {
  status: Membership;
  /** An administrator who writes in the group's name. */
  anonymous?: boolean;
  /** False: an administrator without the right to manage topics. */
  topics?: boolean;
};

/** A topic of a forum; `by`: who opened it. */
export type Topic = { name: string; readonly by: number; closed: boolean };

/** A message as it stands, with what the Bot API does not show of it. */
export type Stored = {
  message: Message;
  /** Sent with a keyboard that is not inline, or asking for a reply: such a message can never be edited. */
  readonly fixed?: 'force_reply' | 'keyboard' | 'remove_keyboard';
  /** Its parts that the bot sent and that count for "not modified". */
  readonly own: boolean;
};

export type Chat = {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  title: string;
  readonly username?: string | undefined;
  forum: boolean;
  /** In a private chat: whether the bot may write. */
  reach: 'never' | 'open' | 'blocked';
  readonly members: Map<number, Member>;
  readonly messages: Map<number, Stored>;
  readonly pinned: Set<number>;
  /** Topics that are there, open or closed, by the id of their first message. */
  readonly topics: Map<number, Topic>;
  lastMessageId: number;
  /** What the bot posted or changed since a person last did something here. */
  news: Message[];
  upgradedTo?: number;
  /** A channel whose posts are forwarded here. */
  linkedChannel?: number | undefined;
};

export type Account = { readonly user: TelegramUser; deactivated: boolean };
export type ButtonPress = {
  readonly id: string;
  readonly at: number;
  readonly from: number;
  readonly data: string;
  answer?: { readonly text: string; readonly alert: boolean };
};

/** What a file was sent as: its field in a message. */
export type FileKind = 'photo' | 'document' | 'voice' | 'video' | 'audio' | 'video_note';
export type StoredFile = {
  readonly kind: FileKind;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly bytes: Buffer;
  /** The field of a message that shows it. */
  readonly shown: unknown;
};

/** All that the server knows. One bot, its chats, the people in them. */
export type World = {
  readonly token: string;
  readonly bot: TelegramUser;
  /** In privacy mode the bot gets from a group only what is meant for it. */
  privacy: boolean;
  /** How many messages of a chat, presses and calls are remembered. */
  readonly keep: number;
  readonly clock: Clock;
  readonly accounts: Map<number, Account>;
  readonly chats: Map<number, Chat>;
  readonly updates: UpdateQueue;
  readonly presses: Map<string, ButtonPress>;
  readonly files: Map<string, StoredFile>;
  /** Where files can be downloaded, as `getFile` told: the id of each, and until when. */
  readonly paths: Map<string, { readonly id: string; readonly until: number }>;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly flood: Flood;
  /** Names, descriptions and commands of the bot, by method, scope and language. */
  readonly profile: Map<string, unknown>;
  webhook: string;
  /** How many calls other than polls are being carried out. */
  busy: number;
};
