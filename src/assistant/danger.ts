import { wordsOf } from '../language/fold.ts';
import { en } from './danger/en.ts';
import { fr } from './danger/fr.ts';
import { it } from './danger/it.ts';
import type { Signs } from './danger/signs.ts';

/** What a message tells that no guide answers: somebody who despairs, a child that is hurt, violence or a threat of it. */
export type Danger = 'despair' | 'child' | 'violence';

/** A message may be in any of the three languages, whichever it is taken for. */
const anyOf = (kind: keyof Signs): RegExp =>
  new RegExp(`\\b(?:${[it, fr, en].flatMap((signs) => signs[kind]).join('|')})\\b`);

const CHILD = anyOf('child');
const DESPAIR = anyOf('despair');
const VIOLENCE = anyOf('violence');
const NO_DEATH = anyOf('noDeath');

/** The danger that a message tells outright; undefined for any other. */
export const dangerIn = (text: string): Danger | undefined => {
  const words = wordsOf(text).join(' ');
  if (CHILD.test(words)) return 'child';
  if (DESPAIR.test(words)) return 'despair';
  return VIOLENCE.test(words) ? 'violence' : undefined;
};

/** Whether a message speaks of death and means none: dead tired, a dead shop. */
export const speaksFiguratively = (text: string): boolean => NO_DEATH.test(wordsOf(text).join(' '));
