import type { Arguments } from '../arguments.ts';
import { conversationFor, conversationView, directOf } from '../conversations.ts';
import { failure } from '../failure.ts';
import type { Account, World } from '../world.ts';
import { type Answer, type Methods, needReading } from './method.ts';

const authTest = (world: World): Answer => {
  const { enterprise, home, bot } = world;
  const orgWide = enterprise?.orgWide ?? false;
  return {
    url: `https://${home.domain}.slack.com/`,
    team: orgWide ? enterprise?.name : home.name,
    user: bot.handle,
    team_id: orgWide ? enterprise?.id : home.id,
    user_id: bot.id,
    bot_id: world.botId,
    ...(enterprise && { enterprise_id: enterprise.id }),
    is_enterprise_install: orgWide,
  };
};

const info = (world: World, args: Arguments): Answer => {
  const place = conversationFor(world, args.channel);
  needReading(world, place);
  const count = args.include_num_members ? { num_members: place.members.size } : {};
  return { channel: { ...conversationView(world, place), ...count } };
};

const PAGE = 100;

const members = (world: World, args: Arguments): Answer => {
  const place = conversationFor(world, args.channel);
  needReading(world, place);
  if (!place.members.has(world.bot.id) && place.kind === 'group') throw failure('channel_not_found');
  const start = args.cursor ? Number(Buffer.from(String(args.cursor), 'base64').toString()) : 0;
  if (!Number.isInteger(start)) throw failure('invalid_cursor');
  const size = Number(args.limit ?? PAGE);
  const all = [...place.members];
  const next = start + size < all.length ? Buffer.from(String(start + size)).toString('base64') : '';
  return { members: all.slice(start, start + size), response_metadata: { next_cursor: next } };
};

const open = (world: World, args: Arguments): Answer => {
  if (args.channel !== undefined) return { channel: conversationView(world, conversationFor(world, args.channel)) };
  const users = String(args.users ?? '')
    .split(',')
    .filter(Boolean);
  if (users.length === 0) throw failure('users_list_not_supplied');
  if (users.length > 1) throw failure('invalid_arguments', 'this server has no conversations of several people');
  const person = world.accounts.get(users[0] ?? '');
  if (!person) throw failure('user_not_found');
  if (person.isBot) throw failure('cannot_dm_bot');
  if (person.deactivated) throw failure('user_disabled');
  const before = world.conversations.size;
  const place = directOf(world, person);
  const existed = world.conversations.size === before && { no_op: true, already_open: true };
  return { ...existed, channel: args.return_im ? conversationView(world, place) : { id: place.id } };
};

const join = (world: World, args: Arguments): Answer => {
  const place = conversationFor(world, args.channel);
  if (place.kind !== 'channel') throw failure('method_not_supported_for_channel_type');
  if (place.archived) throw failure('is_archived');
  place.members.add(world.bot.id);
  return { channel: conversationView(world, place) };
};

/** Whether a person of another workspace has nothing in common with the bot. */
const isStranger = (world: World, { id, team }: Account): boolean =>
  team !== world.home.id &&
  ![...world.conversations.values()].some(({ members: all }) => all.has(id) && all.has(world.bot.id));

export const userView = (world: World, person: Account, locale: boolean): Record<string, unknown> => ({
  id: person.id,
  team_id: person.team,
  name: person.handle,
  real_name: person.name,
  deleted: person.deactivated,
  tz: person.timezone,
  is_bot: person.isBot,
  is_app_user: false,
  is_admin: person.isAdmin,
  is_owner: false,
  is_restricted: person.guest !== undefined,
  is_ultra_restricted: person.guest === 'single',
  ...(person.team !== world.home.id && { is_stranger: isStranger(world, person) }),
  updated: 1,
  profile: { real_name: person.name, display_name: person.name, team: person.team },
  ...(locale && { locale: person.locale }),
});

const user = (world: World, args: Arguments): Answer => {
  const person = world.accounts.get(String(args.user));
  if (!person) throw failure('user_not_found');
  return { user: userView(world, person, args.include_locale === true) };
};

const botInfo = (world: World, args: Arguments): Answer => {
  if (args.bot !== undefined && args.bot !== world.botId) throw failure('bot_not_found');
  const { bot, botId, appId } = world;
  return { bot: { id: botId, app_id: appId, user_id: bot.id, name: bot.name, deleted: false, updated: 1 } };
};

const team = (world: World, args: Arguments): Answer => {
  const found = args.team === undefined ? world.home : world.teams.get(String(args.team));
  if (!found) throw failure('team_not_found');
  const { enterprise } = world;
  const org = enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name };
  return { team: { ...found, email_domain: '', ...org } };
};

export const lookingMethods: Methods = {
  'auth.test': { arguments: 'AuthTestArguments', tier: 'none', run: authTest },
  'conversations.info': { arguments: 'ConversationsInfoArguments', tier: 3, run: info },
  'conversations.members': { arguments: 'ConversationsMembersArguments', tier: 4, run: members },
  'conversations.open': { arguments: 'ConversationsOpenArguments', scope: 'im:write', tier: 3, run: open },
  'conversations.join': { arguments: 'ConversationsJoinArguments', scope: 'channels:join', tier: 3, run: join },
  'users.info': { arguments: 'UsersInfoArguments', scope: 'users:read', tier: 4, run: user },
  'bots.info': { arguments: 'BotsInfoArguments', scope: 'users:read', tier: 3, run: botInfo },
  'team.info': { arguments: 'TeamInfoArguments', scope: 'team:read', tier: 3, run: team },
};
