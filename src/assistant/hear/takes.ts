import type { Heard } from '../../domain/heard.ts';
import { wordsOf } from '../../language/fold.ts';
import { BARELY_DONE } from './done-words.ts';
import { numbersNamed } from './numbers-named.ts';
import { promotersIn } from './promoters.ts';
import type { Said } from './said.ts';

/** Who writes sees to it. */
const TAKES =
  /\b(?:(?:lo|la|li|le) (?:faccio|prendo|curo|seguo|guardo|sistemo) io|(?:ci|me ne) (?:penso|occupo) io|me ne occupo|mi occupo|ci penso io|prendo io|faccio io|tocca a me|lo prendo|je m (?:en )?occupe|je (?:le |la |les |vais )?(?:prends|ferai|m en charge)|je me charge|je m en charge|c est pour moi|moi je (?:fais|prends)|i ll (?:do|take|handle|see to|look after|sort)|i will (?:do|take|handle|see to)|i can (?:do|take)|i m (?:doing|taking) (?:care of )?|leave \w+(?: \w+)? (?:to|with) me)\b/;
/** … or does so no longer. */
const LETS_GO =
  /\b(?:non (?:lo|la|li|ci|me ne|mi) (?:faccio|penso|occupo|prendo|riesco)|non posso (?:piu )?(?:fare|occuparmi)|lascio|je ne m (?:en )?occupe (?:plus|pas)|je ne (?:peux|pourrai) (?:plus|pas)|je (?:le |la )?laisse|i can t (?:do|take|handle)|i won t (?:do|take)|i m not (?:doing|taking)|i drop)\b/;

/** Somebody else does, by name: "Ada s'occupe du 1", "il 3 lo fa Beppe". */
const NAME = "(\\p{Lu}[\\p{L}’'-]+)";
const OTHER = new RegExp(
  `${NAME} (?:se ne occupa|si occupa|ci pensa|fa|prende|s[’'](?:en )?occupe|fait|prend|does|takes|will do|will take|is doing|sees to)(?!\\p{L})|` +
    `(?:lo fa|la fa|li fa|lo prende|ci pensa|se ne occupa) ${NAME}`,
  'u',
);
const JOINTS = /[,;.]+\s+|\s+(?:e|ed|et|and|mentre|pendant que|while)\s+/u;

const folded = (text: string): string => wordsOf(text).join(' ');

/** Who a piece of a message says sees to it: a name, null for who writes; undefined where it says nothing of it. */
const takerIn = (piece: string): string | null | undefined => {
  const [, before, behind] = OTHER.exec(piece) ?? [];
  const name = before ?? behind;
  if (name !== undefined && promotersIn(folded(name)).length === 0) return name;
  return TAKES.test(folded(piece)) ? null : undefined;
};

/** What says who does it names no step, and neither does "after all". */
const numbersIn = (piece: string, count: number): number[] => {
  const rest = folded(piece.replace(OTHER, ' '))
    .replace(TAKES, ' ')
    .replace(LETS_GO, ' ')
    .replace(/\bafter all\b/, ' ')
    .trim();
  return numbersNamed(rest.split(/ +/), count, true).flatMap(({ numbers }) => numbers);
};

/** "I'll see to number 2", "il 2 lo faccio io, il 3 lo fa Ada": who does what; undefined where no step is named by its number. */
export const hearTakes = ({ text, line, asks }: Said, count: number): Heard | undefined => {
  if (asks || BARELY_DONE.test(line)) return undefined;
  const pieces = text.split(JOINTS);
  if (LETS_GO.test(line)) {
    const numbers = [...new Set(pieces.flatMap((piece) => numbersIn(piece, count)))];
    return numbers.length === 0 ? undefined : { kind: 'takes', taken: [{ numbers, who: null }], on: false };
  }
  const told = pieces.map((piece) => ({ who: takerIn(piece), numbers: numbersIn(piece, count) }));
  const first = told.find(({ who }) => who !== undefined)?.who;
  if (first === undefined) return undefined;
  const taken: { who: string | null; numbers: number[] }[] = [];
  // A piece that only names a step goes on with who was named before.
  let last: string | null = first;
  for (const { who = last, numbers } of told) {
    last = who;
    const same = taken.find((one) => one.who === who);
    if (same) same.numbers.push(...numbers);
    else taken.push({ who, numbers: [...numbers] });
  }
  const named = taken
    .filter(({ numbers }) => numbers.length > 0)
    .map(({ who, numbers }) => ({ who, numbers: [...new Set(numbers)].sort((a, b) => a - b) }));
  return named.length === 0 ? undefined : { kind: 'takes', taken: named, on: true };
};
