import type { Conversation } from '../../domain/conversation.ts';
import type { Group, Taker, Tick } from '../../domain/group.ts';
import type { StepsNamed } from '../../domain/heard.ts';
import type { Edition, Step } from '../../domain/library.ts';
import type { Phase, PlanNumber } from '../../domain/plan.ts';

/** A line of the list: a step, its number on the list from 1, its tick, and who sees to it. */
export type Line = {
  readonly number: number;
  readonly step: Step;
  readonly tick: Tick | null;
  readonly taker: Taker | null;
};

/** A group that has said who it is and where it stands. */
export type Placed = Group & { readonly plan: PlanNumber; readonly phase: Phase };

export const isPlaced = (group: Group): group is Placed => group.plan !== null && group.phase !== null;

/** The list of the phase that a group is in; empty until it is placed. */
export const linesOf = (edition: Edition, group: Group): Line[] =>
  isPlaced(group)
    ? edition.plans[group.plan].phases[group.phase].steps.map((step, at) => ({
        number: at + 1,
        step,
        tick: group.ticks[step.id] ?? null,
        taker: group.takers[step.id] ?? null,
      }))
    : [];

export const openOf = (lines: readonly Line[]): Line[] => lines.filter(({ tick }) => tick === null);

/** Numbers as they are told: "1, 3". */
export const numbersOf = (lines: readonly Line[]): string => lines.map(({ number }) => number).join(', ');

/** The lines that a message names, or why it names none: a number that is not on the list, or nothing to go by. */
export const linesNamed = (
  lines: readonly Line[],
  named: StepsNamed,
  { step }: Pick<Conversation, 'step'>,
): { readonly lines: readonly Line[] } | { readonly missing: number | null } => {
  switch (named.by) {
    case 'all':
      return { lines };
    case 'number': {
      const missing = named.numbers.find((number) => !lines.some((line) => line.number === number));
      return missing === undefined
        ? { lines: lines.filter(({ number }) => named.numbers.includes(number)) }
        : { missing };
    }
    case 'words':
      return { lines: lines.filter((line) => named.ids.includes(line.step.id)) };
    case 'nothing': {
      const open = openOf(lines);
      const spokenOf = lines.find((line) => line.step.id === step) ?? (open.length === 1 ? open[0] : undefined);
      return spokenOf ? { lines: [spokenOf] } : { missing: null };
    }
  }
};
