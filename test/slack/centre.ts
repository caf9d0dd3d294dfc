import { centresFileWith } from '../support/centres-file.ts';
import type { Person, Talk } from '../support/slack/driver-types.ts';
import type { Village } from './village.ts';

/** The channel of the centre's desk, in the test's workspace. */
export const DESK = 'C0SPORTELLO';

/** A centres' file with one centre, whose desk is always open. */
export const centreAtDesk = (): NodeJS.ProcessEnv => ({
  CENTRES_FILE: centresFileWith({ at: `slack:T0CASA0001:${DESK}` }),
});

/** Presses the newest button that carries this. */
export const press = async ({ calm }: Village, where: Talk, who: Person, value: RegExp): Promise<void> => {
  const carries = ({ value: carried }: { readonly value: string }) => value.test(carried);
  const message = (await where.botMessages()).findLast(({ buttons }) => buttons.some(carries));
  if (!message) throw new Error(`no button carries ${value}`);
  await calm(where.press(who, message, message.buttons.find(carries)!.value));
};
