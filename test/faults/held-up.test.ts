import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { newFolder } from '../support/folder.ts';
import { runScript } from '../support/in-process.ts';
import { settingsIn } from '../support/store-folder.ts';
import { groupWithList, listIn, openVillage, tickOf } from '../telegram/village.ts';

afterEach(() => void vi.useRealTimers());

test('a worker that the machine holds up for seconds keeps its data to itself, and goes on where it was', async () => {
  const folder = newFolder();
  const worker = runScript('store-worker.ts', folder, 'run', '3');
  onTestFinished(() => worker.kill());
  await worker.told('ready');
  await vi.waitFor(() => expect(worker.lines.length).toBeGreaterThan(50), 5000);
  process.kill(worker.pid, 'SIGSTOP');
  for (let second = 0; second < 2; second++) {
    await sleep(1000);
    const another = openSqliteStore({ ...settingsIn(folder), isWorker: true });
    await expect(another).rejects.toMatchObject({ code: 'lock' });
  }
  const before = worker.lines.length;
  process.kill(worker.pid, 'SIGCONT');
  await vi.waitFor(() => expect(worker.lines.length).toBeGreaterThan(before + 50), 5000);
  const taken = worker.lines.filter((line) => line.startsWith('taken'));
  const committed = worker.lines.filter((line) => line.startsWith('committed'));
  expect(new Set(committed).size).toBe(committed.length);
  expect(taken.length - committed.length).toBeLessThanOrEqual(3);
});

const DAY = 86_400_000;

test.each([-1, 1])(
  'the machine’s clock jumps by %i day: a wait is as long as it was told to be, and all goes on',
  async (days) => {
    const village = await openVillage();
    const { server, maria, luca, calm, stateOf } = village;
    const { group, list } = await groupWithList(village);
    await server.fault({ kind: 'retry-after', seconds: 1 }, { chat: group.id, method: 'editMessageText' });
    await group.press(luca, list, tickOf(list, 1));
    await vi.waitFor(async () => expect(await server.calls({ method: 'editMessageText' })).toHaveLength(1), 3000);
    const refused = performance.now();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * DAY });
    await vi.waitFor(async () => expect((await listIn(group)).text).toMatch(/fatto da Luca/), 3000);
    expect(performance.now() - refused).toBeGreaterThan(900);
    await calm(group.press(maria, await listIn(group), tickOf(list, 2)));
    await calm(group.say(maria, '/diario@campanile_bot'));
    const diary = (await group.botMessages()).filter(({ message_id }) => message_id > list.message_id);
    expect(diary[0]?.text).toMatch(/Luca[\s\S]*Maria|Maria[\s\S]*Luca/);
    expect((await stateOf(group)).ticked).toHaveLength(2);
  },
);
