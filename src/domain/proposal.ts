import type { Group, Move } from './group.ts';
import type { Person } from './person.ts';
import { PHASES, type Phase } from './plan.ts';

/** Who may say yes to a proposal: whoever is there, a group's admin or a second member, or only the admin who asked. */
export type Consent = 'anyone' | 'admin-or-second' | 'same-admin';

/** What is done once it is confirmed: moves of the state, or what only admins may do with all that is kept. */
export type Proposed =
  | { readonly kind: 'moves'; readonly moves: readonly Move[] }
  | { readonly kind: 'erase' | 'export' }
  /** A centre, by its name, sees from then on where the group stands. */
  | { readonly kind: 'show'; readonly centre: string };

/** Something asked back before it is done. The number names it on its buttons: an old one says yes to nothing. */
export type Proposal = {
  readonly number: number;
  readonly what: Proposed;
  readonly by: Person;
  readonly consent: Consent;
};

/** What makes a move too weighty to be made at once. */
export type Weight = {
  readonly consent: Consent;
  /** Steps of the phase that is left, still open. */
  readonly open: readonly string[];
  /** Phases passed over. */
  readonly skipped: readonly Phase[];
  /** True when another promoter takes the lead. */
  readonly changesPlan: boolean;
};

/**
 * Weighs a change of plan and phase: null when it may be made at once. A first plan is taken at once, and so is a way back; going on
 * past open steps, past a phase, or to another plan is asked first, and passing over a phase takes an admin or a second member.
 */
export const weighStand = (
  group: Group,
  { plan, phase }: Extract<Move, { kind: 'stand' }>,
  openSteps: readonly string[],
): Weight | null => {
  if (group.plan === null) return null;
  const changesPlan = plan !== group.plan;
  const from = group.phase;
  const skipped = from === null || phase === null ? [] : PHASES.filter((one) => one > from && one < phase);
  const goesOn = from !== null && phase !== null && phase > from;
  const open = goesOn && !changesPlan ? openSteps : [];
  if (!changesPlan && skipped.length === 0 && open.length === 0) return null;
  return { consent: skipped.length > 0 ? 'admin-or-second' : 'anyone', open, skipped, changesPlan };
};

/** Whether a person may confirm a proposal. In a private conversation there is nobody else to ask. */
export const mayConfirm = (
  { by, consent }: Pick<Proposal, 'by' | 'consent'>,
  person: Person,
  { isPrivate, isAdmin }: { readonly isPrivate: boolean; readonly isAdmin: boolean },
): boolean => {
  if (isPrivate || consent === 'anyone') return true;
  if (consent === 'same-admin') return person.id === by.id && isAdmin;
  return isAdmin || person.id !== by.id;
};
