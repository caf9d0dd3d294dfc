import type { TelegramUser } from '@gramio/types';
import { accountOf, addService, chatView, isPresent, newChat, statusOf, theChat } from '../chats.ts';
import { setMember } from '../membership.ts';
import type { Message } from '../message.ts';
import { reachesBot } from '../privacy.ts';
import { openTopic, removeTopic, setClosed } from '../topics.ts';
import type { Chat, Membership, World } from '../world.ts';

export type NewPerson = {
  readonly id?: number | undefined;
  readonly firstName: string;
  readonly lastName?: string | undefined;
  readonly username?: string | undefined;
  readonly languageCode?: string | undefined;
  readonly isBot?: boolean | undefined;
  /** False: this person never started the bot, which then may not write first. True unless told. */
  readonly started?: boolean | undefined;
};

export type NewChat = {
  readonly id?: number | undefined;
  /** A group unless told. */
  readonly type?: 'group' | 'supergroup' | 'channel' | undefined;
  readonly title: string;
  readonly username?: string | undefined;
  /** With topics. */
  readonly forum?: boolean | undefined;
  /** Ids of people; the first is the creator unless `creator` names another. */
  readonly members: readonly number[];
  readonly creator?: number | undefined;
  readonly administrators?: readonly number[] | undefined;
  /** What the bot is there at first: a member unless told. It is not told of this. */
  readonly bot?: Membership | undefined;
  /** False: the bot, an administrator, may not manage topics. */
  readonly topics?: boolean | undefined;
  readonly linkedChannel?: number | undefined;
};

/** An administrator's: in the group's own name; with the right to manage topics unless false. */
export type Rights = { readonly anonymous?: boolean | undefined; readonly topics?: boolean | undefined };

export type Place = { readonly id: number; readonly type: Chat['type']; readonly title: string };

/** In which order the two chats tell the bot of an upgrade; `silent`: neither does, only the next send is refused. */
export type Telling = 'old-first' | 'new-first' | 'silent';

const placeOf = ({ id, type, title }: Chat): Place => ({ id, type, title });

