import type { Edition } from '../domain/library.ts';
import type { SectionId } from '../domain/meaning.ts';
import { wordsOf } from '../language/fold.ts';

/** How one asks what a word means, over folded words, up to the word itself. */
const ASKS =
  /^(?:(?:ma|e|scusa|scusate|mais|et|euh|but|so|and|sorry|ok|allora|alors|campanile) )*(?:(?:che )?cos e|(?:che )?cosa (?:e|sono|sarebbe|sarebbero|significa|vuol dire|vogliono dire)|che (?:significa|vuol dire)|c est quoi|qu est ce que (?:c est (?:que )?)?|qu est ce qu |que veut dire|ca veut dire quoi|que signifie|what(?: is| s| are| does)|whats|what on earth is)(?: (?:un|uno|una|il|lo|la|l|i|gli|le|questo|questa|ce|cet|cette|les|une|an?|the|this))* (.+)$/;
/** What may follow the word. */
const REST =
  /^(?:mean|means|stand for|veut dire|lol|poi|precisamente|esattamente|exactement|exactly|donc|di preciso)*$/;

/** The word of the glossary whose meaning a message asks for, and nothing else of it: "what is a GAL?". */
export const definedIn = (edition: Edition, text: string): SectionId | undefined => {
  const clauses = text.split(/[?!.,;\n]+/).map((clause) => wordsOf(clause).join(' '));
  for (const clause of clauses) {
    const [, asked] = ASKS.exec(clause) ?? [];
    if (asked === undefined) continue;
    for (const [section, words] of edition.also) {
      const named = words
        .map((word) => wordsOf(word).join(' '))
        .find((word) => asked === word || (asked.startsWith(`${word} `) && REST.test(asked.slice(word.length + 1))));
      if (named !== undefined) return section;
    }
  }
  return undefined;
};
