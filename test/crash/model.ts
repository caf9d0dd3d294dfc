/** One thing that somebody does in a chat: presses a step's button, tells a step by its number, asks the next question. */
export type Act =
  | { readonly kind: 'press' | 'words'; readonly chat: string; readonly step: number; readonly done: boolean }
  | { readonly kind: 'question'; readonly chat: string; readonly question: number };

/** What must have come of all acts in one chat, in order. */
export type Expected = {
  /** The changes of the state: `+2` for the second step done, `-2` for it not done after all. */
  readonly moves: readonly string[];
  /** The replies, each by what it must tell: a question's number (`q3`), or the step and what is left (`2 1 3 4`). */
  readonly replies: readonly string[];
  /** The steps that the list shows as done. */
  readonly done: readonly number[];
};

/** The reference: what a bot that never fails does with each act. */
export type Model = {
  /** What somebody does next in a chat: a step is always set to what it is not, so that nothing done twice stays unseen. */
  next(chat: string, kind: Act['kind'], step: number): Act;
  expected(chat: string): Expected;
};

type Chat = { moves: string[]; replies: string[]; done: Set<number>; asked: number };

export const createModel = (steps: readonly number[], questions: number): Model => {
  const chats = new Map<string, Chat>();
  const chatOf = (id: string): Chat => {
    const known = chats.get(id) ?? { moves: [], replies: [], done: new Set(), asked: 0 };
    chats.set(id, known);
    return known;
  };

  const ask = (chat: string): Act => {
    const here = chatOf(chat);
    const question = here.asked % questions;
    here.asked += 1;
    here.replies.push(`q${question}`);
    return { kind: 'question', chat, question };
  };

  return {
    next: (chat, kind, step) => {
      if (kind === 'question') return ask(chat);
      const here = chatOf(chat);
      const done = !here.done.has(step);
      if (done) here.done.add(step);
      else here.done.delete(step);
      here.moves.push(`${done ? '+' : '-'}${step}`);
      const left = steps.filter((one) => !here.done.has(one));
      if (kind === 'words') here.replies.push([step, ...left].join(' '));
      return { kind, chat, step, done };
    },
    expected: (chat) => {
      const { moves, replies, done } = chatOf(chat);
      return { moves, replies, done: [...done].sort((one, other) => one - other) };
    },
  };
};
