import type { TelegramMessageEntity, TelegramUser } from '@gramio/types';
import { accountOf, addMessage, chatView, isGroup, statusOf, theChat } from '../chats.ts';
import { entitiesIn } from '../entities.ts';
import { keepFiles } from '../files.ts';
import type { Message } from '../message.ts';
import { reachesBot } from '../privacy.ts';
import { openingOf, standingOf } from '../topics.ts';
import type { ButtonPress, Chat, World } from '../world.ts';
import { ANONYMOUS_ADMIN, CHANNEL_BOT } from './known-users.ts';

/** How something is said. */
export type How = {
  /** The id of the message that it answers. */
  readonly replyTo?: number | undefined;
  /** The id of the person whose words are forwarded, or a name when that person hides behind it. */
  readonly forwardFrom?: number | string | undefined;
  /** Instead of the commands and mentions that are found in the text. */
  readonly entities?: readonly TelegramMessageEntity[] | undefined;
  /** The id of a topic. */
  readonly topic?: number | undefined;
  /** Written in the group's own name, as an anonymous administrator does. */
  readonly anonymous?: boolean | undefined;
  /** Written in the name of this channel. */
  readonly asChannel?: number | undefined;
  /** Seconds since 1970; the server's clock unless told. */
  readonly date?: number | undefined;
};

export type Said = { readonly chat: number; readonly from: number; readonly text: string } & How;
export type Sent = { readonly chat: number; readonly from: number; readonly fields: Partial<Message> } & How;
export type Pressed = {
  readonly chat: number;
  readonly from: number;
  readonly message: number;
  /** A button's label or its data. */
  readonly button: string;
  /** From an old screen: the data goes out though the message no longer has this button. */
  readonly stale?: boolean | undefined;
};

const LONGEST = 4096;

const mustBeAbleToWrite = (world: World, chat: Chat, from: number): void => {
  if (chat.upgradedTo) throw new Error(`The chat ${chat.id} was upgraded to ${chat.upgradedTo}`);
  if (chat.type !== 'private') {
    const status = statusOf(chat, from);
    if (!['creator', 'administrator', 'member'].includes(status)) {
      throw new Error(`The person ${from} is ${status} in the chat ${chat.id} and cannot write there`);
    }
  } else if (chat.reach === 'blocked') throw new Error(`The person ${from} blocked the bot`);
  else chat.reach = 'open';
  if (accountOf(world, from).deactivated) throw new Error(`The account ${from} is deactivated`);
};

const sender = (world: World, chat: Chat, from: number, { anonymous, asChannel }: How): Partial<Message> => {
  if (anonymous) return { from: ANONYMOUS_ADMIN, sender_chat: chatView(world, chat) };
  if (asChannel) return { from: CHANNEL_BOT, sender_chat: chatView(world, theChat(world, asChannel)) };
  return { from: accountOf(world, from).user };
};

const origin = (world: World, from: number | string): Message['forward_origin'] =>
  typeof from === 'string'
    ? { type: 'hidden_user', sender_user_name: from, date: world.clock.seconds() }
    : { type: 'user', sender_user: accountOf(world, from).user, date: world.clock.seconds() };

const answered = (chat: Chat, id: number): Message => {
  const found = chat.messages.get(id)?.message;
  if (!found) throw new Error(`The chat ${chat.id} has no message ${id}`);
  const { reply_to_message: _, ...message } = found;
  return message;
};

const write = (world: World, chat: Chat, from: number, fields: Partial<Message>, how: How): Message => {
  mustBeAbleToWrite(world, chat, from);
  chat.news = [];
  const replied = how.replyTo === undefined ? undefined : answered(chat, how.replyTo);
  const standing = standingOf(chat, from, how.topic, replied);
  const quoted = replied ?? openingOf(chat, standing);
  const message = addMessage(world, chat, {
    ...sender(world, chat, from, how),
    ...(how.date !== undefined && { date: how.date }),
    ...(quoted && { reply_to_message: quoted }),
    ...standing,
    ...(how.forwardFrom !== undefined && { forward_origin: origin(world, how.forwardFrom) as never }),
    ...fields,
  });
  if (reachesBot(world, chat, message, false)) world.updates.push('message', message);
  return message;
};

const withEntities = (text: string, given?: readonly TelegramMessageEntity[]): Partial<Message> => {
  if (text.length > LONGEST) throw new Error(`A person cannot send ${text.length} characters at once`);
  const entities = given ? [...given] : entitiesIn(text);
  return { text, ...(entities.length && { entities }) };
};

