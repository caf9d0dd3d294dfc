import { isPhase, isPlanNumber, type Place } from '../domain/plan.ts';
import { wordsOf } from '../language/fold.ts';
import { numeralOf } from './hear/numerals.ts';

const PLAN = /\b(?:piano|plan)(?: d azione| d action| action)? (?:(?:n|numero|number|no) )?(\w+)\b/g;
const PHASE_BEHIND = /\b(?:fase|phase|stage|step) (?:(?:n|numero|number|no) )?(\w+)\b/g;
const PHASE_BEFORE = /\b(\w+) (?:fase|phase|stage|etape)\b/g;

/** A number beside its noun, and the words that say so. */
type Found = { readonly number: number; readonly said: string };

const foundIn = (line: string, pattern: RegExp): (Found & { readonly orders: boolean })[] =>
  [...line.matchAll(pattern)].flatMap(([said, word]) => {
    // Elsewhere "i" is an article, or somebody.
    const numeral = word === 'i' && line.endsWith(said) ? numeralOf('1') : numeralOf(word);
    return numeral ? [{ number: numeral.value, said, orders: numeral.as !== 'count' }] : [];
  });

const LAST = /\b(?:ultima|derniere|last) (?:fase|phase|stage|etape)\b/;

/** The phase that a folded line names: "the third phase" and "phase three" do, "one phase" does not. */
const phaseFound = (line: string): Found | undefined => {
  const [last] = LAST.exec(line) ?? [];
  if (last !== undefined) return { number: 4, said: last };
  return foundIn(line, PHASE_BEFORE).find(({ orders }) => orders) ?? foundIn(line, PHASE_BEHIND)[0];
};

/** The phase that a folded line names, by whatever number. */
export const phaseIn = (line: string): number | undefined => phaseFound(line)?.number;

/** The plan that a folded line names, by whatever number. */
export const planIn = (line: string): number | undefined => foundIn(line, PLAN)[0]?.number;

/** The tenth plan is announced in the guide, and answered as such. */
const ANNOUNCED = 10;

/** "4.2" alone: plan 4, phase 2. */
const PAIR = /^\s*(\d)\s*[.,/-]\s*(\d)\s*[?.!]*\s*$/;

export type Named = {
  readonly named: Place;
  /** The message's other words. */
  readonly rest: string;
  /** A number that no plan or phase has: "fase 7", "piano 12". */
  readonly beyond: 'plan' | 'phase' | null;
};

/** The plan and the phase that a message names by their numbers ("fase 2", "la troisième phase", "plan 5"), and its other words. */
export const namedPlace = (text: string): Named => {
  const words = wordsOf(text).join(' ');
  const [, pairPlan, pairPhase] = PAIR.exec(text) ?? [];
  const planSaid = foundIn(words, PLAN)[0];
  // Without the plan first: in "piano 4 fase 2" the fourth phase is not meant.
  const behindPlan = planSaid ? words.replace(planSaid.said, ' · ') : words;
  const phaseSaid = phaseFound(behindPlan);
  const plan = pairPlan === undefined ? planSaid?.number : Number(pairPlan);
  const phase = pairPhase === undefined ? phaseSaid?.number : Number(pairPhase);
  const known = { plan: isPlanNumber(plan) ? plan : null, phase: isPhase(phase) ? phase : null };
  const beyondPlan = plan !== undefined && known.plan === null && plan !== ANNOUNCED;
  const rest = phaseSaid ? behindPlan.replace(phaseSaid.said, ' ') : behindPlan;
  return {
    named: known,
    beyond: phase !== undefined && known.phase === null ? 'phase' : beyondPlan ? 'plan' : null,
    rest: pairPlan !== undefined ? '' : rest.replace(/[\s·]+/g, ' ').trim(),
  };
};
