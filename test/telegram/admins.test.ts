import { describe, expect, test } from 'vitest';
import { buttonsOf, groupWithList, openVillage, tickOf, type Village } from './village.ts';

/** Maria, who administers the group, asks for it; gives the question. */
const askedByMaria = async (village: Village, command: string) => {
  const { maria, luca, calm } = village;
  const { group, list } = await groupWithList(village);
  await calm(group.press(luca, list, tickOf(list, 1)));
  await calm(group.say(maria, `${command}@campanile_bot`));
  const question = (await group.last())!;
  expect(buttonsOf(question)).toEqual([[expect.stringMatching(/^yes=/), expect.stringMatching(/^no=/)]]);
  const press = (who: typeof maria) => calm(group.press(who, question, buttonsOf(question)[0]![0]!, { stale: true }));
  return { group, press };
};

const COMMANDS = ['/cancella', '/esporta'] as const;

describe.each(COMMANDS)('%s in a group', (command) => {
  test('is for its admins alone, asked afresh', async () => {
    const village = await openVillage();
    const { luca, maria, calm, stateOf } = village;
    const { group } = await groupWithList(village);
    await calm(group.say(luca, `${command}@campanile_bot`));
    expect((await group.last())?.text).toMatch(/solo gli amministratori/);
    expect(buttonsOf(await group.last())).toEqual([]);
    await group.setStatus(maria, luca, 'administrator');
    await calm(group.say(luca, `${command}@campanile_bot`));
    expect(buttonsOf(await group.last()).flat()).toHaveLength(2);
    expect(await stateOf(group)).toMatchObject({ plan: 5, phase: 2 });
  });

  test('is confirmed by no other admin than who asked, and no more by one who is admin no longer', async () => {
    const village = await openVillage();
    const { luca, maria, stateOf } = village;
    const { group, press } = await askedByMaria(village, command);
    await group.setStatus(maria, luca, 'administrator');
    expect((await (await press(luca)).answer()).text).not.toBe('');
    await group.setStatus(luca, maria, 'member');
    expect((await (await press(maria)).answer()).text).not.toBe('');
    expect(await stateOf(group)).toMatchObject({ plan: 5, phase: 2, ticked: [expect.anything()] });
    expect((await group.messages()).some(({ document }) => document)).toBe(false);
  });
});

test('what is erased is gone, and the group begins anew', async () => {
  const village = await openVillage();
  const { maria, stateOf } = village;
  const { group, press } = await askedByMaria(village, '/cancella');
  await press(maria);
  expect(await stateOf(group)).toMatchObject({ plan: null, phase: null, ticked: [] });
  expect((await group.last())?.text).toMatch(/^Ho cancellato tutto/);
  await press(maria);
  expect(await stateOf(group)).toMatchObject({ plan: null });
});

test('what is kept comes as a document, names and all', async () => {
  const village = await openVillage();
  const { maria, server } = village;
  const { group, press } = await askedByMaria(village, '/esporta');
  await press(maria);
  const { document } = (await group.last())!;
  const file = await server.file(document!.file_id);
  expect(file?.text).toMatch(/Pro Loco[\s\S]*Luca/);
});

test('an anonymous admin may ask, but not by a button, for nobody can tell whose press it is', async () => {
  const village = await openVillage();
  const { maria, calm, stateOf } = village;
  const { group } = await groupWithList(village);
  await group.setStatus(maria, maria, 'creator', { anonymous: true });
  await calm(group.say(maria, '/cancella@campanile_bot', { anonymous: true }));
  const question = (await group.last())!;
  await calm(group.press(maria, question, buttonsOf(question)[0]![0]!));
  expect(await stateOf(group)).toMatchObject({ plan: 5 });
  await calm(group.say(maria, 'sì @campanile_bot', { anonymous: true }));
  expect(await stateOf(group)).toMatchObject({ plan: null });
});
