import type { CallLog } from './call-log.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Limits } from './limits.ts';
import type { FileView, Message } from './message.ts';
import type { Outbox } from './outbox.ts';
import type { ViewState } from './views.ts';

export type Team = { readonly id: string; readonly name: string; readonly domain: string };

export type Account = {
  readonly id: string;
  readonly team: string;
  /** As one writes it after `@`. */
  readonly handle: string;
  /** As the others see it. */
  readonly name: string;
  readonly locale: string;
  readonly timezone: string;
  /** A guest sees the channels it was let into: one, or some. */
  readonly guest?: 'single' | 'multi' | undefined;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  deactivated: boolean;
  /** The modals of the app that are open for this person, the top one last. */
  modals: ViewState[];
  home?: ViewState;
  /** What only this person sees in a channel. */
  readonly ephemerals: Ephemeral[];
  /** By the count of news: when this person last did something, when the app last changed their modals and their home. */
  acted: number;
  modalAt: number;
  homeAt: number;
};

export type Ephemeral = { readonly number: number; readonly channel: string; message: Message; gone: boolean };

/** What the bot posted or changed: the message as it was then. */
export type News = { readonly number: number; readonly message: Message };

export type Conversation = {
  readonly id: string;
  /** A public channel, a private one, a direct message, a direct message of several people. */
  readonly kind: 'channel' | 'group' | 'im' | 'mpim';
  readonly team: string;
  /** Teams beside the own one that share it. */
  readonly sharedWith: readonly string[];
  name: string;
  readonly creator: string;
  readonly created: number;
  archived: boolean;
  readonly members: Set<string>;
  readonly messages: Map<string, Message>;
  news: News[];
  /** Up to which news people had seen when they last did something, in the place itself (``) and in its threads. */
  readonly seen: Map<string, number>;
};

export type StoredFile = {
  view: FileView;
  bytes: Buffer;
  readonly team: string;
  readonly shares: Map<string, string>;
  uploaded: boolean;
};

/** A pass for one view, which a person's act gives and which holds for three seconds. */
export type Trigger = { readonly id: string; readonly user: string; readonly at: number; used: boolean };

/** An address that takes up to five answers to one act of a person, for half an hour. */
export type ResponseUrl = {
  readonly at: number;
  readonly user: string;
  readonly channel: string;
  readonly message?: { readonly ts: string; readonly ephemeral: boolean };
  readonly thread?: string;
  used: number;
};

/** The organisation, when there is one; `orgWide` when the app was installed for all its workspaces at once. */
export type Enterprise = { readonly id: string; readonly name: string; readonly orgWide: boolean };

/** All that the server knows: one app, the workspaces that have it, their people, channels and talk. */
export type World = {
  readonly token: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly appId: string;
  readonly botId: string;
  /** The bot's own account. */
  readonly bot: Account;
  readonly home: Team;
  readonly enterprise: Enterprise | undefined;
  readonly teams: Map<string, Team>;
  readonly accounts: Map<string, Account>;
  readonly conversations: Map<string, Conversation>;
  readonly files: Map<string, StoredFile>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** Where the message of each `client_msg_id` stands. */
  readonly clientMessages: Map<string, { readonly channel: string; readonly ts: string }>;
  /** What the token may do; all when undefined. */
  scopes: readonly string[] | undefined;
  /** Which events the app asked for, such as `message.im`; all when undefined. */
  readonly subscriptions: readonly string[] | undefined;
  revoked: 'token_revoked' | 'account_inactive' | undefined;
  /** Whether a repeated `client_msg_id` posts nothing and gives the first message. */
  readonly clientIds: boolean;
  /** Whether people write to the app on the agent's page. */
  readonly agentPage: boolean;
  readonly clock: Clock;
  readonly newId: (prefix: string) => string;
  readonly newTs: () => string;
  readonly outbox: Outbox;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly limits: Limits;
  newsCount: number;
  /** How many calls are being carried out. */
  busy: number;
  /** The address of the server itself, once it listens. */
  root: string;
};
