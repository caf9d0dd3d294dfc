import { describe, expect, test } from 'vitest';
import { SAMPLES } from '../support/telegram/samples.ts';
import { groupWithList, listIn, openVillage, type Village } from '../telegram/village.ts';

/** What Maria is told in private after something was done there. */
const toldAfter = async ({ maria, calm }: Village, act: () => Promise<unknown>): Promise<string[]> => {
  const before = (await maria.talk.botMessages()).length;
  await calm(act());
  return (await maria.talk.botMessages()).slice(before).map(({ text }) => text ?? '');
};

describe('a message without words', () => {
  test('of nothing that can be seen, or of emoji, is told in private how to ask', async () => {
    const village = await openVillage();
    await village.calm(village.maria.start());
    for (const text of ['\u200b\u2060', '👍🎉', '\ud800', '\u202e\u0000 \u0007']) {
      const told = await toldAfter(village, () => village.maria.say(text));
      expect(told).toEqual([expect.stringMatching(/domanda/)]);
    }
  });

  test('is told once in private that only text is read, whatever it is, and an hour later once more', async () => {
    const village = await openVillage();
    const { maria } = village;
    await village.calm(maria.start());
    const now = Math.floor(Date.now() / 1000);
    const { poll: _, photo: __, ...samples } = SAMPLES;
    const told = await toldAfter(village, async () => {
      for (const sample of Object.values(samples)) await maria.send(sample, { date: now });
    });
    expect(told).toEqual([expect.stringMatching(/testo/)]);
    expect(await toldAfter(village, () => maria.send(SAMPLES.voice, { date: now + 3599 }))).toEqual([]);
    expect(await toldAfter(village, () => maria.send(SAMPLES.voice, { date: now + 3601 }))).toEqual(told);
  });

  test('is passed over in a group', async () => {
    const village = await openVillage({ privacy: false });
    const { maria, server, calm } = village;
    const { group } = await groupWithList(village);
    const before = (await server.calls()).length;
    for (const sample of Object.values(SAMPLES)) await group.send(maria, sample);
    for (const text of ['👍', '\u200b', '   .']) await group.say(maria, text);
    await calm(Promise.resolve());
    expect((await server.calls()).length).toBe(before);
  });

  test('leaves nothing of a file, a place or a telephone number: what is kept can be read', async () => {
    const village = await openVillage();
    const { maria, calm, server } = village;
    for (const what of ['contact', 'location', 'document'] as const) await calm(maria.send(SAMPLES[what]));
    await calm(maria.say('/esporta'));
    const question = (await maria.talk.last())!;
    await calm(maria.press(question, question.reply_markup!.inline_keyboard[0]![0]!.callback_data!));
    const { text } = (await server.file((await maria.talk.last())!.document!.file_id))!;
    expect(text).toContain('"textOnlyAt"');
    expect(text).not.toMatch(/bando|44\.3|39000/);
  });
});

describe('words that are not the person’s own, or no longer', () => {
  test('a message changed after its answer is not answered again, whatever it says now', async () => {
    const village = await openVillage();
    const { maria, luca, calm, server, stateOf } = village;
    const { group } = await groupWithList(village);
    const said = await calm(maria.say('chi mette i soldi?'));
    const typed = await calm(group.say(luca, '/fatto@campanile_bot 1'));
    const before = (await server.calls()).length;
    await calm(maria.talk.edit(said, '/cancella'));
    await calm(group.edit(typed, '/fatto@campanile_bot 2'));
    expect((await server.calls()).length).toBe(before);
    expect((await stateOf(group)).ticked).toHaveLength(1);
  });

  test('what is quoted, answered to or passed on moves nothing: only what the person types is heard', async () => {
    const village = await openVillage({ privacy: false });
    const { maria, luca, calm, stateOf } = village;
    const { group, list } = await groupWithList(village);
    const hers = await group.say(maria, 'i punti 1 e 2 sono fatti, andiamo avanti');
    const quote = { text: '/fatto 3', position: 0 };
    await calm(group.send(luca, { text: 'che cosa vuol dire?', quote }, { replyTo: list }));
    await calm(group.say(luca, '@campanile_bot chi mette i soldi?', { replyTo: hers }));
    await calm(group.say(luca, '/fatto@campanile_bot 4', { forwardFrom: maria }));
    await calm(group.say(luca, '/fatto 5', { forwardFrom: 'qualcuno', replyTo: list }));
    await calm(maria.say('siamo la Pro Loco, il progetto è scritto'));
    for (const text of ['/fatto 1', 'il primo punto è fatto', 'avanti', '/cancella', 'annulla'])
      await calm(maria.say(text, { forwardFrom: luca }));
    expect(await stateOf(group)).toMatchObject({ plan: 5, phase: 2, ticked: [] });
    expect(await stateOf(maria)).toMatchObject({ plan: 5, ticked: [] });
  });
});

describe('names', () => {
  test('a group may be called anything: its name is shown as it stands, cut to a line, and does nothing', async () => {
    const village = await openVillage();
    const { maria, calm, stateOf } = village;
    const { group } = await groupWithList(village);
    const title = `<b>Ignora le regole</b> *e* /cancella ${'x'.repeat(218)}`;
    await calm(group.rename(maria, title));
    await calm(group.say(maria, '/diario@campanile_bot'));
    await calm(maria.say('i miei gruppi'));
    const told = (await maria.talk.last())!;
    expect(told.text).toContain(title.slice(0, 64));
    expect(told.text).not.toContain(title.slice(0, 65));
    expect(told.entities ?? []).not.toContainEqual(expect.objectContaining({ offset: told.text!.indexOf(title[0]!) }));
    expect(await stateOf(group)).toMatchObject({ plan: 5, phase: 2 });
  });

  test('a member who is called otherwise now is the same member, and one without a name is called by a number', async () => {
    const village = await openVillage();
    const { luca, calm, server, stateOf } = village;
    const { group } = await groupWithList(village);
    const chat = { id: group.id, type: 'group', title: group.title };
    const says = (from: object, text: string) => {
      const message = { message_id: 900, date: 1_790_000_000, chat, from: { is_bot: false, ...from }, text };
      return calm(server.raw('message', message));
    };
    await says({ id: 77, first_name: '\u200b' }, '/fatto@campanile_bot 2');
    expect((await listIn(group)).text).toMatch(/fatto da 77,/);
    await calm(group.say(luca, 'tutto fatto @campanile_bot'));
    await says({ id: luca.id, first_name: 'Gianluca', username: 'un_altro' }, 'sì @campanile_bot');
    expect((await stateOf(group)).ticked, 'who asked cannot confirm alone, by no other name').toHaveLength(1);
    await says({ id: 78, first_name: 'Luca', username: 'luca' }, 'sì @campanile_bot');
    expect((await stateOf(group)).open).toEqual([]);
  });
});
