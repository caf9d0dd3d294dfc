import type { Heard } from '../../domain/heard.ts';
import { BARELY_DONE } from './done-words.ts';
import { numbersNamed } from './numbers-named.ts';
import type { Said } from './said.ts';

/** Who writes sees to it. */
const TAKES =
  /\b(?:(?:lo|la|li|le) (?:faccio|prendo|curo|seguo|guardo|sistemo) io|(?:ci|me ne) (?:penso|occupo) io|me ne occupo|mi occupo|ci penso io|prendo io|faccio io|tocca a me|lo prendo|je m (?:en )?occupe|je (?:le |la |les |vais )?(?:prends|ferai|m en charge)|je me charge|je m en charge|c est pour moi|moi je (?:fais|prends)|i ll (?:do|take|handle|see to|look after|sort)|i will (?:do|take|handle|see to)|i can (?:do|take)|i m (?:doing|taking) (?:care of )?|leave \w+(?: \w+)? (?:to|with) me)\b/;
/** … or does so no longer. */
const LETS_GO =
  /\b(?:non (?:lo|la|li|ci|me ne|mi) (?:faccio|penso|occupo|prendo|riesco)|non posso (?:piu )?(?:fare|occuparmi)|lascio|je ne m (?:en )?occupe (?:plus|pas)|je ne (?:peux|pourrai) (?:plus|pas)|je (?:le |la )?laisse|i can t (?:do|take|handle)|i won t (?:do|take)|i m not (?:doing|taking)|i drop)\b/;

/** "I'll see to number 2", "il 2 lo faccio io": who does what; undefined where no step is named by its number. */
export const hearTakes = ({ line, clauses, asks }: Said, count: number): Heard | undefined => {
  const lets = LETS_GO.test(line);
  if (asks || !(lets || TAKES.test(line)) || BARELY_DONE.test(line)) return undefined;
  // What says who does it names no step, and neither does "after all".
  const numbers = clauses
    .map((clause) =>
      clause
        .replace(lets ? LETS_GO : TAKES, ' ')
        .replace(/\bafter all\b/, ' ')
        .trim(),
    )
    .flatMap((clause) => numbersNamed(clause.split(/ +/), count, true).flatMap((one) => one.numbers));
  const steps = { by: 'number', numbers: [...new Set(numbers)].sort((a, b) => a - b) } as const;
  return numbers.length === 0 ? undefined : { kind: 'takes', steps, on: !lets };
};
