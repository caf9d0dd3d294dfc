/** The nine action plans, each named by who promotes it. The tenth is announced in the guide, its text is missing. */
export const PLAN_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export type PlanNumber = (typeof PLAN_NUMBERS)[number];

/** The four phases: 1 idea, 2 community (both animation), 3 project, 4 birth (both coaching and mentoring). */
export const PHASES = [1, 2, 3, 4] as const;

export type Phase = (typeof PHASES)[number];

export const isPlanNumber = (value: unknown): value is PlanNumber => PLAN_NUMBERS.includes(value as PlanNumber);

export const isPhase = (value: unknown): value is Phase => PHASES.includes(value as Phase);

/** A place in the guide: a plan and one of its phases; both null in the general part, phase null in a plan's lead. */
export type Place = { readonly plan: PlanNumber | null; readonly phase: Phase | null };
