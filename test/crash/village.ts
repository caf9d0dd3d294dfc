import type { Dice } from './dice.ts';
import { judge } from './judge.ts';
import { type Act, createModel } from './model.ts';
import type { Deed, People, Platform } from './platform.ts';
import type { Scene } from './scene.ts';
import { type Bot, STEP_NUMBERS } from './subject.ts';

/** Half of what is done is presses; told in words and asked is the other half. */
const KINDS: readonly Act['kind'][] = ['press', 'press', 'words', 'question'];

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

/** The steps that a list shows as done. */
const doneIn = (buttons: readonly string[]): string =>
  buttons
    .filter((carried) => /^(?:un)?tick=/.test(carried))
    .flatMap((carried, at) => (carried.startsWith('untick=') ? [at + 1] : []))
    .join(' ');

/** Settles a village, groups and people by turns, each with its list and nothing ticked; from then on they tick, tell and ask. */
export const settleVillage = async (
  { people, posts }: { readonly people: People } & Pick<Platform, 'posts'>,
  bot: Bot,
  { chats: count, dice, quiet }: { readonly chats: number; readonly dice: Dice; readonly quiet: () => Promise<void> },
): Promise<Scene> => {
  const all = await people.settle(count + 2);
  for (const line of bot.opening) {
    await people.act(all.map((chat) => ({ chat, says: line })));
    await quiet();
  }
  const opened = new Map<string, { readonly list: string; readonly messages: number }>();
  for (const chat of all) {
    const shown = await people.shown(chat);
    opened.set(chat, { list: shown.at(-1)?.id ?? '', messages: shown.length });
  }

  // The last two, a group and a person, ask everything twice: what they are told, all are told.
  const labels = labelsOf(bot.questions);
  const askers = all.slice(-2);
  for (const [question, says] of [...bot.questions, ...bot.questions].entries()) {
    await people.act(askers.map((chat) => ({ chat, says })));
    await quiet();
    // In a group the answer before loses its buttons meanwhile: the newest message is the reply.
    for (const chat of askers)
      labels.learn(question % bot.questions.length, (await people.shown(chat)).at(-1)?.text ?? '');
  }

  const chats = all.slice(0, -2);
  const model = createModel(STEP_NUMBERS, bot.questions.length);
  const next = (): Deed => {
    const chat = chats[dice(chats.length)]!;
    const act = model.next(chat, KINDS[dice(KINDS.length)]!, STEP_NUMBERS[dice(STEP_NUMBERS.length)]!);
    if (act.kind === 'question') return { chat, says: bot.questions[act.question]! };
    if (act.kind === 'words') return { chat, says: bot.words(act) };
    return { chat, presses: bot.button(act.step, act.done), message: opened.get(chat)!.list };
  };
  return {
    act: (deeds) => people.act(Array.from({ length: deeds }, next)),
    judge: async (folder) => {
      const kept = await bot.keptOf(folder, chats);
      const sent = (await posts())
        .filter(({ life }) => life > 0)
        .map((post) => ({ ...post, label: labels.of(post.text) }));
      const strands = [];
      for (const [at, chat] of chats.entries()) {
        const expected = model.expected(chat);
        const { moves, messages } = kept[at]!;
        const { list, messages: before } = opened.get(chat)!;
        const shown = (await people.shown(chat)).find(({ id }) => id === list);
        const counted = Array.from({ length: before + expected.replies.length }, () => 'a message');
        strands.push(
          { expected: expected.moves, happened: moves },
          { expected: expected.replies, posts: sent.filter((post) => post.chat === chat) },
          { expected: [expected.done.join(' ')], happened: [doneIn(shown?.buttons ?? [])] },
          { expected: counted, happened: messages === null ? counted : Array<string>(messages).fill('a message') },
        );
      }
      return judge(strands);
    },
  };
};
