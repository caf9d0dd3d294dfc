import type { PinChatMessageParams, UnpinChatMessageParams } from '@gramio/types/params';
import { addService, chatFor, isAdmin, isGroup, messageFor } from '../chats.ts';
import { badRequest } from '../failure.ts';
import { setMember } from '../membership.ts';
import type { Chat, World } from '../world.ts';
import { type Method, method } from './method.ts';

const mayPin = (world: World, chat: Chat): void => {
  if (chat.type !== 'private' && !isAdmin(chat, world.bot.id)) {
    throw badRequest('not enough rights to manage pinned messages in the chat');
  }
};

/** How the bot pins, and how it goes. */
export const keepingChats: Readonly<Record<string, Method>> = {
  pinChatMessage: method<PinChatMessageParams>('PinChatMessageParams', (world, { chat_id, message_id }) => {
    const chat = chatFor(world, chat_id, 'write');
    mayPin(world, chat);
    const { message } = messageFor(chat, message_id, 'message to pin');
    if (chat.pinned.has(message_id)) throw badRequest('CHAT_NOT_MODIFIED');
    chat.pinned.add(message_id);
    const service = addService(world, chat, world.bot, { pinned_message: message });
    world.updates.push('message', service);
    return true;
  }),
  unpinChatMessage: method<UnpinChatMessageParams>('UnpinChatMessageParams', (world, { chat_id, message_id }) => {
    const chat = chatFor(world, chat_id, 'write');
    mayPin(world, chat);
    const pinned = message_id ?? [...chat.pinned].at(-1);
    if (pinned === undefined || !chat.pinned.delete(pinned)) throw badRequest('message to unpin not found');
    return true;
  }),
  leaveChat: method<{ chat_id: number | string }>('LeaveChatParams', (world, { chat_id }) => {
    const chat = chatFor(world, chat_id, 'read');
    if (!isGroup(chat) && chat.type !== 'channel')
      throw badRequest("chat member status can't be changed in private chats");
    setMember(world, chat, { by: world.bot, user: world.bot, status: 'left' });
    return true;
  }),
};
