import { failure } from './failure.ts';
import type { Account, Conversation, World } from './world.ts';

/** Finds a conversation for the driver. */
export const theConversation = (world: World, id: string): Conversation => {
  const found = world.conversations.get(id);
  if (!found) throw new Error(`No conversation has the id ${id}`);
  return found;
};

/** Finds a person for the driver. */
export const accountOf = (world: World, id: string): Account => {
  const found = world.accounts.get(id);
  if (!found) throw new Error(`No person has the id ${id}`);
  return found;
};

type NewConversation = Pick<Conversation, 'kind' | 'name' | 'creator'> &
  Partial<Pick<Conversation, 'id' | 'team' | 'sharedWith'>> & { readonly members: readonly string[] };

export const newConversation = (world: World, given: NewConversation): Conversation => {
  const made: Conversation = {
    id: given.id ?? world.newId(given.kind === 'im' ? 'D' : 'C'),
    kind: given.kind,
    name: given.name,
    creator: given.creator,
    team: given.team ?? world.home.id,
    sharedWith: given.sharedWith ?? [],
    created: Math.floor(world.clock.now() / 1000),
    archived: false,
    members: new Set(given.members),
    messages: new Map(),
    news: [],
    seen: new Map(),
  };
  world.conversations.set(made.id, made);
  return made;
};

/** The person of a direct conversation with the bot. */
export const partnerIn = (world: World, { members }: Conversation): string =>
  [...members].find((id) => id !== world.bot.id) ?? '';

/** The direct conversation of a person with the bot; there is one from the first message of either on. */
export const directOf = (world: World, person: Account): Conversation => {
  for (const one of world.conversations.values()) if (one.kind === 'im' && one.members.has(person.id)) return one;
  const members = [person.id, world.bot.id];
  return newConversation(world, { kind: 'im', name: '', creator: person.id, team: person.team, members });
};

/** Whether the bot can see that a conversation exists. */
const visible = (world: World, { kind, members }: Conversation): boolean =>
  kind === 'channel' || members.has(world.bot.id);

/** Finds the conversation of a call, or fails as Slack does when it is unknown to the bot. */
export const conversationFor = (world: World, asked: unknown): Conversation => {
  const found = world.conversations.get(String(asked));
  if (!found || !visible(world, found)) throw failure('channel_not_found');
  return found;
};

/** Finds where a call writes; a person's id opens the direct conversation with that person. */
export const conversationToWrite = (world: World, asked: unknown): Conversation => {
  const person = world.accounts.get(String(asked));
  if (person?.isBot) throw failure('cannot_dm_bot');
  const found = person ? directOf(world, person) : conversationFor(world, asked);
  if (found.archived) throw failure('is_archived');
  if (!found.members.has(world.bot.id)) throw failure('not_in_channel');
  if (found.kind === 'im' && world.accounts.get(partnerIn(world, found))?.deactivated) throw failure('user_disabled');
  return found;
};

/** A conversation as `conversations.info` shows it. */
export const conversationView = (world: World, one: Conversation): Record<string, unknown> => {
  const shared = one.sharedWith.length > 0;
  const common = {
    id: one.id,
    created: one.created,
    is_archived: one.archived,
    is_im: one.kind === 'im',
    is_org_shared: false,
    context_team_id: one.team,
  };
  if (one.kind === 'im') return { ...common, user: partnerIn(world, one), is_user_deleted: false, is_open: true };
  return {
    ...common,
    name: one.name,
    name_normalized: one.name,
    is_channel: one.kind !== 'mpim',
    is_group: one.kind === 'mpim',
    is_mpim: one.kind === 'mpim',
    is_private: one.kind !== 'channel',
    is_general: false,
    is_member: one.members.has(world.bot.id),
    is_shared: shared,
    is_ext_shared: shared,
    shared_team_ids: [one.team, ...one.sharedWith],
    creator: one.creator,
  };
};
