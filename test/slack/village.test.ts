import { describe, expect, test } from 'vitest';
import { openVillage } from './village.ts';

describe('in Slack', () => {
  test('who opens the talk is greeted once; a question is answered with its source', async () => {
    const { maria, calm } = await openVillage();
    await calm(maria.openHome('messages'));
    await calm(maria.openHome('messages'));
    const [greeting, ...more] = await maria.direct.botMessages();
    expect(greeting?.lines[0]).toMatch(/^Buongiorno! Sono Campanile, un assistente automatico/);
    expect(more).toEqual([]);
    await calm(maria.say('dove troviamo i soldi?'));
    expect((await maria.direct.last())?.lines.join('\n')).toMatch(/IFaAP[\s\S]*Dalla guida: parte generale/);
  });

  test('a channel is a group with its plan, phase and list, which is ticked and changed in place', async () => {
    const { server, maria, luca, newGroup, calm, stateOf, lines } = await openVillage();
    const group = await newGroup();
    await calm(group.addBot(maria));
    expect((await group.last())?.lines.join('\n')).toMatch(/^Buongiorno a tutti!.*@campanile/s);
    await calm(group.say(maria, '@campanile siamo la Pro Loco, ne parliamo con il paese'));
    expect(await stateOf(group)).toMatchObject({ plan: 5, phase: 2, ticked: [] });
    const list = (await group.botMessages()).findLast(({ buttons }) =>
      buttons.some(({ value }) => /^tick=/.test(value)),
    )!;
    await calm(group.press(luca, list, list.buttons.find(({ value }) => /^tick=/.test(value))!.value));
    expect((await stateOf(group)).ticked).toHaveLength(1);
    const changed = (await group.messages()).find(({ ts }) => ts === list.ts);
    expect(changed?.lines.join('\n')).toMatch(/fatto da Luca/);
    await calm(group.command(maria, '/campanile', 'lista'));
    expect((await maria.ephemeral()).lines).toEqual(['Un attimo: rispondo qui.']);
    expect((await group.last())?.lines.join('\n')).toMatch(/fatto da Luca/);
    await calm(group.threadOf(list).say(luca, '@campanile chi ci può finanziare?'));
    expect((await group.last())?.thread).toBe(list.ts);
    expect((await server.calls()).flatMap(({ error }) => error ?? [])).toEqual(
      expect.not.arrayContaining(['invalid_blocks']),
    );
    expect(lines.filter((line) => !/key was made/.test(line))).toEqual([]);
  });

  test('in a thread "e poi?" follows on what was said there, without a name; in one that is new it is asked of what', async () => {
    const { maria, luca, newGroup, calm } = await openVillage();
    const group = await newGroup();
    await calm(group.addBot(maria));
    const talk = async (topic: string) => group.threadOf(await calm(group.say(luca, topic)));
    const [phases, money, bare] = [await talk('le fasi?'), await talk('i soldi?'), await talk('il resto?')];
    await calm(phases.say(maria, '@campanile quali sono le fasi?'));
    await calm(money.say(luca, '@campanile dove troviamo i soldi?'));
    await calm(phases.say(maria, 'e poi?'));
    expect((await phases.last())?.lines[0]).toMatch(/^Nella fase 1, L'idea/);
    await calm(bare.say(maria, '@campanile e poi?'));
    expect((await bare.last())?.lines[0]).toMatch(/^Di che cosa\?/);
    await calm(money.say(maria, 'e poi?'));
    expect(await money.botMessages()).toHaveLength(1);
  });

  test('a direct message of several people is a group too, without a list at the top', async () => {
    const { server, maria, luca, calm, stateOf, lines } = await openVillage();
    const talk = await server.channel({ direct: true, members: [maria, luca] });
    await calm(talk.say(maria, '@campanile siamo la Pro Loco, ne parliamo con il paese'));
    expect(await stateOf(talk)).toMatchObject({ plan: 5, phase: 2 });
    // Slack shows an app all that is said where it is; that is told truly.
    expect(await talk.transcript()).toMatch(/Mi arriva anche il resto, ma non ne tengo niente/);
    const list = (await talk.botMessages()).find(({ buttons }) => buttons.some(({ value }) => /^tick=/.test(value)))!;
    await calm(talk.press(luca, list, list.buttons.find(({ value }) => /^tick=/.test(value))!.value));
    expect((await stateOf(talk)).ticked).toHaveLength(1);
    expect(await server.calls({ method: 'pins.add' })).toEqual([]);
    expect((await server.calls()).flatMap(({ error }) => error ?? [])).toEqual([]);
    expect(lines.filter((line) => !/key was made/.test(line))).toEqual([]);
  });

  test('one mention has one answer, though Slack tells it as two events, again and again', async () => {
    const { server, maria, newGroup, calm } = await openVillage();
    const group = await newGroup();
    await calm(group.addBot(maria));
    const before = (await group.botMessages()).length;
    await calm(group.say(maria, '@campanile quanti soci servono?'));
    for (const { id } of await server.deliveries('app_mention')) await server.again(id);
    for (const { id } of await server.deliveries('message')) await server.again(id);
    await server.settled();
    expect(await group.botMessages()).toHaveLength(before + 1);
  });
});
