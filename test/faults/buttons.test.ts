import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { PHASES, PLAN_NUMBERS } from '../../src/domain/plan.ts';
import { library } from '../support/knowledge.ts';
import { buttonsOf, groupWithList, listIn, openVillage, tickOf, type Village } from '../telegram/village.ts';

const MOST_BYTES = 64;

test('no step of any plan has a name too long for its buttons', () => {
  const steps = LANGUAGES.flatMap((language) =>
    PLAN_NUMBERS.flatMap((plan) => PHASES.flatMap((phase) => library[language].plans[plan].phases[phase].steps)),
  );
  expect(steps.length).toBeGreaterThan(300);
  for (const { id } of steps) expect(Buffer.byteLength(`untick=${id}`)).toBeLessThanOrEqual(MOST_BYTES);
});

type List = Awaited<ReturnType<typeof groupWithList>>;

/** Luca sends what a button would carry, from under the list; gives what he is told. */
const pressed = async ({ luca, calm }: Village, { group, list }: List, data: string): Promise<string> => {
  const press = await calm(group.press(luca, list, data, { stale: true }));
  return (await press.answer()).text ?? '';
};

describe('a button', () => {
  test('of a list that the group left long ago changes nothing, is told to be old, and the list of now is shown', async () => {
    const village = await openVillage();
    const { maria, luca, calm, stateOf } = village;
    const old = await groupWithList(village);
    await calm(old.group.say(maria, '/piano@campanile_bot comune'));
    await calm(old.group.press(luca, (await old.group.last())!, 'yes=3'));
    const before = await stateOf(old.group);
    expect(before).toMatchObject({ plan: 1, phase: 2, ticked: [] });
    expect(await pressed(village, old, tickOf(old.list, 1))).toMatch(/bottone è vecchio/);
    expect(await stateOf(old.group)).toEqual(before);
    expect(await old.group.last()).toEqual(await listIn(old.group));
    expect((await old.group.last())?.text).toMatch(/^Comune, fase 2/);
  });

  test('that nobody was shown changes nothing and is answered', async () => {
    const village = await openVillage();
    const { stateOf } = village;
    const here = await groupWithList(village);
    const before = await stateOf(here.group);
    const forged = [
      ...['yes=1', 'no=1', 'yes=NaN', 'undo=99', 'undo=-1', 'tick=5.2.nothing', 'tick=9.4.x', 'tick=', 'plan=10'],
      ...['plan=5.5', 'phase=0', 'phase=9', 'phase=constructor', '__proto__=1', 'toString', 'ask_who.9', 'skip=1'],
      ...['back=7', '9.9', 'x'.repeat(MOST_BYTES), '\u202e', '{"a":1}', '/cancella'],
    ];
    for (const data of forged) {
      expect([data, await pressed(village, here, data)]).toEqual([
        data,
        expect.stringMatching(/vecchio|cambiato niente/),
      ]);
      expect([data, await stateOf(here.group)]).toEqual([data, before]);
    }
  });

  test('of another group’s question confirms nothing here, and nothing there', async () => {
    const village = await openVillage();
    const { luca, calm, stateOf } = village;
    const [here, there] = [await groupWithList(village), await groupWithList(village)];
    await calm(there.group.say(luca, '/fase@campanile_bot 4'));
    const yes = buttonsOf(await there.group.last()).flat()[0]!;
    expect(yes).toMatch(/^yes=/);
    expect(await pressed(village, here, yes)).toMatch(/cambiato niente/);
    expect((await stateOf(here.group)).phase).toBe(2);
    expect((await stateOf(there.group)).phase).toBe(2);
  });

  test('that is pressed where nothing was ever said changes nothing, and asks who they are', async () => {
    const village = await openVillage();
    const { server, luca, newGroup, calm, stateOf } = village;
    const group = await newGroup({ bot: 'member' });
    await server.raw('callback_query', {
      id: '77',
      from: luca.user,
      chat_instance: '1',
      message: { message_id: 5, date: 0, chat: { id: group.id, type: 'group', title: group.title } },
      data: 'tick=5.2.listen-to-the-village',
    });
    await calm(Promise.resolve());
    const [answer] = await server.calls({ method: 'answerCallbackQuery' });
    expect(answer?.payload).toMatchObject({ callback_query_id: '77' });
    expect((await group.last())?.text).toContain('Chi porta avanti');
    expect(await stateOf(group)).toMatchObject({ plan: null, ticked: [] });
  });

  test('pressed by a member who left, or was put out, changes nothing until they are back', async () => {
    const village = await openVillage();
    const { server, maria, luca, calm, stateOf } = village;
    const { group, list } = await groupWithList(village);
    await calm(group.press(luca, list, tickOf(list, 1)));
    const fromOutside = (id: string) =>
      calm(
        server.raw('callback_query', {
          id,
          from: luca.user,
          chat_instance: '1',
          message: { ...list, chat: { id: group.id, type: 'group', title: group.title } },
          data: tickOf(list, 2),
        }),
      );
    await calm(group.leave(luca));
    await fromOutside('77');
    await calm(group.add(maria, luca));
    await calm(group.setStatus(maria, luca, 'kicked'));
    await fromOutside('78');
    expect((await stateOf(group)).ticked).toHaveLength(1);
    await calm(group.add(maria, luca));
    await calm(group.press(luca, list, tickOf(list, 2), { stale: true }));
    expect((await stateOf(group)).ticked).toHaveLength(2);
  });
});

test('somebody goes from a group of which nothing is kept: nothing is said there, and nothing fails', async () => {
  const { luca, newGroup, calm, lines } = await openVillage();
  const group = await newGroup({ bot: 'member' });
  await calm(group.leave(luca));
  expect(lines.filter((line) => /failed/.test(line))).toEqual([]);
  expect(await group.botMessages()).toEqual([]);
});
