import { chatFor, chatView, isAdmin, isPresent } from '../chats.ts';
import { badRequest } from '../failure.ts';
import { memberView } from '../membership.ts';
import type { Chat } from '../world.ts';
import { type Method, method } from './method.ts';

type InChat = { chat_id: number | string };

const groupOnly = (chat: Chat): void => {
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
};

/** How the bot looks at a chat. */
export const readingChats: Readonly<Record<string, Method>> = {
  getChat: method<InChat>('GetChatParams', (world, { chat_id }) => {
    const chat = chatFor(world, chat_id, 'read');
    const pinned = [...chat.pinned].at(-1);
    const message = pinned === undefined ? undefined : chat.messages.get(pinned)?.message;
    return {
      ...chatView(world, chat),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
      ...(message && { pinned_message: message }),
      ...(chat.linkedChannel && { linked_chat_id: chat.linkedChannel }),
    };
  }),
  getChatMember: method<InChat & { user_id: number }>('GetChatMemberParams', (world, { chat_id, user_id }) => {
    const chat = chatFor(world, chat_id, 'read');
    if (chat.upgradedTo) chatFor(world, chat_id, 'write');
    if (!world.accounts.has(user_id)) throw badRequest('user not found');
    return memberView(world, chat, user_id);
  }),
  getChatAdministrators: method<InChat>('GetChatAdministratorsParams', (world, { chat_id }) => {
    const chat = chatFor(world, chat_id, 'read');
    groupOnly(chat);
    if (chat.upgradedTo) chatFor(world, chat_id, 'write');
    const all = isAdmin(chat, world.bot.id);
    return [...chat.members]
      .filter(([id, { anonymous }]) => isAdmin(chat, id) && (all || !anonymous))
      .map(([id]) => memberView(world, chat, id));
  }),
  getChatMemberCount: method<InChat>('GetChatMemberCountParams', (world, { chat_id }) => {
    const chat = chatFor(world, chat_id, 'read');
    return [...chat.members.keys()].filter((id) => isPresent(chat, id)).length;
  }),
};
