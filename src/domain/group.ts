import type { Person } from './person.ts';
import type { Phase, PlanNumber } from './plan.ts';

/** That a step is done: who said so, and when (milliseconds since 1970). */
export type Tick = { readonly by: Person; readonly at: number };

/** That somebody sees to a step: who, and since when (milliseconds since 1970). */
export type Taker = { readonly who: Person; readonly at: number };

/** Another promoter who agreed, and what they bring in the group's own words, where it was told. */
export type Partner = { readonly brings: string | null; readonly by: Person; readonly at: number };

/**
 * One change of a group's state. Each carries its target, so that made a second time it changes nothing.
 * `stand` sets plan and phase together; `adopt` takes over what a member prepared in private.
 */
export type Move =
  | { readonly kind: 'stand'; readonly plan: PlanNumber; readonly phase: Phase | null }
  | { readonly kind: 'tick' | 'untick'; readonly steps: readonly string[] }
  /** Somebody takes steps on, to see to them. */
  | { readonly kind: 'take-on'; readonly steps: readonly string[]; readonly who: Person }
  | { readonly kind: 'let-go'; readonly steps: readonly string[] }
  | { readonly kind: 'partner'; readonly plan: PlanNumber; readonly brings: string | null }
  | { readonly kind: 'no-partner'; readonly plan: PlanNumber }
  | { readonly kind: 'finish' }
  | { readonly kind: 'adopt'; readonly from: Brought }
  | { readonly kind: 'undo'; readonly entry: number };

/** What "bring it to the group" copies. */
export type Brought = Pick<Group, 'plan' | 'phase' | 'finished' | 'ticks' | 'partners'>;

/** The values that a move changed: null where there was, or is, none. */
export type Changes = {
  readonly plan?: PlanNumber | null;
  readonly phase?: Phase | null;
  readonly finished?: boolean;
  readonly ticks?: Readonly<Record<string, Tick | null>>;
  readonly takers?: Readonly<Record<string, Taker | null>>;
  readonly partners?: Readonly<Record<number, Partner | null>>;
};

/** One line of the journal: who made which move, when, and what it changed. Entries are numbered from 1. */
export type Entry = {
  readonly number: number;
  readonly by: Person;
  readonly at: number;
  readonly move: Move;
  readonly before: Changes;
  readonly after: Changes;
};

/** Where a group stands on its way. Ticks of another plan or phase are kept: coming back finds them. */
export type Group = {
  /** The lead plan, and the phase of it; null until told. */
  readonly plan: PlanNumber | null;
  readonly phase: Phase | null;
  /** True once phase 4 was told to be done: the cooperative is born. */
  readonly finished: boolean;
  /** By the step's id. */
  readonly ticks: Readonly<Record<string, Tick>>;
  /** Who sees to a step, by its id. */
  readonly takers: Readonly<Record<string, Taker>>;
  /** By the partner's plan. */
  readonly partners: Readonly<Record<number, Partner>>;
  readonly journal: readonly Entry[];
};

export const newGroup: Group = {
  plan: null,
  phase: null,
  finished: false,
  ticks: {},
  takers: {},
  partners: {},
  journal: [],
};

const put = <Value>(
  record: Readonly<Record<string, Value>>,
  changes: Readonly<Record<string, Value | null>> = {},
): Record<string, Value> => {
  const kept = Object.entries(record).filter(([key]) => !(key in changes));
  const added = Object.entries(changes).filter((pair): pair is [string, Value] => pair[1] !== null);
  return Object.fromEntries([...kept, ...added]);
};

const withChanges = (group: Group, { ticks, takers, partners, ...rest }: Changes): Group => ({
  ...group,
  ...rest,
  ticks: put(group.ticks, ticks),
  takers: put(group.takers, takers),
  partners: put(group.partners, partners),
});

/** The values that a group has now where these changes would be made. */
const valuesNow = (group: Group, changes: Changes): Changes => ({
  ...('plan' in changes ? { plan: group.plan } : {}),
  ...('phase' in changes ? { phase: group.phase } : {}),
  ...('finished' in changes ? { finished: group.finished } : {}),
  ...(changes.ticks
    ? { ticks: Object.fromEntries(Object.keys(changes.ticks).map((step) => [step, group.ticks[step] ?? null])) }
    : {}),
  ...(changes.takers
    ? { takers: Object.fromEntries(Object.keys(changes.takers).map((step) => [step, group.takers[step] ?? null])) }
    : {}),
  ...(changes.partners
    ? {
        partners: Object.fromEntries(
          Object.keys(changes.partners).map((plan) => [plan, group.partners[Number(plan)] ?? null]),
        ),
      }
    : {}),
});

