import { isPlanNumber, type PlanNumber } from '../domain/plan.ts';
import { wordsOf } from '../language/fold.ts';
import { numeralOf } from './hear/numerals.ts';
import { promotersIn } from './hear/promoters.ts';

/** Asks what sets two apart, or which is the better. */
const COMPARES =
  /\b(?:differenz\w+|differisc\w+|distingu\w+|confront\w+|meglio|conviene|differe\w+|mieux|compar\w+|versus|vs|better|(?:chi|qui|who) (?:should |deve |doit |devrait )?(?:guid\w+|promuov\w+|port\w+|lead\w*|promot\w*|condui\w*))\b/;
/** One or the other, with hardly a word besides: "GAL o Pro Loco?" */
const OR = /^(?:\w{1,3} ){0,3}(?:o|oppure|ou|or)(?: \w{1,3}){0,2} $/;
const NUMBERED =
  /\b(?:piano|piani|plans?) (\w+) (?:e|o|et|ou|and|or|vs|versus|from|dal|da) (?:(?:il|le|the) )?(?:(?:piano|plan) )?(\w+)\b/;
const MOST_BESIDE = 2;
/** In a longer message two promoters are named for other reasons too. */
const MOST_WORDS = 13;

const numberedIn = (line: string): PlanNumber[] =>
  (NUMBERED.exec(line) ?? []).slice(1).flatMap((word) => {
    const value = numeralOf(word)?.value;
    return isPlanNumber(value) ? [value] : [];
  });

/** The two plans that a message compares: "GAL o Pro Loco?", "what sets plan 4 apart from plan 5?"; undefined when it compares none. */
export const comparedIn = (text: string): readonly [PlanNumber, PlanNumber] | undefined => {
  const words = wordsOf(text);
  if (words.length > MOST_WORDS) return undefined;
  const line = words.join(' ');
  const mentions = promotersIn(line);
  const numbered = numberedIn(line);
  const [first, second, ...others] = [...new Set(numbered.length === 2 ? numbered : mentions.map(({ plan }) => plan))];
  if (first === undefined || second === undefined || others.length > 0) return undefined;
  const [one, other] = mentions;
  const beside = one && other ? `${line.slice(0, one.from)} ${line.slice(other.to)}`.split(' ').filter(Boolean) : [];
  const isBare = one && other && OR.test(`${line.slice(one.to, other.from).trim()} `) && beside.length <= MOST_BESIDE;
  return numbered.length === 2 || isBare || COMPARES.test(line) ? [first, second] : undefined;
};
