import type { Language } from '../../domain/language.ts';
import { stemsOf } from '../../language/features.ts';

/** A step's title must share this much of its telling stems with the message, and stand this far before the next. */
const SHARE = 0.6;
const MARGIN = 0.25;
const LEAST_STEMS = 2;
const SHORT = 3;

/** Which step of the list a message tells by its content: the one whose title's stems it holds, by a clear margin; undefined when none. */
export const stepToldIn = (
  text: string,
  language: Language,
  steps: readonly { readonly id: string; readonly title: string }[],
): string | undefined => {
  const told = new Set(stemsOf(text, language));
  const shares = steps
    .map(({ id, title }) => {
      const stems = stemsOf(title, language).filter((stem) => stem.length > SHORT);
      const shared = stems.filter((stem) => told.has(stem)).length;
      return { id, share: shared < LEAST_STEMS ? 0 : shared / stems.length };
    })
    .sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  return first && first.share >= SHARE && first.share - (second?.share ?? 0) >= MARGIN ? first.id : undefined;
};
