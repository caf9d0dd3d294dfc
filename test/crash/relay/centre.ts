import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CENTRE } from './texts.ts';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Writes a file of one centre whose desk is always open; gives its path. */
export const writeCentre = (folder: string, desk: string): string => {
  const file = join(folder, 'centres.yaml');
  const hours = DAYS.map((day) => `${day}: ["0:00-23:59"]`).join(', ');
  const lines = [
    'centres:',
    `  - name: ${CENTRE}`,
    '    default: true',
    '    territory: { regions: [Basilicata] }',
    '    languages: [it]',
    '    telephone: "+39 0971 000 000"',
    '    time-zone: UTC',
    `    desk: { at: "${desk}", answers-within-hours: 8, hours: { ${hours} } }`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};
