import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from '../support/folder.ts';
import type { Person, Talk } from '../support/slack/driver-types.ts';
import type { Village } from './village.ts';

const ALWAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  .map((day) => `        ${day}: ["0:00-23:59"]`)
  .join('\n');

/** The channel of the centre's desk, in the test's workspace. */
export const DESK = 'C0SPORTELLO';

/** A centres' file with one centre, whose desk is always open. */
export const centreAtDesk = (): NodeJS.ProcessEnv => {
  const file = join(newFolder(), 'centres.yaml');
  writeFileSync(
    file,
    `centres:
  - name: Sportello di Valverde
    default: true
    territory:
      regions: [Basilicata]
    languages: [it]
    telephone: "+39 0971 000 000"
    time-zone: Europe/Rome
    desk:
      at: "slack:T0CASA0001:${DESK}"
      answers-within-hours: 8
      hours:
${ALWAYS}
`,
  );
  return { CENTRES_FILE: file };
};

/** Presses the newest button that carries this. */
export const press = async ({ calm }: Village, where: Talk, who: Person, value: RegExp): Promise<void> => {
  const carries = ({ value: carried }: { readonly value: string }) => value.test(carried);
  const message = (await where.botMessages()).findLast(({ buttons }) => buttons.some(carries));
  if (!message) throw new Error(`no button carries ${value}`);
  await calm(where.press(who, message, message.buttons.find(carries)!.value));
};
