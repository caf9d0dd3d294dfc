import { shownLink } from '../../domain/plain-words.ts';
import type { Said } from './update.ts';

/** The words of a message, its links with where they lead: Telegram keeps those apart from the words. */
export const wordsOf = ({ text, caption, entities, caption_entities }: Said): string | undefined => {
  const words = text ?? caption;
  if (words === undefined) return undefined;
  const links = ((text === undefined ? caption_entities : entities) ?? []).flatMap(({ type, offset, length, url }) =>
    type === 'text_link' && url !== undefined ? [{ from: offset, to: offset + length, url }] : [],
  );
  // From the last to the first, so that what stands before one stays where it is.
  return links
    .toSorted((one, other) => other.from - one.from)
    .reduce(
      (all, { from, to, url }) => all.slice(0, from) + shownLink(url, all.slice(from, to)) + all.slice(to),
      words,
    );
};
