import type { Choice } from '../../src/domain/answer.ts';
import type { Address } from '../../src/domain/message.ts';
import type { Dice } from '../crash/dice.ts';
import type { Seen } from './stage.ts';
import { pick } from './words.ts';

const SHOWN = 10;
const ONWARD = /^(?:send|private|here|person|yes|note|note-approve|gap-note)(?:=|$)/;

/** What stands on the screen of each conversation: the last messages, as they read now. */
export type Views = {
  note(at: Address, seen: Seen): void;
  at(address: Address): readonly Seen[];
  /** A button there, mostly of a new message; undefined where none stands. */
  button(dice: Dice, address: Address): (Choice & { readonly under: Seen }) | undefined;
  /** A button of any conversation. */
  anyButton(dice: Dice): Choice | undefined;
};

export const createViews = (): Views => {
  const views = new Map<Address, Seen[]>();
  const at = (address: Address): readonly Seen[] => views.get(address) ?? [];
  const button: Views['button'] = (dice, address) => {
    const shown = at(address).filter(({ message }) => message && message.choices.length > 0);
    const under = dice(10) < 7 ? shown.at(-1) : shown[dice(shown.length || 1)];
    const all = under?.message?.choices.flat() ?? [];
    // Mostly on with what was begun.
    const onward = dice(3) === 0 ? [] : all.filter(({ id }) => ONWARD.test(id));
    const choices = onward.length > 0 ? onward : all;
    return under && choices.length > 0 ? { ...pick(dice, choices), under } : undefined;
  };
  return {
    at,
    button,
    anyButton: (dice) => {
      const addresses = [...views.keys()];
      return addresses.length === 0 ? undefined : button(dice, pick(dice, addresses));
    },
    note: (address, seen) => {
      if (seen.message === null) return;
      const others = at(address).filter(({ as }) => as !== seen.as);
      views.set(address, [...others, seen].slice(-SHOWN));
    },
  };
};
