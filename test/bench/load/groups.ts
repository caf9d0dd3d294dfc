import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../../src/app.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { type Conversation, newConversation } from '../../../src/domain/conversation.ts';
import { makeMove, newGroup } from '../../../src/domain/group.ts';
import { type Address, type Incoming, plainMessage } from '../../../src/domain/message.ts';
import type { NewIntake } from '../../../src/store.ts';
import { type Act, chatOf, DONE_AT_FIRST, STEPS, speakerOf, titleOf } from './crowd.ts';

/** The settings of an app on a data folder, with its key beside the data. */
export const configIn = (folder: string, telegram: Readonly<Record<string, string>> = {}): Config =>
  readConfig({ DATA_DIR: folder, KEY_FILE: join(folder, 'keys', 'campanile.key'), ...telegram });

/** A data folder of its own with an index that was built before. */
export const folderWith = (indexFolder: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'campanile-bench-load-'));
  symlinkSync(join(indexFolder, 'index'), join(folder, 'index'));
  return folder;
};

export const addressOf = (group: number): Address => `telegram:${chatOf(group)}`;

const NOW = 1_760_000_000_000;
/** The list's own key, and its number in the chat. */
const LIST = 'm1';
const SHOWN_AS = '1';

/** A group that is on its way: a plan, a phase, ticks, a partner, people, and its list. */
const aGroup = (group: number): Conversation => {
  const { id, name } = speakerOf(group);
  const moves = [
    { kind: 'stand', plan: 5, phase: 2 },
    { kind: 'tick', steps: STEPS.slice(0, DONE_AT_FIRST) },
    { kind: 'partner', plan: 1, brings: 'il locale della vecchia scuola' },
  ] as const;
  const state = moves.reduce((known, move) => makeMove(known, move, { id, name }, NOW)?.group ?? known, newGroup);
  const members = Object.fromEntries(
    Array.from({ length: 6 }, (_, at) => [String(Number(id) + at * 7), 'it' as const]),
  );
  return {
    ...newConversation('it'),
    title: titleOf(group),
    members,
    group: state,
    list: LIST,
    count: 1,
    told: ['greeting'],
  };
};

const incomingOf = (group: number, event: Incoming['event']): Incoming => ({
  address: addressOf(group),
  place: 'group',
  title: titleOf(group),
  from: speakerOf(group),
  at: NOW,
  event,
});

/** An act as it comes in. */
export const cameIn = ({ group, event }: Act, id: string): NewIntake => ({
  channel: 'telegram',
  id,
  incoming: incomingOf(group, event),
});

const AT_ONCE = 250;

/** Puts so many groups into the store, each with its list shown. */
export const fillGroups = async (app: App, groups: number): Promise<void> => {
  const store = await app.openStore(true);
  const fill = async (group: number): Promise<void> => {
    const incoming = incomingOf(group, { kind: 'joined' });
    const [intake] = await store.take([{ channel: 'telegram', id: `fill${group}`, incoming }]);
    const address = addressOf(group);
    const list = { kind: 'post', address, key: LIST, message: plainMessage('') } as const;
    const turn = { number: intake!.number, address, version: null, letters: [], members: [], gaps: [] };
    const nothing = { alarms: [], feedback: [], notes: [], settledGaps: [] };
    const done = await store.commit({ ...turn, ...nothing, conversation: aGroup(group), deliveries: [list] });
    if (done !== 'stale') await store.sent(done.queued[0]!.number, SHOWN_AS);
  };
  for (let from = 0; from < groups; from += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, groups - from) }, (_, at) => fill(from + at)));
  await store.forget(Date.now());
  await store.close();
};
