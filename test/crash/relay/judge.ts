import type { Note } from '../../../src/domain/note.ts';
import type { Request } from '../../../src/domain/request.ts';
import { judge, type Strand, type Verdict } from '../judge.ts';
import { openKept } from '../kept.ts';
import type { Slack } from '../slack.ts';
import type { Telegram } from '../telegram.ts';
import type { Filed } from './model.ts';
import type { Pair } from './story.ts';
import { type Mark, marksIn, questionOn } from './texts.ts';
import type { Watch } from './watch.ts';

/** All that a run leaves to look at. */
export type Aftermath = {
  readonly pairs: readonly Pair[];
  readonly telegram: Telegram;
  readonly slack: Slack;
  readonly citizens: Watch;
  readonly desk: Watch;
  readonly deskAddress: string;
};

type Kept = {
  readonly homes: ReadonlyMap<number, Request | null>;
  readonly filed: readonly Request[];
  readonly notes: readonly Note[];
};

const keptIn = (folder: string, { pairs, deskAddress }: Aftermath): Promise<Kept> =>
  openKept(folder, async (store) => {
    const threads = await store.threadsAt(deskAddress);
    const homes = pairs.map(async ({ citizen, model }) => {
      const kept = await store.load(citizen.chat);
      return [model.citizen, kept?.conversation.request ?? null] as const;
    });
    return {
      homes: new Map(await Promise.all(homes)),
      filed: threads.flatMap(({ desk }) => desk?.request ?? []),
      notes: await store.notes(),
    };
  });

const marks = (texts: readonly string[], kind: Mark['kind']): string[] =>
  texts.flatMap((text) => marksIn(text).flatMap((one) => (one.kind === kind ? one.mark : [])));

const statusOf = ({ status }: Request): Filed['status'] =>
  status.kind === 'waiting' || status.kind === 'closed' ? status.kind : 'held';

/** What is kept of a request, where it lives or in the desk's copy. */
const keptStrands = (filed: Filed, kept: Request | null | undefined): Strand[] => {
  const saidBy = (side: 'citizen' | 'desk') =>
    (kept?.lines ?? []).filter(({ from }) => from === side).map(({ text }) => text);
  return [
    { expected: filed.words, happened: marks(saidBy('citizen'), 'word') },
    { expected: filed.answers, happened: marks(saidBy('desk'), 'answer') },
    { expected: [`${filed.status}, ${filed.rating}`], happened: kept ? [`${statusOf(kept)}, ${kept.rating}`] : [] },
  ];
};

/** What the desk saw of a request: the citizen's words, its own acts and the notes, each in order. */
const shownStrands = (filed: Filed, { desk, deskAddress }: Aftermath): Strand[] => {
  const cards = desk.in(deskAddress).filter(({ label }) => label === filed.question);
  const thread = desk.in(`${deskAddress}#${cards[0]?.id}`);
  const posted = (isOne: (label: string) => boolean) => thread.filter(({ label }) => isOne(label));
  const isSaid = (label: string) => label.startsWith('word-');
  const isNote = (label: string) => label.startsWith('note-');
  return [
    { expected: [filed.question], posts: cards },
    { expected: filed.words, posts: posted(isSaid) },
    { expected: filed.news, posts: posted((label) => !isSaid(label) && !isNote(label)) },
    { expected: filed.notes, posts: posted(isNote) },
  ];
};

/** How many calls showed a citizen what was not sent to them, or a desk's thread what belongs to another citizen. Notes are for all. */
const strayedIn = async ({ pairs, telegram, slack, desk, deskAddress }: Aftermath): Promise<number> => {
  const citizenIn = new Map(pairs.map(({ citizen, model }) => [citizen.chat, model.citizen]));
  const citizenOf = new Map(desk.in(deskAddress).map(({ id, label }) => [id, marksIn(label)[0]?.citizen] as const));
  const isStray = (payload: object, whose: number | undefined): boolean =>
    marksIn(JSON.stringify(payload)).some(
      ({ kind, citizen }) => kind === 'aside' || (kind !== 'note' && citizen !== whose),
    );
  const toCitizens = (await telegram.server.calls()).filter(({ payload }) =>
    isStray(payload, citizenIn.get(`telegram:${payload.chat_id}`)),
  );
  const toDesk = (await slack.server.calls()).filter(
    ({ payload }) => payload.thread_ts !== undefined && isStray(payload, citizenOf.get(String(payload.thread_ts))),
  );
  return toCitizens.length + toDesk.length;
};

/** Holds both sides, and what is kept, against the model. */
export const judgeRelay = async (folder: string, aftermath: Aftermath): Promise<Verdict> => {
  const { pairs, citizens } = aftermath;
  const { homes, filed: copies, notes } = await keptIn(folder, aftermath);
  const all = pairs.flatMap(({ model }) => model.requests);
  const copyOf = (question: string) => copies.find((one) => questionOn(one.question) === question);
  const strands: Strand[] = [
    {
      expected: all.map(({ question }) => question).sort(),
      happened: marks(
        copies.map(({ question }) => question),
        'question',
      ).sort(),
    },
    {
      expected: all.flatMap((one) => one.notes).sort(),
      happened: marks(
        notes.flatMap(({ questions }) => questions.map(({ text }) => text)),
        'note',
      ).sort(),
    },
  ];
  for (const { citizen, model } of pairs) {
    strands.push({ expected: model.told, posts: citizens.in(citizen.chat) });
    for (const filed of model.requests)
      strands.push(...keptStrands(filed, copyOf(filed.question)), ...shownStrands(filed, aftermath));
    const last = model.requests.at(-1);
    if (last) strands.push(...keptStrands(last, homes.get(model.citizen)));
  }
  return judge(strands, await strayedIn(aftermath));
};
