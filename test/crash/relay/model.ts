import { type Mark, markOf } from './texts.ts';

/** What must have come of one request: at the desk in its thread, and in what is kept of it. */
export type Filed = {
  readonly question: string;
  /** What the citizen said, and what the desk answered, as kept and as shown. */
  readonly words: string[];
  readonly answers: string[];
  /** What the desk is told of its own acts and of the citizen's, in order. */
  readonly news: string[];
  readonly notes: string[];
  /** Whether somebody has it; whose turn it is hangs on who of both was heard first. */
  status: 'waiting' | 'held' | 'closed';
  rating: number | null;
};

/** The reference: what a citizen must have been told, and what must have come of their requests. Each act gives what is to be said. */
export type Model = ReturnType<typeof createModel>;

export const createModel = (citizen: number) => {
  const told: string[] = [];
  const requests: Filed[] = [];
  let said = 0;
  let question = '';

  const newMark = (kind: Mark['kind'], request = requests.length): string => {
    said += 1;
    return markOf({ kind, citizen, request }, said);
  };
  const last = (): Filed => requests.at(-1)!;

  return {
    citizen,
    told: told as readonly string[],
    requests: requests as readonly Filed[],
    ask: (): string => {
      question = newMark('question', requests.length + 1);
      told.push('the guide’s answer');
      return question;
    },
    wish: () => told.push('preview'),
    confirm: () => {
      requests.push({ question, words: [], answers: [], news: [], notes: [], status: 'waiting', rating: null });
      told.push('sent');
    },
    take: () => {
      last().status = 'held';
      last().news.push('news_taken');
      told.push('taken');
    },
    say: (): string => {
      const word = newMark('word');
      last().words.push(word);
      return word;
    },
    /** Who answers what nobody has taken takes it. What stands in the thread already is not copied there. */
    answer: (isWritten: boolean): string => {
      const answer = newMark('answer');
      if (last().status === 'waiting') told.push('taken');
      last().status = 'held';
      last().answers.push(answer);
      last().news.push(isWritten ? 'sent_short' : answer);
      told.push(answer);
      return answer;
    },
    aside: (): string => newMark('aside'),
    close: () => {
      last().status = 'closed';
      told.push('closed');
    },
    rate: (rating: number) => {
      last().rating = rating;
      last().news.push('news_rated');
      if (rating === 1) told.push('rated_low');
    },
    reopen: () => {
      last().status = 'waiting';
      last().rating = null;
      last().news.push('news_waiting');
      told.push('reopened');
    },
    note: (): string => {
      const note = newMark('note');
      last().notes.push(note);
      return note;
    },
  };
};
