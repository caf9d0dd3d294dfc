import type { TelegramChat, TelegramUser } from '@gramio/types';
import { badRequest, forbidden } from './failure.ts';
import type { Message } from './message.ts';
import type { Account, Chat, Membership, Stored, World } from './world.ts';

export const PRESENT: ReadonlySet<Membership> = new Set(['creator', 'administrator', 'member', 'restricted']);
const ADMINS: ReadonlySet<Membership> = new Set(['creator', 'administrator']);

export const isGroup = (chat: Chat): boolean => chat.type === 'group' || chat.type === 'supergroup';
export const statusOf = (chat: Chat, user: number): Membership => chat.members.get(user)?.status ?? 'left';
export const isAdmin = (chat: Chat, user: number): boolean => ADMINS.has(statusOf(chat, user));
export const isPresent = (chat: Chat, user: number): boolean => PRESENT.has(statusOf(chat, user));

export const accountOf = (world: World, id: number): Account => {
  const account = world.accounts.get(id);
  if (!account) throw new Error(`No person has the id ${id}`);
  return account;
};

/** The chat as updates and results show it. */
export const chatView = (world: World, chat: Chat): TelegramChat => {
  if (chat.type === 'private') {
    const { first_name, last_name, username } = accountOf(world, chat.id).user;
    return { id: chat.id, type: 'private', first_name, ...(last_name && { last_name }), ...(username && { username }) };
  }
  const { id, type, title, username, forum } = chat;
  return { id, type, title, ...(username && { username }), ...(forum && { is_forum: true as const }) };
};

export const newChat = (fields: Pick<Chat, 'id' | 'type' | 'title'> & Partial<Chat>): Chat => ({
  forum: false,
  reach: 'never',
  members: new Map(),
  messages: new Map(),
  pinned: new Set(),
  topics: new Map(),
  lastMessageId: 0,
  news: [],
  ...fields,
});

/** Finds the chat that a driver or a test means. */
export const theChat = (world: World, id: number): Chat => {
  const chat = world.chats.get(id);
  if (!chat) throw new Error(`No chat has the id ${id}`);
  return chat;
};

/** Remembers what the bot wrote or changed, for those who wait for it. */
export const tellNews = (world: World, chat: Chat, message: Message): void => {
  if (chat.news.length < world.keep) chat.news.push(message);
};

/** Writes a message into a chat, under the chat's next id. */
export const addMessage = (
  world: World,
  chat: Chat,
  fields: Omit<Message, 'message_id' | 'date' | 'chat'> & { date?: number },
  kept: Omit<Stored, 'message'> = { own: false },
): Message => {
  chat.lastMessageId += 1;
  const message: Message = {
    message_id: chat.lastMessageId,
    date: world.clock.seconds(),
    chat: chatView(world, chat),
    ...fields,
  };
  chat.messages.set(message.message_id, { message, ...kept });
  if (kept.own) tellNews(world, chat, message);
  if (chat.messages.size > world.keep) chat.messages.delete(chat.messages.keys().next().value ?? 0);
  return message;
};

/** Marks a change that the others in the chat are told of, such as somebody's coming. */
export const addService = (world: World, chat: Chat, from: TelegramUser, fields: Partial<Message>): Message =>
  addMessage(world, chat, { from, ...fields });

const idIn = (world: World, asked: unknown): number => {
  if (typeof asked === 'number') return asked;
  const text = String(asked);
  if (/^-?\d+$/.test(text)) return Number(text);
  for (const chat of world.chats.values()) if (chat.username && `@${chat.username}` === text) return chat.id;
  return Number.NaN;
};

const ofKind = (chat: Chat): string => (chat.type === 'supergroup' ? 'supergroup chat' : `${chat.type} chat`);

/** Finds the chat of a call, or fails as Telegram does when it is unknown or closed to the bot. */
export const chatFor = (world: World, asked: unknown, access: 'read' | 'write'): Chat => {
  const chat = world.chats.get(idIn(world, asked));
  if (!chat) throw badRequest('chat not found');
  if (chat.type === 'private') {
    if (access === 'read') return chat;
    if (accountOf(world, chat.id).deactivated) throw forbidden('user is deactivated');
    if (chat.reach === 'never') throw forbidden("bot can't initiate conversation with a user");
    if (chat.reach === 'blocked') throw forbidden('bot was blocked by the user');
    return chat;
  }
  if (chat.upgradedTo) {
    if (access === 'read') return chat;
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.upgradedTo });
  }
  const status = statusOf(chat, world.bot.id);
  if (status === 'kicked') throw forbidden(`bot was kicked from the ${ofKind(chat)}`);
  if (status === 'left') throw forbidden(`bot is not a member of the ${ofKind(chat)}`);
  if (access === 'read') return chat;
  if (status === 'restricted') throw badRequest('not enough rights to send text messages to the chat');
  if (chat.type === 'channel' && !isAdmin(chat, world.bot.id)) {
    throw badRequest('need administrator rights in the channel chat');
  }
  return chat;
};

/** Finds one of the messages of a chat for a call, or fails; `what` is Telegram's name for it, such as "message to edit". */
export const messageFor = (chat: Chat, id: number, what: string): Stored => {
  const stored = chat.messages.get(id);
  if (!stored) throw badRequest(`${what} not found`);
  return stored;
};
