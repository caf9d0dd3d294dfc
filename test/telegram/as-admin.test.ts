import { expect, test } from 'vitest';
import { buttonsOf, groupWithList, listIn, openVillage, tickOf } from './village.ts';

test('added as an admin it says that the rest reaches it and that it keeps nothing of it', async () => {
  const { maria, newGroup, calm } = await openVillage();
  const group = await newGroup();
  await calm(group.setBotStatus(maria, 'administrator'));
  const [hello, ...others] = await group.botMessages();
  expect(others).toEqual([]);
  expect(hello?.text).toMatch(
    /rispondete a un mio messaggio o scrivete @campanile_bot\. Mi arriva anche il resto, ma non ne tengo niente\./,
  );
});

test('where it may, it offers to pin the list; pinned, the offer is gone and the list goes on', async () => {
  const village = await openVillage();
  const { maria, luca, calm, server } = village;
  const { group, list } = await groupWithList(village);
  expect(buttonsOf(list).flat()).not.toContain('pin');
  await calm(group.setBotStatus(maria, 'administrator'));
  await calm(group.say(maria, '/lista@campanile_bot'));
  const offering = await listIn(group);
  expect(buttonsOf(offering).at(-1)).toEqual(['pin']);

  const press = await calm(group.press(luca, offering, 'pin'));
  expect((await press.answer()).text).toBe('La lista è fissata in alto.');
  expect(await group.pinned()).toEqual([offering.message_id]);
  expect(buttonsOf(await listIn(group)).flat()).not.toContain('pin');
  await calm(group.press(luca, await listIn(group), tickOf(offering, 1)));
  expect(await listIn(group)).toMatchObject({
    message_id: offering.message_id,
    text: expect.stringMatching(/fatto da Luca/),
  });
  expect(buttonsOf(await listIn(group)).flat()).not.toContain('pin');
  expect(await server.calls({ method: 'pinChatMessage' })).toHaveLength(1);
});

test('an admin no longer, it offers it no more, and an old offer does nothing', async () => {
  const village = await openVillage();
  const { maria, calm } = village;
  const { group } = await groupWithList(village);
  await calm(group.setBotStatus(maria, 'administrator'));
  await calm(group.say(maria, '/lista@campanile_bot'));
  const offering = await listIn(group);
  await calm(group.setBotStatus(maria, 'member'));
  await calm(group.press(maria, offering, 'pin', { stale: true }));
  expect(await group.pinned()).toEqual([]);
  await calm(group.say(maria, '/lista@campanile_bot'));
  expect(buttonsOf(await listIn(group)).flat()).not.toContain('pin');
});
