import type { KnownBlock } from '@slack/types';

/** A block as Slack keeps it: a published one with its id. */
export type Block = KnownBlock & { readonly block_id?: string };

export type FileView = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly filetype: string;
  readonly user: string;
  readonly size: number;
  readonly created: number;
  readonly timestamp: number;
  readonly mode: 'hosted' | 'tombstone';
  readonly url_private?: string;
  readonly url_private_download?: string;
  readonly permalink: string;
  /** `check_file_info` when it was shared from another workspace and only its id is told. */
  readonly file_access?: 'visible' | 'check_file_info';
};

/** A message as Slack's events and answers show it. */
export type Message = {
  readonly type: 'message';
  readonly subtype?: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly team?: string;
  readonly client_msg_id?: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly bot_profile?: Readonly<Record<string, unknown>>;
  readonly username?: string;
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly Readonly<Record<string, unknown>>[];
  readonly files?: readonly FileView[];
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly thread_ts?: string;
  readonly parent_user_id?: string;
  readonly reply_count?: number;
  readonly reply_users?: readonly string[];
  readonly latest_reply?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly hidden?: boolean;
  readonly [more: string]: unknown;
};
