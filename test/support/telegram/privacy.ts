import { isAdmin, isGroup, isPresent } from './chats.ts';
import type { Message } from './message.ts';
import type { Chat, World } from './world.ts';

const partsOf = ({ text, caption, entities, caption_entities }: Message) =>
  [entities ?? caption_entities ?? []].flat().map(({ type, offset, length, user }) => ({
    type,
    user,
    words: (text ?? caption ?? '').slice(offset, offset + length).toLowerCase(),
    offset,
  }));

/** Whether a message is meant for the bot: a command to it or to nobody, its name, or a reply to what it wrote. */
export const isMeantForBot = ({ bot }: World, message: Message): boolean => {
  const name = `@${bot.username?.toLowerCase()}`;
  if (message.reply_to_message?.from?.id === bot.id || message.via_bot?.id === bot.id) return true;
  return partsOf(message).some(({ type, words, offset, user }) => {
    if (type === 'bot_command') return words.includes('@') ? words.endsWith(name) : offset === 0;
    return type === 'text_mention' ? user?.id === bot.id : type === 'mention' && words === name;
  });
};

/** Whether the bot is sent what was written in this chat. */
export const reachesBot = (world: World, chat: Chat, message: Message, service: boolean): boolean => {
  if (chat.type === 'private') return chat.reach === 'open';
  if (chat.upgradedTo || !isPresent(chat, world.bot.id)) return false;
  if (!isGroup(chat) || service || !world.privacy || isAdmin(chat, world.bot.id)) return true;
  return isMeantForBot(world, message);
};
