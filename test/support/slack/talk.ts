import type { Remote } from './actions/actions.ts';
import type { Place } from './actions/places.ts';
import type { Act, Channel, Person, Talk, ThreadRef } from './driver-types.ts';

/** An act of a person, and the way to what became of it. */
export const actOf = (remote: Remote, delivery: number): Act => ({
  delivery,
  outcome: (within) => remote.outcome({ delivery, within }),
});

const tsOf = (thread: ThreadRef): string => (typeof thread === 'string' ? thread : thread.ts);

const createTalk = (remote: Remote, id: string, thread?: string): Talk => {
  const here = { channel: id, thread };
  const botMessages = async () => (await remote.messages(here)).filter(({ raw }) => raw.bot_id !== undefined);
  const answers: Talk['answers'] = (count, within) => remote.answers({ ...here, count, within });
  return {
    id,
    ...(thread !== undefined && { thread }),
    say: (from, text, manner = {}) => remote.say({ ...here, from: from.id, text, ...manner }),
    share: (from, file) => remote.share({ ...here, from: from.id, ...file }),
    edit: ({ ts }, text) => remote.edit({ channel: id, ts, text }),
    remove: ({ ts }) => remote.remove({ channel: id, ts }),
    unfurl: ({ ts }, title) => remote.unfurl({ channel: id, ts, title }),
    press: async (from, { ts }, button) =>
      actOf(remote, (await remote.press({ person: from.id, at: { channel: id, ts }, button })).delivery),
    shortcut: async (from, { ts }, callback) =>
      actOf(remote, (await remote.shortcut({ person: from.id, channel: id, ts, callback })).delivery),
    answers,
    answer: async (within) => (await answers(1, within))[0]!,
    messages: () => remote.messages(here),
    botMessages,
    last: async () => (await botMessages()).at(-1),
    calls: (query = {}) => remote.calls({ ...query, channel: id }),
  };
};

export const createChannel = (remote: Remote, place: Place): Channel => {
  const channel = place.id;
  return {
    ...place,
    ...createTalk(remote, channel),
    threadOf: (thread) => createTalk(remote, channel, tsOf(thread)),
    command: async (from, command, text = '') =>
      actOf(remote, (await remote.command({ person: from.id, channel, command, text })).delivery),
    transcript: () => remote.transcript({ channel }),
    add: (person, by) => remote.add({ channel, person: person.id, by: by?.id }),
    leave: (person) => remote.leave({ channel, person: person.id }),
    addBot: (by) => remote.addBot({ channel, by: by.id }),
    removeBot: () => remote.removeBot({ channel }),
    archive: (by) => remote.archive({ channel, by: by.id }),
    unarchive: (by) => remote.unarchive({ channel, by: by.id }),
    rename: (by, name) => remote.rename({ channel, by: by.id, name }),
  };
};

type Identified = Pick<Person, 'id' | 'name' | 'handle' | 'team'>;

export const createPerson = (remote: Remote, known: Identified, direct: Channel): Person => {
  const person = known.id;
  const self = { id: person };
  return {
    ...known,
    direct,
    say: (text) => direct.say(self, text),
    answer: direct.answer,
    answers: direct.answers,
    command: (command, text) => direct.command(self, command, text),
    shortcut: async (callback) => actOf(remote, (await remote.globalShortcut({ person, callback })).delivery),
    openHome: (tab) => remote.openHome({ person, tab }),
    home: async () => (await remote.home({ person })) ?? undefined,
    published: (within) => remote.published({ person, within }),
    pressHome: async (button) => actOf(remote, (await remote.press({ person, at: 'home', button })).delivery),
    modal: (within) => remote.modal({ person, within }),
    modals: () => remote.modals({ person }),
    pressModal: async (button) => actOf(remote, (await remote.press({ person, at: 'modal', button })).delivery),
    fill: (values) => remote.fill({ person, values }),
    submit: async (values) => actOf(remote, (await remote.submit({ person, values })).delivery),
    dismiss: async (all) => {
      const sent = await remote.dismiss({ person, all });
      return sent ? actOf(remote, sent.delivery) : undefined;
    },
    ephemerals: (channel) => remote.ephemerals({ person, channel: channel?.id }),
    ephemeral: (within) => remote.ephemeral({ person, within }),
    pressEphemeral: async ({ channel, ts }, button) =>
      actOf(remote, (await remote.press({ person, at: { channel, ts }, button })).delivery),
    openAssistant: async (context) => {
      const { channel, thread } = await remote.openAssistant({ person, context });
      return createTalk(remote, channel, thread);
    },
    deactivate: () => remote.deactivate({ person }),
  };
};
