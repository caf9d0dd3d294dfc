import { expect } from 'vitest';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Tick } from '../../src/domain/group.ts';
import type { Message } from '../../src/domain/message.ts';
import { PHASES } from '../../src/domain/plan.ts';
import { type Came, seenIn } from './track-life.ts';

/** The question that a proposal asked, as the group read it. */
const questionOf = (address: string, number: number): string =>
  seenIn(address).ever.find(({ choices }) => choices.flat().some(({ id }) => id === `yes=${number}`))?.text ?? '';

/** What holds between what was kept before an act, and the list that was shown then, and what is kept after it. */
export type Law = (before: Conversation, after: Conversation, came: Came, list: Message | undefined) => void;

export const listIn = (address: string, { list }: Conversation): Message | undefined =>
  list === null ? undefined : seenIn(address).now.get(list);

/** The numbers of the steps that a list offers to tick. */
export const openOn = (list: Message | undefined): number[] =>
  (list?.choices ?? []).flatMap((row, at) => (row.some(({ id }) => id.startsWith('tick=')) ? [at + 1] : []));

/** Going on past open steps or a phase, or to another plan, was asked before in words that named it, and somebody who may said yes. */
const nothingUnseen: Law = (before, after, { incoming }, list) => {
  const [from, to] = [before.group, after.group];
  const made = to.journal.at(from.journal.length)?.move.kind;
  if (from.plan === null || from.phase === null || to.phase === null || made === 'undo') return;
  const isAhead = to.plan === from.plan && to.phase > from.phase;
  if (to.plan === from.plan && !isAhead) return;
  const skipped = PHASES.filter((phase) => phase > from.phase! && phase < to.phase!);
  const open = isAhead && skipped.length === 0 ? openOn(list) : [];
  if (isAhead && skipped.length === 0 && open.length === 0) return;
  const { proposal } = before;
  expect(proposal, 'it was asked first').not.toBeNull();
  const question = questionOf(incoming.address, proposal!.number);
  for (const phase of isAhead ? skipped : []) expect(question).toContain(`${phase}`);
  // Step numbers stand before a title or in a row; that of the phase is none.
  const named = question.replace(/(?:fase|phase) \d/g, '');
  for (const number of open) expect(named).toMatch(new RegExp(`^${number}\\. |[(, ]${number}[,)]`, 'm'));
  if (proposal!.consent === 'admin-or-second')
    expect(incoming.from.admin || incoming.from.id !== proposal!.by.id, 'who asked does not confirm alone').toBe(true);
};

/** A tick keeps who set it first, until it is reopened or undone. */
const firstTickStays: Law = ({ group: from }, { group: to }) => {
  for (const [step, tick] of Object.entries(from.ticks)) {
    const now: Tick | undefined = to.ticks[step];
    if (now) expect(now).toEqual(tick);
  }
};

/** The button of a question that does not wait any more changes nothing. */
const oldQuestionIsMute: Law = (before, after, { incoming: { event } }) => {
  const number = event.kind === 'press' ? /^(?:yes|no)=(\d+)$/.exec(event.choice)?.[1] : undefined;
  if (number === undefined || Number(number) === before.proposal?.number) return;
  expect(after.group).toEqual(before.group);
  expect(after.proposal).toEqual(before.proposal);
};

/** The list that is shown says what is kept: the phase's steps, each done or to do. */
const listIsCurrent: Law = (_, after, { incoming: { address } }) => {
  const list = listIn(address, after);
  const { plan, phase, ticks } = after.group;
  if (!list || plan === null || phase === null) return;
  const buttons = list.choices.flat().map(({ id }) => id);
  const steps = buttons.flatMap((id) => /^why=(.+)$/.exec(id)?.[1] ?? []);
  expect(steps.every((step) => step.startsWith(`${plan}.${phase}.`))).toBe(true);
  for (const step of steps) expect(buttons).toContain(ticks[step] ? `untick=${step}` : `tick=${step}`);
};

export const LAWS = { nothingUnseen, firstTickStays, oldQuestionIsMute, listIsCurrent };