/** Makes people and chats, and changes who is in them. */
export const createPlaces = (world: World) => {
  let people = 0;
  let groups = 0;

  const tell = (chat: Chat, message: Message): void => {
    if (reachesBot(world, chat, message, true)) world.updates.push('message', message);
  };
  const creatorOf = (chat: Chat): TelegramUser => {
    const found = [...chat.members].find(([, { status }]) => status === 'creator');
    return accountOf(world, found?.[0] ?? world.bot.id).user;
  };
  const newId = (type: Chat['type']): number => {
    groups += 1;
    return type === 'group' ? -(4_000_000_000 + groups) : -(1_002_000_000_000 + groups);
  };

  return {
    person: ({
      id,
      firstName,
      lastName,
      username,
      languageCode,
      isBot = false,
      started = true,
    }: NewPerson): TelegramUser => {
      people += 1;
      const user: TelegramUser = {
        id: id ?? 5_000_000_000 + people,
        is_bot: isBot,
        first_name: firstName,
        ...(lastName && { last_name: lastName }),
        ...(username && { username }),
        ...(languageCode && { language_code: languageCode }),
      };
      world.accounts.set(user.id, { user, deactivated: false });
      world.chats.set(
        user.id,
        newChat({ id: user.id, type: 'private', title: firstName, reach: started ? 'open' : 'never' }),
      );
      return user;
    },

    chat: ({ id, type = 'group', members, creator = members[0], bot = 'member', topics, ...rest }: NewChat): Place => {
      const { title, username, forum = false, linkedChannel, administrators = [] } = rest;
      const chat = newChat({ id: id ?? newId(type), type, title, username, forum, linkedChannel });
      for (const member of members) chat.members.set(member, { status: 'member' });
      for (const admin of administrators) chat.members.set(admin, { status: 'administrator' });
      if (creator !== undefined) chat.members.set(creator, { status: 'creator' });
      chat.members.set(world.bot.id, { status: bot, ...(topics !== undefined && { topics }) });
      world.chats.set(chat.id, chat);
      return placeOf(chat);
    },

    /** Makes somebody something else in a chat: an administrator, muted, gone. The bot's id is `botId`. */
    setStatus: (change: { chat: number; by: number; user: number; status: Membership } & Rights): void => {
      const { chat, by, user, status, anonymous, topics } = change;
      const place = theChat(world, chat);
      const [actor, subject] = [accountOf(world, by).user, accountOf(world, user).user];
      const was = isPresent(place, user);
      const knew = isPresent(place, world.bot.id);
      const leaves = status === 'left' || status === 'kicked';
      setMember(world, place, { by: actor, user: subject, status, anonymous, topics });
      if (leaves && was) {
        const service = addService(world, place, actor, { left_chat_member: subject });
        if (knew && user !== world.bot.id) tell(place, service);
      } else if (!leaves && !was) {
        tell(place, addService(world, place, actor, { new_chat_members: [subject] }));
      }
    },

    rename: ({ chat, by, title }: { chat: number; by: number; title: string }): void => {
      const place = theChat(world, chat);
      place.title = title;
      tell(place, addService(world, place, accountOf(world, by).user, { new_chat_title: title }));
    },

    openTopic: ({ chat, by, name }: { chat: number; by: number; name: string }): number =>
      openTopic(world, theChat(world, chat), accountOf(world, by).user, name),

    /** A person closes a topic, or opens it again. */
    setTopicClosed: ({ chat, by, topic, closed }: { chat: number; by: number; topic: number; closed: boolean }): void =>
      setClosed(world, theChat(world, chat), accountOf(world, by).user, topic, closed),

    deleteTopic: ({ chat, topic }: { chat: number; topic: number }): void => removeTopic(theChat(world, chat), topic),

    /** The topics that are there. */
    topics: ({ chat }: { chat: number }): { id: number; name: string; closed: boolean }[] =>
      [...theChat(world, chat).topics].map(([id, { name, closed }]) => ({ id, name, closed })),

    /** Turns a group into a supergroup, which has a new id. */
    migrate: ({ chat, tell: telling = 'old-first' }: { chat: number; tell?: Telling | undefined }): Place => {
      const old = theChat(world, chat);
      if (old.type !== 'group') throw new Error(`Only a group is upgraded, and ${chat} is a ${old.type}`);
      const fresh = newChat({
        id: newId('supergroup'),
        type: 'supergroup',
        title: old.title,
        members: new Map(old.members),
      });
      world.chats.set(fresh.id, fresh);
      const from = creatorOf(old);
      const before = addService(world, old, from, { migrate_to_chat_id: fresh.id });
      const after = addService(world, fresh, from, { migrate_from_chat_id: old.id });
      const services = telling === 'silent' ? [] : telling === 'old-first' ? [before, after] : [after, before];
      if (isPresent(fresh, world.bot.id)) for (const service of services) world.updates.push('message', service);
      old.upgradedTo = fresh.id;
      return placeOf(fresh);
    },

    /** A person blocks the bot, or takes that back. */
    setBlocked: ({ person, blocked }: { person: number; blocked: boolean }): void => {
      const chat = theChat(world, person);
      const { user } = accountOf(world, person);
      const shown = (member: boolean) => ({
        user: world.bot,
        ...(member ? { status: 'member' } : { status: 'kicked', until_date: 0 }),
      });
      if (blocked === (chat.reach === 'blocked')) return;
      chat.reach = blocked ? 'blocked' : 'open';
      world.updates.push('my_chat_member', {
        chat: chatView(world, chat),
        from: user,
        date: world.clock.seconds(),
        old_chat_member: shown(blocked),
        new_chat_member: shown(!blocked),
      });
    },

    /** The account of a person is gone for good. */
    deactivate: ({ person }: { person: number }): void => {
      accountOf(world, person).deactivated = true;
    },

    statusIn: ({ chat, user }: { chat: number; user: number }): Membership => statusOf(theChat(world, chat), user),
  };
};
