import { clean } from '../language/fold.ts';

const MOST_CHARACTERS = 64;

/** A name or title as it may be shown: one line, without what is invisible or turns the writing round, cut to 64 characters. */
export const shownName = (name: string): string => [...clean(name)].slice(0, MOST_CHARACTERS).join('').trim();
