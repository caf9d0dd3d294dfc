/** Where a text may be cut, best first: after a paragraph, a line, a sentence, a word. */
const BREAKS = [/\n\s*\n/g, /\n/g, /[.!?…][»”"')\]]*\s/gu, /\s/gu];

const graphemes = new Intl.Segmenter();

/** The last place where one of these breaks ends within a text, unless it leaves less than a third of it. */
const lastBreak = (text: string, pattern: RegExp): number | undefined => {
  const ends = [...text.matchAll(pattern)].map(({ index, 0: found }) => index + found.length);
  const last = ends.at(-1);
  return last !== undefined && last >= text.length / 3 ? last : undefined;
};

/** A text without any space: cut between two characters as people see them. */
const lastGrapheme = (text: string, most: number): number => {
  const starts = [...graphemes.segment(text.slice(0, most + 1))].map(({ index }) => index);
  const last = starts.at(-1) ?? 0;
  // A single "character" that long is a heap of marks: it may be cut, only not through a surrogate pair.
  return last > 0 ? last : most - (text.codePointAt(most - 1)! > 0xffff ? 1 : 0);
};

const cutAt = (text: string, most: number): number => {
  const window = text.slice(0, most);
  for (const pattern of BREAKS) {
    const at = lastBreak(window, pattern);
    if (at !== undefined) return at;
  }
  return lastGrapheme(text, most);
};

/**
 * Cuts a text into parts of at most `most` UTF-16 units, the first of at most `first`; only white space at the cuts is left out. What has no
 * text at all is one empty part.
 */
export const cutText = (text: string, most: number, first: number = most): string[] => {
  const parts: string[] = [];
  let rest = text;
  for (let length = first; rest.length > length; length = most) {
    const at = cutAt(rest, length);
    const part = rest.slice(0, at).trimEnd();
    if (part !== '') parts.push(part);
    rest = rest.slice(at).trimStart();
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
};
