import { expect, test } from 'vitest';
import { buttonsOf, groupWithList, openVillage } from './village.ts';

test('in a group an answer is judged by one tap, thanked for a moment, and its buttons go; the list keeps its own', async () => {
  const village = await openVillage();
  const { maria, luca, calm } = village;
  const { group, list } = await groupWithList(village);
  await calm(group.say(maria, '@campanile_bot chi coinvolge la Pro Loco?'));
  const answer = (await group.last())!;
  const count = (await group.botMessages()).length;
  expect(buttonsOf(answer)).toEqual([[expect.stringMatching(/^useful=/), expect.stringMatching(/^useless=/)]]);
  const press = await calm(group.press(luca, answer, buttonsOf(answer)[0]![0]!));
  expect((await press.answer()).text).toBe("Grazie, l'ho segnato.");
  const now = (await group.botMessages()).find(({ message_id }) => message_id === answer.message_id);
  expect([now?.text, buttonsOf(now)]).toEqual([answer.text, []]);
  expect((await group.botMessages()).length).toBe(count);
  const shown = (await group.botMessages()).find(({ message_id }) => message_id === list.message_id);
  expect(buttonsOf(shown)).toEqual(buttonsOf(list));
});

test('in a group only the newest answer has buttons, and what was missing is told in one more tap', async () => {
  const village = await openVillage();
  const { maria, luca, calm } = village;
  const { group } = await groupWithList(village);
  await calm(group.say(maria, '@campanile_bot chi coinvolge la Pro Loco?'));
  await calm(group.say(luca, '@campanile_bot quanto costa il notaio?'));
  const judged = async () =>
    (await group.botMessages()).flatMap(buttonsOf).filter((row) => /^(?:useful|lack)=/.test(row[0] ?? ''));
  expect(await judged()).toHaveLength(1);
  const answer = (await group.last())!;
  await calm(group.press(maria, answer, buttonsOf(answer)[0]![1]!));
  const question = (await group.last())!;
  expect(question.text).toBe('Che cosa mancava?');
  expect(await judged()).toEqual(buttonsOf(question));
  const press = await calm(group.press(luca, question, buttonsOf(question)[0]![1]!));
  expect((await press.answer()).text).toBe("Grazie, l'ho segnato.");
  expect([(await group.last())?.text, await judged()]).toEqual(["Grazie, l'ho segnato.", []]);
});
