import type { Arguments } from '../arguments.ts';
import { SlackFailure } from '../failure.ts';
import type { Tier } from '../limits.ts';
import type { Conversation, World } from '../world.ts';

export type Answer = Readonly<Record<string, unknown>>;

/** A method of the Web API. */
export type Method = {
  /** The published type of its arguments. */
  readonly arguments: string;
  /** What the token must be allowed to do. */
  readonly scope?: string;
  readonly tier: Tier;
  /** Called with the app's own token instead of the bot's. */
  readonly appToken?: true;
  readonly run: (world: World, args: Arguments) => Answer;
};
export type Methods = Readonly<Record<string, Method>>;

/** Only for who names it: it opens all public channels. */
const ON_REQUEST = 'chat:write.public';

export const hasScope = ({ scopes }: World, scope: string): boolean =>
  scopes ? scopes.includes(scope) : scope !== ON_REQUEST;

/** Fails with `missing_scope` when the token was not given this. */
export const needScope = (world: World, scope: string): void => {
  if (hasScope(world, scope)) return;
  throw new SlackFailure('missing_scope', { needed: scope, provided: (world.scopes ?? []).join(',') });
};

const READ = { channel: 'channels:read', group: 'groups:read', im: 'im:read', mpim: 'mpim:read' } as const;

export const needReading = (world: World, { kind }: Conversation): void => needScope(world, READ[kind]);
