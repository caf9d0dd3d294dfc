import { expect, test } from 'vitest';
import { buttonsOf, listIn, openVillage, tickOf, type Village } from './village.ts';

/** Maria prepares her list in private, and asks for the link that brings it to a group; gives its word. */
const prepare = async ({ maria, calm }: Village): Promise<string> => {
  await calm(maria.start());
  await calm(maria.say('/piano pro loco'));
  await calm(maria.say('/fase 2'));
  const list = await listIn(maria.talk);
  await calm(maria.press(list, tickOf(list, 1)));
  await calm(maria.say('/porta'));
  const { text } = (await maria.talk.last())!;
  const [, word] = /https:\/\/t\.me\/campanile_bot\?startgroup=([\w-]{1,64})\b/.exec(text ?? '') ?? [];
  return word ?? '';
};

test('the link brings what was prepared in private to the group, after a yes there, and works once', async () => {
  const village = await openVillage();
  const { maria, luca, newGroup, calm, stateOf } = village;
  const word = await prepare(village);
  const group = await newGroup();
  await calm(group.addBot(maria, word));
  const question = (await group.last())!;
  expect(question.text).toMatch(/^Maria ha preparato in privato: Pro Loco, fase 2, un passo/);
  expect(await stateOf(group)).toMatchObject({ plan: null });
  await calm(group.press(luca, question, buttonsOf(question)[0]![0]!));
  expect(await stateOf(group)).toMatchObject({ plan: 5, phase: 2, ticked: [expect.anything()] });
  expect((await listIn(group)).text).toMatch(/fatto da Maria/);

  const other = await newGroup();
  await calm(other.addBot(maria, word));
  expect(await stateOf(other)).toMatchObject({ plan: null });
  expect(
    (await other.botMessages())
      .flatMap(buttonsOf)
      .flat()
      .some((data) => data.startsWith('yes=')),
  ).toBe(false);
});

test('the link is of who asked for it: with another it brings nothing', async () => {
  const village = await openVillage();
  const { luca, newGroup, calm, stateOf } = village;
  const word = await prepare(village);
  await calm(luca.start());
  const group = await newGroup();
  await calm(group.addBot(luca, word));
  expect((await group.last())?.text).toMatch(/già stato usato, o è di un altro/);
  expect(await stateOf(group)).toMatchObject({ plan: null });
});
