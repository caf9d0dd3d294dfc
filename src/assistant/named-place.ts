import { isPhase, isPlanNumber, type Place } from '../domain/plan.ts';
import { wordsOf } from '../language/fold.ts';

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['1', 'i', 'uno', 'una', 'un', 'one', 'prima', 'primo', 'premiere', 'premier', 'first', '1a', '1re', '1ere', '1st'],
    ['2', 'ii', 'due', 'deux', 'two', 'seconda', 'secondo', 'deuxieme', 'seconde', 'second', '2a', '2e', '2eme', '2nd'],
    ['3', 'iii', 'tre', 'trois', 'three', 'terza', 'terzo', 'troisieme', 'third', '3a', '3e', '3eme', '3rd'],
    [
      '4',
      'iv',
      'quattro',
      'quatre',
      'four',
      'quarta',
      'quarto',
      'quatrieme',
      'fourth',
      'ultima',
      'derniere',
      'last',
      '4a',
      '4e',
      '4eme',
      '4th',
    ],
    ['5', 'v', 'cinque', 'cinq', 'five'],
    ['6', 'vi', 'sei', 'six'],
    ['7', 'vii', 'sette', 'sept', 'seven'],
    ['8', 'viii', 'otto', 'huit', 'eight'],
    ['9', 'ix', 'nove', 'neuf', 'nine'],
    ['10', 'x', 'dieci', 'dix', 'ten', 'decimo', 'dixieme', 'tenth'],
    ['11'],
    ['12'],
    ['13'],
  ].flatMap((words, at) => words.map((word) => [word, at + 1])),
);

const ANY = Object.keys(NUMBERS).join('|');
const PHASE = new RegExp(
  `\\b(?:(?:fase|phase|stage|step) (?:n |numero |number |no )?(${ANY})|(${ANY}) (?:fase|phase|stage|etape))\\b`,
);
const PLAN = new RegExp(`\\b(?:piano|plan)(?: d azione| d action| action)? (?:n |numero |number |no )?(${ANY})\\b`);

const numberIn = (words: string, pattern: RegExp): number | undefined => {
  const [, after, before] = pattern.exec(words) ?? [];
  return NUMBERS[after ?? before ?? ''];
};

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
  const plan = pairPlan === undefined ? numberIn(words, PLAN) : Number(pairPlan);
  // Without the plan first: in "piano 4 fase 2" the fourth phase is not meant.
  const phase = pairPhase === undefined ? numberIn(words.replace(PLAN, ' · '), PHASE) : Number(pairPhase);
  const known = { plan: isPlanNumber(plan) ? plan : null, phase: isPhase(phase) ? phase : null };
  return {
    named: known,
    // Ten is the announced plan, and answered as such.
    beyond:
      phase !== undefined && known.phase === null
        ? 'phase'
        : plan !== undefined && known.plan === null && plan !== 10
          ? 'plan'
          : null,
    rest: pairPlan !== undefined ? '' : words.replace(PLAN, ' ').replace(PHASE, ' ').replace(/\s+/g, ' ').trim(),
  };
};
