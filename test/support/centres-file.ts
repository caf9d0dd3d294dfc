import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './folder.ts';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

type Desk = {
  /** Where it answers: "slack:T1:C2", "telegram:-100123". */
  readonly at: string;
  /** Always, where nothing is said of it. */
  readonly opens?: { readonly days: readonly (typeof WEEKDAYS)[number][]; readonly hours: string };
  readonly timeZone?: string;
};

/** Writes a centres' file with one centre, the default one, that answers at this desk; gives where it is. */
export const centresFileWith = ({ at, opens, timeZone = 'Europe/Rome' }: Desk): string => {
  const file = join(newFolder(), 'centres.yaml');
  const { days, hours } = opens ?? { days: WEEKDAYS, hours: '0:00-23:59' };
  writeFileSync(
    file,
    `centres:
  - name: Sportello di Valverde
    default: true
    territory: { regions: [Basilicata] }
    languages: [it]
    telephone: "+39 0971 000 000"
    time-zone: ${timeZone}
    desk: { at: "${at}", answers-within-hours: 8, hours: { ${days.map((day) => `${day}: ["${hours}"]`).join(', ')} } }
`,
  );
  return file;
};
