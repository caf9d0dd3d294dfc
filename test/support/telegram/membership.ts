import type { TelegramChatMember, TelegramUser } from '@gramio/types';
import { accountOf, chatView, isAdmin, statusOf } from './chats.ts';
import { managesTopics } from './topics.ts';
import type { Chat, Membership, World } from './world.ts';

const RIGHTS = {
  can_be_edited: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
  can_send_welcome_messages: false,
} as const;
const MUTED = {
  is_member: true,
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_change_info: false,
  can_invite_users: false,
  can_pin_messages: false,
  can_manage_topics: false,
  can_edit_tag: false,
  can_react_to_messages: false,
  until_date: 0,
} as const;

/** A member of a chat as the Bot API shows it. */
export const memberView = (world: World, chat: Chat, id: number): TelegramChatMember => {
  const { user } = accountOf(world, id);
  const is_anonymous = chat.members.get(id)?.anonymous ?? false;
  const status = statusOf(chat, id);
  if (status === 'creator') return { status, user, is_anonymous };
  if (status === 'administrator') {
    const topical = chat.type === 'supergroup' && { can_manage_topics: managesTopics(chat, id) };
    return { status, user, is_anonymous, ...RIGHTS, ...topical };
  }
  if (status === 'restricted') return { status, user, ...MUTED };
  if (status === 'kicked') return { status, user, until_date: 0 };
  return { status, user };
};

type Change = {
  readonly by: TelegramUser;
  readonly user: TelegramUser;
  readonly status: Membership;
  readonly anonymous?: boolean | undefined;
  readonly topics?: boolean | undefined;
};

/** Changes what somebody is in a chat, and tells the bot as Telegram does. */
export const setMember = (world: World, chat: Chat, { by, user, status, anonymous, topics }: Change): void => {
  const isBot = user.id === world.bot.id;
  const before = memberView(world, chat, user.id);
  const told = isBot || isAdmin(chat, world.bot.id);
  chat.members.set(user.id, { status, ...(anonymous && { anonymous }), ...(topics === false && { topics }) });
  const after = memberView(world, chat, user.id);
  if (!told) return;
  world.updates.push(isBot ? 'my_chat_member' : 'chat_member', {
    chat: chatView(world, chat),
    from: by,
    date: world.clock.seconds(),
    old_chat_member: before,
    new_chat_member: after,
  });
};
