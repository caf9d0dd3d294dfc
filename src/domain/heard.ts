import type { Phase, PlanNumber } from './plan.ts';

/** Which steps of the list a message speaks of: by their numbers on it, all of them, those still open, or by their words. */
export type StepsNamed =
  | { readonly by: 'number'; readonly numbers: readonly number[] }
  | { readonly by: 'all' }
  /** Ids of steps whose titles the message's words fit. */
  | { readonly by: 'words'; readonly ids: readonly string[] }
  /** "Done!", "fatto": the step just spoken of, if there is one. */
  | { readonly by: 'nothing' };

/** Steps by their numbers on the list, and who sees to them: a name, or null for who writes. */
export type Taken = { readonly numbers: readonly number[]; readonly who: string | null };

/**
 * What a message tells or asks of the group's way, in plain words or as a command, before anything is done about it.
 * What is none of these is a question to the guide, or talk.
 */
export type Heard =
  /** "We did 1 and 3"; with `done` false "no, 2 not yet". `advance` where it goes on in the same breath ("all settled, let's go on"). */
  | { readonly kind: 'ticks'; readonly steps: StepsNamed; readonly done: boolean; readonly advance: boolean }
  /** "I'll do number 2", "Ada sees to the 3"; with `on` false "I can't do the 2 after all". */
  | { readonly kind: 'takes'; readonly taken: readonly Taken[]; readonly on: boolean }
  /** "What is left?", "where are we?", "the list" */
  | { readonly kind: 'list' }
  /** "What next?": the first open step. */
  | { readonly kind: 'next' }
  /** "Let's go on to the next phase" */
  | { readonly kind: 'advance' }
  /** "One step back": to the phase before. */
  | { readonly kind: 'back' }
  /** "We are in phase 3", "/phase 3"; `null` asks which one it is; `unknown` is what was written where it is no phase. */
  | { readonly kind: 'phase'; readonly phase: Phase | null; readonly unknown: string | null }
  /** "/plan 5", "actually the council leads"; `null` asks which one it is; `unknown` is what was written where it is no plan ("10" too). */
  | { readonly kind: 'plan'; readonly plan: PlanNumber | null; readonly unknown: string | null }
  /** "We are the Pro Loco, the project is written": who they are and where they stand; null what is not told. */
  | { readonly kind: 'standing'; readonly plan: PlanNumber | null; readonly phase: Phase | null }
  /** "The savings bank is with us", or with `agreed` false no longer. `brings` in the group's own words. */
  | { readonly kind: 'partner'; readonly plan: PlanNumber; readonly brings: string | null; readonly agreed: boolean }
  /** "Who can help us now?" */
  | { readonly kind: 'helpers' }
  /** "Who did what?" */
  | { readonly kind: 'journal' }
  /** "We have been stuck for months": they ask for nothing, and want a way on. */
  | { readonly kind: 'stuck' }
  /** "Undo that", "undo 17" */
  | { readonly kind: 'undo'; readonly entry: number | null }
  /** "Why this step?", "explain point 2" */
  | { readonly kind: 'why'; readonly steps: StepsNamed }
  /** "Recommend us a plan", "which one is right for us?" */
  | { readonly kind: 'recommend' }
  /** "Parla italiano", "/language fr"; null asks which. */
  | { readonly kind: 'language'; readonly language: 'it' | 'fr' | 'en' | null }
  /** "Yes", "go ahead" / "no, leave it": an answer to what was asked last. */
  | { readonly kind: 'confirm'; readonly yes: boolean }
  /** Commands that stand for themselves. */
  | {
      readonly kind: 'start' | 'help' | 'person' | 'privacy' | 'groups' | 'bring' | 'centre' | 'export' | 'erase';
      readonly argument: string;
    };
