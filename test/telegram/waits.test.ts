import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { groupWithList, listIn, openVillage, tickOf } from './village.ts';

describe('Telegram says to wait', () => {
  test('in one group: it is obeyed there, the other group goes on, and nothing is lost', async () => {
    const village = await openVillage();
    const { server, maria, luca } = village;
    const { group: slow, list } = await groupWithList(village);
    const { group: quick } = await groupWithList(village);
    await server.fault({ kind: 'retry-after', seconds: 2 }, { chat: slow.id, method: 'editMessageText' });
    const before = (await server.calls()).at(-1)!.number;
    await slow.press(luca, list, tickOf(list, 1));
    await slow.press(luca, list, tickOf(list, 2));
    await sleep(300);
    await quick.say(maria, '/diario@campanile_bot');
    const at = performance.now();
    await quick.answer(1500);
    expect(performance.now() - at).toBeLessThan(1000);
    await vi.waitFor(async () => expect((await listIn(slow)).text?.match(/fatto da Luca/g)).toHaveLength(2), 5000);
    const edits = await server.calls({ method: 'editMessageText', chat: slow.id, after: before });
    expect([edits[0]?.status, edits[1]?.status]).toEqual([429, 200]);
    expect(edits[1]!.at - edits[0]!.at).toBeGreaterThanOrEqual(1950);
  });

  test('with its limits on, a lively group still ends with its list as it is', async () => {
    const village = await openVillage();
    const { server, luca, stateOf } = village;
    const { group, list } = await groupWithList(village);
    await server.setLimits(true);
    for (const step of [1, 2, 3, 4, 5, 6]) await group.press(luca, list, tickOf(list, step), { stale: true });
    await vi.waitFor(async () => expect((await listIn(group)).text?.match(/fatto da Luca/g)).toHaveLength(6), 12_000);
    expect((await stateOf(group)).ticked).toHaveLength(6);
  });
});
