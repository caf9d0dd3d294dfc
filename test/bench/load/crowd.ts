import type { Event, Speaker } from '../../../src/domain/message.ts';
import { loadBank } from '../../../src/knowledge/bank.ts';
import { createDice } from '../../crash/dice.ts';
import { knowledgeFolder, library } from '../../support/knowledge.ts';

/** The steps of the list that all groups tick. */
export const STEPS = library.it.plans[5].phases[2].steps.map(({ id }) => id);
/** How many of them are done at first. */
export const DONE_AT_FIRST = 2;

/** The chat of a group, as Telegram numbers it; its list is the first message there. */
export const chatOf = (group: number): number => -1_001_000_000_000 - group;
export const titleOf = (group: number): string => `Pro Loco di Sasso ${group}`;

/** Who speaks in a group. */
export const speakerOf = (group: number): Speaker & { readonly id: string } => {
  const id = String(5_000_000_000 + group);
  return { id, name: 'Maria Bianchi', home: `telegram:${id}`, language: 'it', admin: null };
};

export type Act = { readonly group: number; readonly event: Extract<Event, { kind: 'text' | 'press' }> };

/**
 * What people of all groups do, one thing after the other: of a hundred, so many ask, no two the same; the others set a step to what it is
 * not.
 */
export const createCrowd = (groups: number, questions: number): (() => Act) => {
  const dice = createDice(7);
  const bank = loadBank(knowledgeFolder).filter(({ language }) => language === 'it');
  const changed = new Set<string>();
  let count = 0;

  const isDone = (name: string, at: number): boolean => changed.has(name) !== at < DONE_AT_FIRST;
  const pressAt = (group: number): Act['event'] => {
    const at = dice(STEPS.length);
    const name = `${group} ${at}`;
    const choice = `${isDone(name, at) ? 'untick' : 'tick'}=${STEPS[at]}`;
    if (!changed.delete(name)) changed.add(name);
    return { kind: 'press', choice, ticket: String(count) };
  };
  return () => {
    count += 1;
    const group = dice(groups);
    if (dice(100) >= questions) return { group, event: pressAt(group) };
    return { group, event: { kind: 'text', text: bank[(count * 31) % bank.length]!.text } };
  };
};
