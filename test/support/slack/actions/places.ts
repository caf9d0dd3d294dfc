import { accountOf, newConversation, theConversation } from '../conversations.ts';
import { type EventBody, tell } from '../events.ts';
import { addMessage } from '../messages.ts';
import type { Account, Conversation, Team, World } from '../world.ts';

export type NewTeam = { readonly name: string; readonly id?: string | undefined };
export type NewPerson = {
  readonly name: string;
  readonly id?: string | undefined;
  /** As one writes it after `@`; made of the name unless told. */
  readonly handle?: string | undefined;
  /** `en-US` unless told. */
  readonly locale?: string | undefined;
  readonly timezone?: string | undefined;
  readonly guest?: 'single' | 'multi' | undefined;
  /** Of another workspace. */
  readonly team?: string | undefined;
  readonly isBot?: boolean | undefined;
  readonly isAdmin?: boolean | undefined;
};
export type NewChannel = {
  readonly name?: string | undefined;
  readonly members: readonly string[];
  readonly id?: string | undefined;
  readonly private?: boolean | undefined;
  /** A direct message of several people, which has no name of its own. */
  readonly direct?: boolean | undefined;
  /** Whether the bot is in it: yes unless told. */
  readonly bot?: boolean | undefined;
  readonly team?: string | undefined;
};
export type Place = { readonly id: string; readonly name: string; readonly kind: Conversation['kind'] };

const handleOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '.');

/** An account as nobody has used it yet. */
export const newAccount = (given: NewPerson & { readonly id: string; readonly team: string }): Account => ({
  id: given.id,
  team: given.team,
  handle: given.handle ?? handleOf(given.name),
  name: given.name,
  locale: given.locale ?? 'en-US',
  timezone: given.timezone ?? 'Europe/Rome',
  guest: given.guest,
  isBot: given.isBot ?? false,
  isAdmin: given.isAdmin ?? false,
  deactivated: false,
  modals: [],
  ephemerals: [],
  acted: 0,
  modalAt: 0,
  homeAt: 0,
});

/** Workspaces, people, channels, and who is where. */
export const createPlaces = (world: World) => {
  const service = (place: Conversation, user: string, subtype: string, text: string, more: object = {}): void => {
    addMessage(world, place, { user, team: accountOf(world, user).team, subtype, text, ...more });
  };
  const letterOf = ({ kind }: Conversation): string => (kind === 'group' ? 'G' : 'C');
  /** Events of a private channel have names of their own. */
  const named = ({ kind }: Conversation, what: string): string => `${kind === 'group' ? 'group' : 'channel'}_${what}`;
  const about = (place: Conversation, type: string, more: object): EventBody => ({
    type,
    channel: place.id,
    event_ts: world.newTs(),
    ...more,
  });

  const add = ({ channel, person, by }: { channel: string; person: string; by?: string | undefined }): void => {
    const place = theConversation(world, channel);
    const { id, team } = accountOf(world, person);
    if (place.members.has(id)) throw new Error(`The person ${id} is already in ${channel}`);
    place.members.add(id);
    const inviter = by === undefined ? {} : { inviter: by };
    tell(
      world,
      about(place, 'member_joined_channel', { user: id, channel_type: letterOf(place), team, ...inviter }),
      place,
    );
    service(place, id, 'channel_join', `<@${id}> has joined the channel`, inviter);
  };
  const leave = ({ channel, person }: { channel: string; person: string }): void => {
    const place = theConversation(world, channel);
    const { id, team } = accountOf(world, person);
    if (id === world.bot.id) tell(world, about(place, named(place, 'left'), { actor_id: place.creator }), place);
    place.members.delete(id);
    if (id === world.bot.id) return;
    tell(world, about(place, 'member_left_channel', { user: id, channel_type: letterOf(place), team }), place);
    service(place, id, 'channel_leave', `<@${id}> has left the channel`);
  };

  return {
    /** Another workspace: a stranger's, or one more of the organisation. */
    team: ({ name, id = world.newId('T') }: NewTeam): Team => {
      const team = { id, name, domain: handleOf(name) };
      world.teams.set(id, team);
      return team;
    },
    person: (given: NewPerson): { id: string; name: string; handle: string; team: string } => {
      const made = newAccount({ ...given, id: given.id ?? world.newId('U'), team: given.team ?? world.home.id });
      if (world.accounts.has(made.id)) throw new Error(`There is already a person ${made.id}`);
      world.accounts.set(made.id, made);
      return { id: made.id, name: made.name, handle: made.handle, team: made.team };
    },
    /** A channel; with members of other workspaces it is a shared one. */
    channel: ({ bot = true, members, team = world.home.id, ...given }: NewChannel): Place => {
      const teams = members.map((id) => accountOf(world, id).team).filter((one) => one !== team);
      const made = newConversation(world, {
        kind: given.direct ? 'mpim' : given.private ? 'group' : 'channel',
        name: given.name ?? `mpdm-${members.map((id) => accountOf(world, id).handle).join('--')}-1`,
        creator: members[0] ?? world.bot.id,
        members: [...members, ...(bot ? [world.bot.id] : [])],
        sharedWith: [...new Set(teams)],
        team,
        ...(given.id && { id: given.id }),
      });
      return { id: made.id, name: made.name, kind: made.kind };
    },

    add,
    leave,
    addBot: ({ channel, by }: { channel: string; by: string }): void => add({ channel, person: world.bot.id, by }),
    removeBot: ({ channel }: { channel: string }): void => leave({ channel, person: world.bot.id }),
    archive: ({ channel, by }: { channel: string; by: string }): void => {
      const place = theConversation(world, channel);
      service(place, by, named(place, 'archive'), 'archived the channel');
      place.archived = true;
      tell(world, about(place, named(place, 'archive'), { user: by }), place);
    },
    unarchive: ({ channel, by }: { channel: string; by: string }): void => {
      const place = theConversation(world, channel);
      place.archived = false;
      tell(world, about(place, named(place, 'unarchive'), { user: by }), place);
      service(place, by, named(place, 'unarchive'), 'un-archived the channel');
    },
    rename: ({ channel, by, name }: { channel: string; by: string; name: string }): void => {
      const place = theConversation(world, channel);
      const old = place.name;
      place.name = name;
      const now = { id: place.id, name, name_normalized: name, created: place.created };
      tell(world, { type: named(place, 'rename'), channel: now, event_ts: world.newTs() }, place);
      service(place, by, named(place, 'name'), `has renamed the channel from "${old}" to "${name}"`, {
        old_name: old,
        name,
      });
    },
    deactivate: ({ person }: { person: string }): void => {
      accountOf(world, person).deactivated = true;
    },
  };
};