const isSame = (one: unknown, other: unknown): boolean => {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame((one as never)[key], (other as never)[key]));
};

/** What a move changes of a group; undefined when it changes nothing. */
const changesOf = (group: Group, move: Move, by: Person, at: number): Changes | undefined => {
  switch (move.kind) {
    case 'stand': {
      const { plan, phase } = move;
      const same = plan === group.plan && phase === group.phase;
      return same ? undefined : { plan, phase, ...(group.finished ? { finished: false } : {}) };
    }
    case 'tick': {
      const open = move.steps.filter((step) => !group.ticks[step]);
      return open.length === 0 ? undefined : { ticks: Object.fromEntries(open.map((step) => [step, { by, at }])) };
    }
    case 'untick': {
      const ticked = move.steps.filter((step) => group.ticks[step]);
      return ticked.length === 0 ? undefined : { ticks: Object.fromEntries(ticked.map((step) => [step, null])) };
    }
    case 'take-on': {
      const { who } = move;
      const isHis = (taker: Taker | undefined) => taker?.who.id === who.id && taker.who.name === who.name;
      const others = move.steps.filter((step) => !isHis(group.takers[step]));
      return others.length === 0
        ? undefined
        : { takers: Object.fromEntries(others.map((step) => [step, { who, at }])) };
    }
    case 'let-go': {
      const taken = move.steps.filter((step) => group.takers[step]);
      return taken.length === 0 ? undefined : { takers: Object.fromEntries(taken.map((step) => [step, null])) };
    }
    case 'partner': {
      const known = group.partners[move.plan];
      if (move.plan === group.plan || (known && (move.brings === null || move.brings === known.brings)))
        return undefined;
      return { partners: { [move.plan]: { brings: move.brings, by, at } } };
    }
    case 'no-partner':
      return group.partners[move.plan] ? { partners: { [move.plan]: null } } : undefined;
    case 'finish':
      return group.finished || group.phase !== 4 ? undefined : { finished: true };
    case 'adopt': {
      const { plan, phase, finished, ticks, partners } = move.from;
      const changes = { plan, phase, finished, ticks, partners };
      return isSame(valuesNow(group, changes), changes) ? undefined : changes;
    }
    case 'undo': {
      const entry = undoable(group, move.entry);
      return entry?.before;
    }
  }
};

/** Whether an entry was undone, and its undoing was not undone since. */
const isUndone = (journal: Group['journal'], number: number): boolean => {
  const undoing = journal.findLast(({ move }) => move.kind === 'undo' && move.entry === number);
  return undoing !== undefined && !isUndone(journal, undoing.number);
};

/** The entry with this number, when it was not undone and what it changed still stands as it left it; undefined when there is none such. */
export const undoable = (group: Group, number: number): Entry | undefined => {
  const entry = group.journal.find((one) => one.number === number);
  return entry && !isUndone(group.journal, number) && isSame(valuesNow(group, entry.after), entry.after)
    ? entry
    : undefined;
};

/** The newest entry that can still be undone; an undo is itself one of the entries that are passed over. */
export const newestUndoable = (group: Group): Entry | undefined =>
  group.journal.findLast(({ number, move }) => move.kind !== 'undo' && undoable(group, number));

/**
 * Makes a move: the group after it, and its journal entry; undefined when it changes nothing, as when it was made before.
 *
 * @example makeMove(newGroup, { kind: 'stand', plan: 5, phase: 1 }, maria, now)
 */
export const makeMove = (
  group: Group,
  move: Move,
  by: Person,
  at: number,
): { group: Group; entry: Entry } | undefined => {
  const after = changesOf(group, move, by, at);
  if (!after) return undefined;
  const number = (group.journal.at(-1)?.number ?? 0) + 1;
  const entry: Entry = { number, by, at, move, before: valuesNow(group, after), after };
  return { group: { ...withChanges(group, after), journal: [...group.journal, entry] }, entry };
};
