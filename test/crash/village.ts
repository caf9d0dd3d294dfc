import type { Driver } from '../support/telegram/driver.ts';
import type { Act } from './model.ts';
import type { Subject } from './subject.ts';

/** Everybody in it, and what is needed to hear them. */
export type Village = {
  readonly chats: readonly number[];
  /** Does this in the order given. */
  readonly act: (acts: readonly Act[]) => Promise<void>;
  /** What a reply tells, in the model's words. */
  readonly labelOf: (reply: string) => string;
  /** The steps that the list of a chat shows as done. */
  readonly shownDone: (chat: number) => Promise<number[]>;
  /** How many messages the bot had posted in each chat before the first act. */
  readonly opened: number;
};

type Inhabitant = { readonly chat: number; readonly person: number; list: number };

const labelsOf = (questions: readonly string[]) => {
  const labels = new Map<string, string>();
  return {
    learn: (question: number, reply: string): void => {
      const label = labels.get(reply) ?? `q${question}`;
      if (label !== `q${question}`) throw new Error(`the same reply to "${questions[question]}" and to ${label}`);
      labels.set(reply, label);
    },
    of: (reply: string): string => labels.get(reply) ?? (reply.match(/\d+/g) ?? []).join(' '),
  };
};

/** Settles so many chats, groups and people by turns, with a bot that is served meanwhile: each has its list, and nothing is ticked. */
export const settle = async (
  server: Driver,
  subject: Subject,
  count: number,
  quiet: () => Promise<void>,
): Promise<Village> => {
  const { remote, bot } = server;
  const many = async (list: readonly (readonly [string, unknown])[]): Promise<void> => {
    const response = await fetch(`${server.root}/control/many`, { method: 'POST', body: JSON.stringify(list) });
    if (!response.ok) throw new Error(await response.text());
  };

  const inhabitants: Inhabitant[] = [];
  for (let at = 0; at < count + 2; at++) {
    const { id: person } = await remote.person({ firstName: `Persona ${at}`, languageCode: 'it' });
    const chat = at % 2 === 0 ? (await remote.chat({ title: `Paese ${at}`, members: [person] })).id : person;
    inhabitants.push({ chat, person, list: 0 });
  }
  const say = ({ chat, person }: Inhabitant, text: string) => {
    const spoken = chat < 0 && !text.startsWith('/') ? `@${bot.username} ${text}` : text;
    return ['say', { chat, from: person, text: spoken }] as const;
  };

  for (const line of subject.opening) {
    await many(inhabitants.map((one) => say(one, line)));
    await quiet();
  }
  let opened = 0;
  for (const one of inhabitants) {
    const messages = await remote.botMessages({ chat: one.chat });
    one.list = messages.at(-1)?.message_id ?? 0;
    opened = messages.length;
  }

  // The last two, a group and a person, ask everything twice: what they are told, all are told.
  const labels = labelsOf(subject.questions);
  for (const asker of inhabitants.splice(-2)) {
    for (const [question, text] of [...subject.questions, ...subject.questions].entries()) {
      await many([say(asker, text)]);
      await quiet();
      // In a group the answer before loses its buttons meanwhile: the newest message is the reply.
      const reply = (await remote.botMessages({ chat: asker.chat })).at(-1);
      labels.learn(question % subject.questions.length, reply?.text ?? '');
    }
  }
  await quiet();

  const byChat = new Map(inhabitants.map((one) => [one.chat, one]));
  const doing = (act: Act): readonly [string, unknown] => {
    const one = byChat.get(act.chat)!;
    if (act.kind === 'question') return say(one, subject.questions[act.question] ?? '');
    if (act.kind === 'words') return say(one, subject.words(act));
    const button = subject.button(act.step, act.done);
    return ['press', { chat: one.chat, from: one.person, message: one.list, button, stale: true }];
  };
  return {
    chats: [...byChat.keys()],
    opened,
    labelOf: labels.of,
    act: (acts) => many(acts.map(doing)),
    shownDone: async (chat) => {
      const messages = await remote.botMessages({ chat });
      const list = messages.find(({ message_id }) => message_id === byChat.get(chat)?.list);
      const rows = list?.reply_markup?.inline_keyboard ?? [];
      const buttons = rows.flat().filter(({ callback_data }) => /^(?:un)?tick=/.test(callback_data ?? ''));
      return buttons.flatMap(({ callback_data }, at) => (callback_data?.startsWith('untick=') ? [at + 1] : []));
    },
  };
};