const dataOf = (chat: Chat, { message, button, stale }: Pressed): string => {
  if (stale) return button;
  const rows = chat.messages.get(message)?.message.reply_markup?.inline_keyboard ?? [];
  const found = rows.flat().find(({ text, callback_data }) => text === button || callback_data === button);
  if (found?.callback_data) return found.callback_data;
  const labels = rows.flat().map(({ text }) => `"${text}"`);
  throw new Error(`The message ${message} has no button "${button}"; it has ${labels.join(', ') || 'none'}`);
};

/** What people do in chats. */
export const createPeople = (world: World) => {
  let presses = 0;

  const newPress = (from: number, data: string): ButtonPress => {
    presses += 1;
    const press: ButtonPress = { id: `press-${presses}`, at: world.clock.now(), from, data };
    world.presses.set(press.id, press);
    if (world.presses.size > world.keep) world.presses.delete(world.presses.keys().next().value ?? '');
    return press;
  };
  const query = ({ id, data }: ButtonPress, from: TelegramUser, chat: number) => ({
    id,
    from,
    chat_instance: String(Math.abs(chat)),
    data,
  });

  return {
    /** A person writes. The bot is told when the message is one that reaches it. */
    say: ({ chat, from, text, ...how }: Said): Message =>
      write(world, theChat(world, chat), from, withEntities(text, how.entities), how),

    /** A person sends something else than text: the fields of the message as the Bot API names them. */
    send: ({ chat, from, fields, ...how }: Sent): Message => {
      const { caption } = fields;
      const found = caption === undefined ? [] : entitiesIn(caption);
      keepFiles(world, fields);
      const marked = { ...(found.length && { caption_entities: found }), ...fields };
      return write(world, theChat(world, chat), from, marked, how);
    },

    /** A person edits a message of their own. */
    edit: ({ chat, message, text }: { chat: number; message: number; text: string }): Message => {
      const place = theChat(world, chat);
      const stored = place.messages.get(message);
      if (!stored || stored.own) throw new Error(`The message ${message} of the chat ${chat} is not a person's`);
      const { entities: _, ...rest } = stored.message;
      stored.message = { ...rest, ...withEntities(text), edit_date: world.clock.seconds() };
      place.news = [];
      if (reachesBot(world, place, stored.message, false)) world.updates.push('edited_message', stored.message);
      return stored.message;
    },

    /** A person removes a message; Telegram does not tell bots. */
    remove: ({ chat, message }: { chat: number; message: number }): void => {
      theChat(world, chat).messages.delete(message);
    },

    /** A person presses a button under a message of the bot; gives the press's id. */
    press: (pressed: Pressed): string => {
      const chat = theChat(world, pressed.chat);
      const press = newPress(pressed.from, dataOf(chat, pressed));
      chat.news = [];
      const seen = chat.messages.get(pressed.message)?.message;
      const gone = { chat: chatView(world, chat), message_id: pressed.message, date: 0 };
      world.updates.push('callback_query', {
        ...query(press, accountOf(world, pressed.from).user, chat.id),
        message: seen ?? gone,
      });
      return press.id;
    },

    /** A press on a button of a message that was sent in inline mode: the bot is not told the chat. */
    pressInline: ({ from, data }: { from: number; data: string }): string => {
      const press = newPress(from, data);
      world.updates.push('callback_query', {
        ...query(press, accountOf(world, from).user, from),
        inline_message_id: `inline-${press.id}`,
      });
      return press.id;
    },

    /** What the bot answered to a press, as soon as it has. */
    answerTo: ({ press }: { press: string }): ButtonPress['answer'] | null => world.presses.get(press)?.answer ?? null,

    /** A post in a channel; groups that are linked to it get it forwarded. */
    post: ({ channel, text }: { channel: number; text: string }): Message => {
      const place = theChat(world, channel);
      const posted = addMessage(world, place, { sender_chat: chatView(world, place), ...withEntities(text) });
      if (reachesBot(world, place, posted, false)) world.updates.push('channel_post', posted);
      for (const group of world.chats.values()) {
        if (!isGroup(group) || group.linkedChannel !== channel) continue;
        const forwarded = addMessage(world, group, {
          from: accountOf(world, 777000).user,
          sender_chat: chatView(world, place),
          is_automatic_forward: true as const,
          forward_origin: {
            type: 'channel',
            chat: chatView(world, place),
            message_id: posted.message_id,
            date: posted.date,
          } as never,
          ...withEntities(text),
        });
        if (reachesBot(world, group, forwarded, false)) world.updates.push('message', forwarded);
      }
      return posted;
    },
  };
};
