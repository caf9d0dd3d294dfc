import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from '../support/folder.ts';
import type { Person, Talk } from '../support/slack/driver-types.ts';
import { openVillage, type Village } from './village.ts';

const ALWAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  .map((day) => `        ${day}: ["0:00-23:59"]`)
  .join('\n');

const centreAt = (desk: string): string => {
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
      at: "${desk}"
      answers-within-hours: 8
      hours:
${ALWAYS}
`,
  );
  return file;
};

/** Presses the newest button that carries this. */
const press = async ({ calm }: Village, where: Talk, who: Person, value: RegExp): Promise<void> => {
  const carries = ({ value: carried }: { readonly value: string }) => value.test(carried);
  const message = (await where.botMessages()).findLast(({ buttons }) => buttons.some(carries));
  if (!message) throw new Error(`no button carries ${value}`);
  await calm(where.press(who, message, message.buttons.find(carries)!.value));
};

const DESK = 'C0SPORTELLO';

test('a desk in Slack answers by forms; what staff say to each other stays there; what they change follows', async () => {
  const village = await openVillage({}, { CENTRES_FILE: centreAt(`slack:T0CASA0001:${DESK}`) });
  const { server, maria, calm, lines } = village;
  const lucia = await server.user({ name: 'Lucia', locale: 'it-IT' });
  const guest = await server.user({ name: 'Ospite', locale: 'it-IT', guest: 'single' });
  const desk = await server.channel({ id: DESK, name: 'sportello', members: [lucia, guest] });

  await calm(maria.say('quanti soci servono per fondare la cooperativa?'));
  await press(village, maria.direct, maria, /^person$/);
  await press(village, maria.direct, maria, /^send=/);
  const thread = desk.threadOf((await desk.botMessages())[0]!);

  await calm(thread.say(lucia, 'secondo me NOVE'));
  await press(village, desk, guest, /^take$/);
  expect(await guest.ephemerals()).toHaveLength(1);
  await press(village, desk, lucia, /^take$/);
  await press(village, desk, lucia, /^reply$/);
  expect((await lucia.modal()).lines.join()).toMatch(/Maria, in privato.*Lucia, Sportello di Valverde/);
  await calm(lucia.submit({ text: 'Almeno tre: passa MARTEDI.' }));
  await calm(
    maria.direct.share(maria, { name: 'forno.png', content: 'AAAA', encoding: 'base64', text: 'ecco il FORNO' }),
  );
  const said = await thread.say(lucia, 'bello, chiamiamo il SINDACO');
  await calm(thread.shortcut(lucia, said, 'send_to_citizen'));
  await calm(lucia.submit());
  await calm(desk.edit(said, 'bello, chiamiamo la SINDACA'));
  await press(village, desk, lucia, /^close$/);

  const citizen = await maria.direct.transcript();
  expect(citizen).toMatch(/MARTEDI[\s\S]*FORNO[\s\S]*SINDACA/);
  expect(citizen).not.toMatch(/NOVE|SINDACO/);
  const staff = await desk.transcript();
  expect(staff).toMatch(/NOVE[\s\S]*MARTEDI[\s\S]*\[file forno.png\][\s\S]*FORNO/);
  expect((await thread.messages()).length).toBe((await desk.messages()).length);
  expect((await server.calls()).filter(({ error }) => error !== undefined)).toEqual([]);
  expect(lines.filter((line) => !/key was made/.test(line))).toEqual([]);
});
