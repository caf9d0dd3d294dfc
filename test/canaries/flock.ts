/** What a canary was planted in: words that somebody wrote, what a person is called, or a group. */
export type Planted = {
  readonly kind: 'words' | 'name' | 'title';
  /** Where it was written, or whose name it is. */
  readonly at: string;
  /** It stands in something that tells how to reach somebody: an address of mail. */
  readonly isPersonal: boolean;
};

/** All canaries: words that nobody writes, each of which tells where it was written. */
export type Flock = {
  /** A new word that stands for this. */
  plant(planted: Planted): string;
  /** The numbers of the canaries in a text. */
  in(text: string): number[];
  of(number: number): Planted;
  word(number: number): string;
};

const LETTERS = 'abcdefghijklmnop';
const LENGTH = 5;
/** No part of a longer word, such as a random id; in JSON a line's end is written with a letter. */
const CANARY = new RegExp(`(?<=[^a-z0-9]|\\\\n|^)zq([${LETTERS}]{${LENGTH}})(?![a-z0-9])`, 'g');

export const createFlock = (): Flock => {
  const planted: Planted[] = [];
  const word = (number: number): string => `zq${lettersOf(number)}`;
  const lettersOf = (number: number): string =>
    Array.from({ length: LENGTH }, (_, at) => LETTERS[(number >> (4 * at)) & 15]).join('');
  const numberOf = (letters: string): number =>
    [...letters].reduce((sum, letter, at) => sum + (LETTERS.indexOf(letter) << (4 * at)), 0);
  return {
    plant: (one) => word(planted.push(one) - 1),
    in: (text) => [...new Set([...text.toLowerCase().matchAll(CANARY)].map(([, letters]) => numberOf(letters ?? '')))],
    of: (number) => planted[number]!,
    word,
  };
};
