import type { Delivery } from './outbox.ts';
import type { Conversation, World } from './world.ts';

/** Slack's word for where a message is. */
export const channelType = ({ kind }: Conversation): Conversation['kind'] => kind;

const SUBSCRIPTION = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
} as const;

/** The name by which an app asks for an event. */
const subscriptionOf = (type: string, where: Conversation | undefined): string =>
  type === 'message' && where ? SUBSCRIPTION[where.kind] : type;

export type EventBody = { readonly type: string; readonly [more: string]: unknown };

/** Wraps an event as the Events API sends it. */
export const wrapped = (world: World, event: EventBody, where: Conversation | undefined): Record<string, unknown> => {
  const { enterprise } = world;
  const orgWide = enterprise?.orgWide ?? false;
  const team = where?.team ?? world.home.id;
  return {
    token: 'verification-token-of-old',
    team_id: team,
    ...(enterprise && { enterprise_id: enterprise.id }),
    context_team_id: team,
    context_enterprise_id: enterprise?.id ?? null,
    api_app_id: world.appId,
    event,
    type: 'event_callback',
    event_id: world.newId('Ev'),
    event_time: Math.floor(world.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: enterprise?.id ?? null,
        team_id: orgWide ? null : world.home.id,
        user_id: world.bot.id,
        is_bot: true,
        is_enterprise_install: orgWide,
      },
    ],
    is_ext_shared_channel: (where?.sharedWith.length ?? 0) > 0,
    event_context: world.newId('4-'),
  };
};

/** Tells the app of an event, when it asked for its kind and is there. */
export const tell = (world: World, event: EventBody, where?: Conversation): Delivery | undefined => {
  if (where && !where.members.has(world.bot.id)) return undefined;
  if (world.subscriptions && !world.subscriptions.includes(subscriptionOf(event.type, where))) return undefined;
  return world.outbox.push('events_api', wrapped(world, event, where));
};
