import type {
  CloseForumTopicParams,
  CreateForumTopicParams,
  DeleteForumTopicParams,
  EditForumTopicParams,
  ReopenForumTopicParams,
} from '@gramio/types/params';
import { chatFor, isAdmin, isGroup } from '../chats.ts';
import { badRequest } from '../failure.ts';
import { announce, ICON_COLOR, managesTopics, openTopic, removeTopic, setClosed } from '../topics.ts';
import type { Chat, Topic, World } from '../world.ts';
import { type Method, method } from './method.ts';

type InTopic = { readonly chat_id: number | string; readonly message_thread_id: number };

const forumFor = (world: World, chat_id: number | string): Chat => {
  const chat = chatFor(world, chat_id, 'write');
  if (!chat.forum) throw badRequest('the chat is not a forum');
  return chat;
};

/** The topic of a call, where the bot opened it or has the right of an administrator; fails otherwise. */
const topicFor = (
  world: World,
  { chat_id, message_thread_id }: InTopic,
  may: (chat: Chat) => boolean,
  what: string,
): { readonly chat: Chat; readonly topic: Topic } => {
  const chat = forumFor(world, chat_id);
  const topic = chat.topics.get(message_thread_id);
  if (!topic) throw badRequest('TOPIC_ID_INVALID');
  if (topic.by !== world.bot.id && !may(chat)) throw badRequest(`not enough rights to ${what} the topic`);
  return { chat, topic };
};

const named = (name: string): string => {
  const trimmed = name.trim();
  if (trimmed === '') throw badRequest('name must be non-empty');
  return trimmed;
};

const close = (closed: boolean) => (world: World, given: CloseForumTopicParams | ReopenForumTopicParams) => {
  const manages = (chat: Chat): boolean => managesTopics(chat, world.bot.id);
  const { chat } = topicFor(world, given, manages, 'close or open');
  setClosed(world, chat, world.bot, given.message_thread_id, closed);
  return true;
};

/** How the bot opens, names, closes and removes the topics of a forum. */
export const topics: Readonly<Record<string, Method>> = {
  createForumTopic: method<CreateForumTopicParams>('CreateForumTopicParams', (world, given) => {
    const chat = forumFor(world, given.chat_id);
    if (!managesTopics(chat, world.bot.id)) throw badRequest('not enough rights to create a topic');
    const name = named(given.name);
    world.flood.count(chat.id, isGroup(chat));
    return { message_thread_id: openTopic(world, chat, world.bot, name), name, icon_color: ICON_COLOR };
  }),
  editForumTopic: method<EditForumTopicParams>('EditForumTopicParams', (world, given) => {
    const { chat, topic } = topicFor(world, given, (one) => managesTopics(one, world.bot.id), 'edit');
    const { message_thread_id } = given;
    const name = named(given.name ?? topic.name);
    if (name === topic.name) throw badRequest('TOPIC_NOT_MODIFIED');
    topic.name = name;
    announce(world, chat, world.bot, { message_thread_id, is_topic_message: true, forum_topic_edited: { name } });
    return true;
  }),
  closeForumTopic: method<CloseForumTopicParams>('CloseForumTopicParams', close(true)),
  reopenForumTopic: method<ReopenForumTopicParams>('ReopenForumTopicParams', close(false)),
  deleteForumTopic: method<DeleteForumTopicParams>('DeleteForumTopicParams', (world, given) => {
    const { chat } = topicFor(world, given, (one) => isAdmin(one, world.bot.id), 'delete');
    removeTopic(chat, given.message_thread_id);
    return true;
  }),
};
