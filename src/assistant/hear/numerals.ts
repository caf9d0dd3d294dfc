/** Words that count or order, folded, for 1 to 12: Italian, French, English, a few of dialects, Roman. */
const CARDINALS = [
  'uno una un une one',
  'due deux two ii doi do dus',
  'tre trois three iii tri',
  'quattro quatre four iv',
  'cinque cinq five v',
  'sei six vi',
  'sette sept seven vii',
  'otto huit eight viii',
  'nove neuf nine ix',
  'dieci dix ten x',
  'undici onze eleven xi',
  'dodici douze twelve xii',
];
const ORDINALS = [
  'primo prima premier premiere first prim prems',
  'secondo seconda second seconde deuxieme segondo segond',
  'terzo terza troisieme third terso tierce',
  'quarto quarta quatrieme fourth forth',
  'quinto quinta cinquieme fifth',
  'sesto sesta sixieme sixth',
  'settimo settima septieme seventh',
  'ottavo ottava huitieme eighth',
  'nono nona neuvieme ninth',
  'decimo decima dixieme tenth',
];

const numbered = (rows: readonly string[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)));

const CARDINAL = numbered(CARDINALS);
const ORDINAL = numbered(ORDINALS);
const DIGITS = /^(\d{1,2})(o|a|er|re|ere|e|eme|ieme|nd|nde|rd|st|th)?$/;

/** How a number is written: with digits ("2", "2e"), as an order ("second") or as a count ("two"). */
export type Numeral = { readonly value: number; readonly as: 'digits' | 'order' | 'count' };

/** Reads one folded word as a number from 1 on; undefined when it is none. */
export const numeralOf = (word: string | undefined): Numeral | undefined => {
  if (word === undefined) return undefined;
  const [, digits, ending] = DIGITS.exec(word) ?? [];
  if (digits !== undefined) return { value: Number(digits), as: ending === undefined ? 'digits' : 'order' };
  const order = ORDINAL.get(word);
  if (order !== undefined) return { value: order, as: 'order' };
  const count = CARDINAL.get(word);
  return count === undefined ? undefined : { value: count, as: 'count' };
};
