import type { Dice } from '../crash/dice.ts';
import type { Flock } from './flock.ts';
import type { Ledger } from './ledger.ts';
import type { Stage } from './stage.ts';
import type { Views } from './views.ts';
import type { Village, Villager } from './village.ts';

/** All that who acts looks at. */
export type World = {
  readonly dice: Dice;
  readonly flock: Flock;
  readonly village: Village;
  readonly ledger: Ledger;
  readonly views: Views;
  readonly stage: Stage;
};

/** A line with its canaries planted, and their numbers. */
export const written = (
  { flock }: Pick<World, 'flock'>,
  line: string,
  at: string,
  { name }: Villager,
): { readonly text: string; readonly wrote: readonly number[] } => {
  const text = line
    .replace('{c}', () => flock.plant({ kind: 'words', at, isPersonal: false }))
    .replace('{p}', () => `${flock.plant({ kind: 'words', at, isPersonal: true })}@posta.example`)
    .replace('{n}', name);
  return { text, wrote: flock.in(text) };
};
