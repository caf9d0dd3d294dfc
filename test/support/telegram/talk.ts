import type { TelegramUser } from '@gramio/types';
import type { Remote } from './actions/actions.ts';
import type { How } from './actions/people.ts';
import type { Place, Rights } from './actions/places.ts';
import type { Manner, Person, Press, Talk } from './driver-types.ts';
import type { Membership } from './world.ts';

const STEP_MS = 5;

/** Waits for what the bot answers to a press. */
const pressed = (remote: Remote, id: string): Press => ({
  id,
  answer: async (within = 5000) => {
    for (const end = performance.now() + within; performance.now() < end; ) {
      const answer = await remote.answerTo({ press: id });
      if (answer) return answer;
      await new Promise((done) => setTimeout(done, STEP_MS));
    }
    throw new Error(`After ${within} ms the bot had not answered the press ${id}`);
  },
});

const plain = ({ replyTo, forwardFrom, asChannel, ...manner }: Manner): How => ({
  ...manner,
  ...(replyTo && { replyTo: replyTo.message_id }),
  ...(forwardFrom && { forwardFrom: typeof forwardFrom === 'string' ? forwardFrom : forwardFrom.id }),
  ...(asChannel && { asChannel: asChannel.id }),
});

/** The handle of a chat. */
export const createTalk = (remote: Remote, { id: chat, type, title }: Place, bot: TelegramUser): Talk => {
  const setStatus = (by: number, user: number, status: Membership, rights: Rights = {}): Promise<void> =>
    remote.setStatus({ chat, by, user, status, ...rights });
  const talk: Talk = {
    id: chat,
    type,
    title,
    say: (from, text, manner = {}) => remote.say({ chat, from: from.id, text, ...plain(manner) }),
    send: (from, fields, manner = {}) => remote.send({ chat, from: from.id, fields, ...plain(manner) }),
    edit: (message, text) => remote.edit({ chat, message: message.message_id, text }),
    remove: (message) => remote.remove({ chat, message: message.message_id }),
    press: async (from, message, button, screen = {}) =>
      pressed(remote, await remote.press({ chat, from: from.id, message: message.message_id, button, ...screen })),
    post: (text) => remote.post({ channel: chat, text }),
    add: (by, person) => setStatus(by.id, person.id, 'member'),
    leave: (person) => setStatus(person.id, person.id, 'left'),
    setStatus: (by, person, status, how) => setStatus(by.id, person.id, status, how),
    addBot: async (by, payload) => {
      await setStatus(by.id, bot.id, 'member');
      if (payload !== undefined) await remote.say({ chat, from: by.id, text: `/start@${bot.username} ${payload}` });
    },
    setBotStatus: (by, status, how) => setStatus(by.id, bot.id, status, how),
    rename: (by, name) => remote.rename({ chat, by: by.id, title: name }),
    openTopic: (by, name) => remote.openTopic({ chat, by: by.id, name }),
    closeTopic: (by, topic) => remote.setTopicClosed({ chat, by: by.id, topic, closed: true }),
    reopenTopic: (by, topic) => remote.setTopicClosed({ chat, by: by.id, topic, closed: false }),
    deleteTopic: (topic) => remote.deleteTopic({ chat, topic }),
    topics: () => remote.topics({ chat }),
    migrate: async (tell) => createTalk(remote, await remote.migrate({ chat, tell }), bot),
    answers: (count, within) => remote.answers({ chat, count, within }),
    answer: async (within) => (await remote.answers({ chat, within }))[0]!,
    messages: () => remote.messages({ chat }),
    botMessages: () => remote.botMessages({ chat }),
    last: async () => (await remote.botMessages({ chat })).at(-1),
    pinned: () => remote.pinned({ chat }),
    transcript: (topic) => remote.transcript({ chat, topic }),
    calls: (query = {}) => remote.calls({ ...query, chat }),
  };
  return talk;
};

/** The handle of a person. */
export const createPerson = (remote: Remote, user: TelegramUser, bot: TelegramUser): Person => {
  const talk = createTalk(remote, { id: user.id, type: 'private', title: user.first_name }, bot);
  const self = { id: user.id };
  return {
    ...self,
    user,
    talk,
    say: (text, manner) => talk.say(self, text, manner),
    send: (fields, manner) => talk.send(self, fields, manner),
    press: (message, button, screen) => talk.press(self, message, button, screen),
    pressInline: async (data) => pressed(remote, await remote.pressInline({ from: user.id, data })),
    start: (payload) => talk.say(self, payload === undefined ? '/start' : `/start ${payload}`),
    answers: talk.answers,
    answer: talk.answer,
    block: () => remote.setBlocked({ person: user.id, blocked: true }),
    unblock: () => remote.setBlocked({ person: user.id, blocked: false }),
    deactivate: () => remote.deactivate({ person: user.id }),
  };
};
