import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../src/app.ts';
import { type Conversation, newConversation } from '../../src/domain/conversation.ts';
import { makeMove, newGroup } from '../../src/domain/group.ts';
import type { Address, Event, Incoming, Speaker } from '../../src/domain/message.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import type { NewIntake } from '../../src/store.ts';
import { createDice } from '../crash/dice.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';

/** A data folder with an index that was built before. */
export const ownFolder = (indexFolder: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'campanile-bench-load-'));
  symlinkSync(join(indexFolder, 'index'), join(folder, 'index'));
  return folder;
};

const STEPS = library.it.plans[5].phases[2].steps.map(({ id }) => id);
const NOW = 1_760_000_000_000;

const addressOf = (group: number): Address => `telegram:-100${1_000_000_000 + group}`;
const titleOf = (group: number): string => `Pro Loco di Sasso ${group}`;
const speakerOf = (group: number): Speaker => {
  const id = String(5_000_000_000 + group);
  return { id, name: 'Maria Bianchi', home: `telegram:${id}`, language: 'it', admin: null };
};

/** A group that is on its way: a plan, a phase, ticks, a partner, people, and its list. */
const aGroup = (group: number): Conversation => {
  const { id, name } = speakerOf(group);
  const moves = [
    { kind: 'stand', plan: 5, phase: 2 },
    { kind: 'tick', steps: STEPS.slice(0, 2) },
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
    list: 'm1',
    count: 1,
    told: ['greeting'],
  };
};

const came = (group: number, id: string, event: Event): NewIntake => {
  const incoming: Incoming = {
    address: addressOf(group),
    place: 'group',
    title: titleOf(group),
    from: speakerOf(group),
    at: NOW,
    event,
  };
  return { channel: 'telegram', id, incoming };
};

const AT_ONCE = 250;

/** Puts so many groups into the store. */
export const fillGroups = async (app: App, groups: number): Promise<void> => {
  const store = await app.openStore(true);
  const fill = async (group: number): Promise<void> => {
    const [intake] = await store.take([came(group, `fill${group}`, { kind: 'joined' })]);
    const deliveries = [{ kind: 'remove', address: addressOf(group), key: 'm1' }] as const;
    const turn = { number: intake!.number, address: addressOf(group), version: null, letters: [], members: [] };
    const done = await store.commit({ ...turn, conversation: aGroup(group), deliveries });
    if (done !== 'stale') await store.sent(done.queued[0]!.number, '1');
  };
  for (let from = 0; from < groups; from += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, groups - from) }, (_, at) => fill(from + at)));
  await store.forget(Date.now());
  await store.close();
};

/** People of all groups who press, tick and ask: of a hundred, so many ask. No two ask the same. */
export const createCrowd = (groups: number, questions: number) => {
  const dice = createDice(7);
  const bank = loadBank(knowledgeFolder).filter(({ language }) => language === 'it');
  let count = 0;
  const eventOf = (): Event => {
    if (dice(100) < questions) return { kind: 'text', text: bank[(count * 31) % bank.length]!.text };
    const step = STEPS[dice(STEPS.length)];
    return { kind: 'press', choice: `${dice(2) === 0 ? 'tick' : 'untick'}=${step}`, ticket: String(count) };
  };
  return {
    next: (size: number): NewIntake[] =>
      Array.from({ length: size }, () => {
        count += 1;
        return came(dice(groups), `load${count}`, eventOf());
      }),
  };
};
