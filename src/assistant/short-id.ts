/** An id made of a word that nobody can guess, short enough for a button and plain enough for a command line. */
export const shortId = (word: string): string =>
  word
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 10)
    .toLowerCase();
