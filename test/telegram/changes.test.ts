import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { album } from '../support/telegram/samples.ts';
import { groupWithList, listIn, openVillage, tickOf } from './village.ts';

describe('a group that became a supergroup', () => {
  test.each(['old-first', 'new-first', 'silent'] as const)('keeps its list and its ticks, told %s', async (order) => {
    const village = await openVillage();
    const { server, maria, luca, calm, stateOf } = village;
    const { group, list } = await groupWithList(village);
    await calm(group.press(luca, list, tickOf(list, 1)));
    // What waits for the old chat is sent to the new one; where nothing else tells the change, its refusal does.
    await server.hold(1, group);
    await group.say(maria, '/diario@campanile_bot');
    await sleep(300);
    const fresh = await group.migrate(order);
    expect((await fresh.answer()).text).toMatch(/Luca: fatto/);
    await calm(fresh.say(maria, '/lista@campanile_bot'));
    expect((await listIn(fresh)).text).toMatch(/fatto da Luca/);
    await calm(fresh.press(maria, await listIn(fresh), tickOf(await listIn(fresh), 2)));
    expect(await stateOf(fresh)).toMatchObject({ plan: 5, phase: 2, ticked: { length: 2 } });
  });
});

describe('the assistant', () => {
  test('thrown out and let in again says who it is and where they were, and the list is there', async () => {
    const village = await openVillage();
    const { maria, luca, calm, stateOf } = village;
    const { group, list } = await groupWithList(village);
    await calm(group.press(luca, list, tickOf(list, 1)));
    await calm(group.setBotStatus(maria, 'kicked'));
    await calm(group.addBot(maria));
    expect((await group.last())?.text).toMatch(/Sono Campanile[\s\S]*Pro Loco, fase 2/);
    await calm(group.say(maria, '/lista@campanile_bot'));
    expect((await listIn(group)).text).toMatch(/fatto da Luca/);
    expect((await stateOf(group)).ticked).toHaveLength(1);
  });

  test('blocked by a person troubles nobody else, and is there again when the person comes back', async () => {
    const village = await openVillage();
    const { server, maria, luca, calm, lines } = village;
    await calm(maria.start());
    await server.hold(1, maria.talk);
    await maria.say('/diario');
    await maria.block();
    await calm(luca.start());
    expect(await luca.talk.last()).toBeDefined();
    await sleep(1200);
    await maria.unblock();
    const before = (await maria.talk.botMessages()).length;
    await calm(maria.start());
    expect((await maria.talk.botMessages()).length).toBe(before + 1);
    expect(lines.filter((line) => /refused|could not/.test(line))).toEqual([]);
  });

  test('answers an album of ten pictures once, by its words', async () => {
    const { maria, calm } = await openVillage();
    await calm(maria.start());
    const before = (await maria.talk.botMessages()).length;
    for (const photo of album(10, 'chi mette i soldi?')) await maria.send(photo);
    await calm(Promise.resolve());
    const told = (await maria.talk.botMessages()).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toMatch(/Dalla guida/);
  });
});
