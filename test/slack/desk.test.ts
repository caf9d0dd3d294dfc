import { expect, test } from 'vitest';
import { centreAtDesk, DESK, press } from './centre.ts';
import { openVillage } from './village.ts';

test('a desk in Slack answers by forms; what staff say to each other stays there; what they change follows', async () => {
  const village = await openVillage({}, centreAtDesk());
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
  expect((await lucia.modal()).lines.join()).toMatch(
    /Maria ha scritto: «quanti soci.*Maria, in privato.*Lucia, Sportello di Valverde/,
  );
  await calm(lucia.submit({ text: 'Almeno tre: passa MARTEDI.' }));
  await calm(
    maria.direct.share(maria, { name: 'forno.png', content: 'AAAA', encoding: 'base64', text: 'ecco il FORNO' }),
  );
  const said = await thread.say(lucia, 'bello, chiamiamo il SINDACO');
  await calm(thread.shortcut(lucia, said, 'send_to_citizen'));
  await calm(lucia.submit());
  await calm(desk.edit(said, 'bello, chiamiamo la SINDACA'));
  await press(village, desk, lucia, /^close$/);

  await calm(lucia.openHome());
  expect((await lucia.home())?.lines[1]).toBe('Sportello di Valverde: richieste aperte 0');
  const citizen = await maria.direct.transcript();
  expect(citizen).toMatch(/MARTEDI[\s\S]*FORNO[\s\S]*SINDACA/);
  expect(citizen).not.toMatch(/NOVE|SINDACO/);
  const staff = await desk.transcript();
  expect(staff).toMatch(/NOVE[\s\S]*MARTEDI[\s\S]*\[file forno.png\][\s\S]*FORNO/);
  expect((await thread.messages()).length).toBe((await desk.messages()).length);
  expect((await server.calls()).filter(({ error }) => error !== undefined)).toEqual([]);
  expect(lines.filter((line) => !/key was made/.test(line))).toEqual([]);
});

test('a request can be taken as soon as its card is seen, though the answer that tells where it stands was lost', async () => {
  const village = await openVillage({}, centreAtDesk());
  const { server, maria, calm } = village;
  const lucia = await server.user({ name: 'Lucia', locale: 'it-IT' });
  const desk = await server.channel({ id: DESK, name: 'sportello', members: [lucia] });
  await calm(maria.say('quanti soci servono per fondare la cooperativa?'));
  await press(village, maria.direct, maria, /^person$/);
  await server.fault({ kind: 'cut', executed: true }, { method: 'chat.postMessage', channel: DESK });
  const preview = (await maria.direct.botMessages()).findLast(({ buttons }) => buttons.length > 0)!;
  await maria.direct.press(maria, preview, preview.buttons.find(({ value }) => /^send=/.test(value))!.value);
  const card = await desk.answer();
  await calm(desk.press(lucia, card, 'take'));
  await calm(Promise.resolve());
  expect(await maria.direct.transcript()).toContain('Lucia di Sportello di Valverde ha preso la tua richiesta');
  expect((await desk.botMessages()).filter(({ thread }) => thread === undefined)).toHaveLength(1);
});

test('what goes to a citizen is what was shown: cut where it does not fit, with all its files, and nothing that is written later', async () => {
  const village = await openVillage({}, centreAtDesk());
  const { server, maria, calm } = village;
  const lucia = await server.user({ name: 'Lucia', locale: 'it-IT' });
  const desk = await server.channel({ id: DESK, name: 'sportello', members: [lucia] });
  await calm(maria.say('quanti soci servono per fondare la cooperativa?'));
  await press(village, maria.direct, maria, /^person$/);
  await press(village, maria.direct, maria, /^send=/);
  const thread = desk.threadOf((await desk.botMessages())[0]!);

  const long = await thread.say(lucia, `${'Questa frase conta. '.repeat(180)}FINE`);
  await calm(thread.shortcut(lucia, long, 'send_to_citizen'));
  const modal = await lucia.modal();
  expect(modal.lines.join('\n')).toMatch(/qui ci sta solo l'inizio/);
  await calm(lucia.submit());
  await calm(desk.edit(long, 'SEGRETO'));
  const sent = (await maria.direct.last())!.lines.join('\n');
  expect(sent).toMatch(/Questa frase conta\.$/);
  expect(modal.lines.join('\n')).toContain(sent.split('\n').at(-1));

  const album = await thread.share(lucia, {
    name: 'uno.pdf',
    content: '1',
    text: 'ecco i moduli',
    more: [{ name: 'due.pdf', content: '2' }],
  });
  await calm(thread.shortcut(lucia, album, 'send_to_citizen'));
  await calm(lucia.submit());
  expect(await maria.direct.transcript()).toMatch(/\[file uno\.pdf\][\s\S]*ecco i moduli[\s\S]*\[file due\.pdf\]/);
  await calm(desk.remove(album));
  expect(await maria.direct.transcript()).not.toMatch(/moduli|\[file (?:uno|due)/);

  await calm(
    maria.direct.share(maria, {
      name: 'a.png',
      content: 'A',
      text: 'i nostri',
      more: [{ name: 'b.png', content: 'B' }],
    }),
  );
  expect(await desk.transcript()).toMatch(/\[file a\.png\][\s\S]*i nostri[\s\S]*\[file b\.png\]/);
  expect(await maria.direct.transcript()).not.toMatch(/SEGRETO|FINE/);
  expect((await server.calls()).filter(({ error }) => error !== undefined)).toEqual([]);
});

test('in a group, who answers a person’s message with a file under it is answering that person', async () => {
  const village = await openVillage({}, centreAtDesk());
  const { server, maria, calm, newGroup } = village;
  const lucia = await server.user({ name: 'Lucia', locale: 'it-IT' });
  const desk = await server.channel({ id: DESK, name: 'sportello', members: [lucia] });
  const group = await newGroup();
  await calm(group.addBot(maria));
  await calm(group.say(maria, '@campanile quanti soci servono per fondare la cooperativa?'));
  await press(village, group, maria, /^person$/);
  await press(village, group, maria, /^here=/);
  await press(village, group, maria, /^send=/);
  const thread = desk.threadOf((await desk.botMessages())[0]!);
  const said = await thread.share(lucia, { name: 'statuto.pdf', content: '1', text: 'ecco lo statuto' });
  await calm(thread.shortcut(lucia, said, 'send_to_citizen'));
  await calm(lucia.submit());
  const answer = (await group.botMessages()).findLast(({ lines }) => lines.includes('ecco lo statuto'))!;
  await calm(group.threadOf(answer).say(maria, 'GRAZIE, lo leggiamo'));
  await calm(group.say(maria, 'tra noi: è LUNGO'));
  expect(await desk.transcript()).toMatch(/GRAZIE, lo leggiamo/);
  expect(await desk.transcript()).not.toMatch(/LUNGO/);
});
