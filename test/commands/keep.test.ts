import { join } from 'node:path';
import { expect, test } from 'vitest';
import { campanile, linesOf, ownDataFolder, startCampanile } from '../support/run.ts';

const said = (chat: string, text: string) =>
  JSON.stringify({ chat, kind: 'group', user: 'u1', name: 'Ada', title: `Pro Loco ${chat}`, text });

/** Two groups of a Pro Loco, the first with its first step ticked. */
const twoGroups = async () => {
  const environment = ownDataFolder();
  const lines = [said('g1', '/piano 5'), said('g1', '/fase 2'), said('g1', '/fatto 1'), said('g2', '/piano 9')];
  expect((await campanile(['chat', '--jsonl'], lines.join('\n'), environment)).code).toBe(0);
  return environment;
};

test('all that is kept is printed, a line for each conversation; or what is kept of one', async () => {
  const environment = await twoGroups();
  const all = linesOf((await campanile(['export'], '', environment)).out);
  expect(all.map(({ address }) => address).sort()).toEqual(['terminal:g1', 'terminal:g2']);
  const [one, ...more] = linesOf((await campanile(['export', 'terminal:g1'], '', environment)).out);
  expect(more).toEqual([]);
  expect(one).toMatchObject({
    address: 'terminal:g1',
    conversation: { title: 'Pro Loco g1', group: { plan: 5, phase: 2 } },
  });
  expect(JSON.stringify(one)).toContain('Ada');
});

test('erasing says first what would go, then erases that conversation and no other', async () => {
  const environment = await twoGroups();
  const asked = await campanile(['erase', 'terminal:g1'], '', environment);
  expect([asked.code, asked.out]).toEqual([1, expect.stringContaining('Pro Loco g1, plan 5, phase 2, 1 ticks')]);
  expect(linesOf((await campanile(['export'], '', environment)).out)).toHaveLength(2);
  const erased = await campanile(['erase', 'terminal:g1', '--yes'], '', environment);
  expect([erased.code, erased.out]).toEqual([0, expect.stringContaining('Erased: Pro Loco g1')]);
  const left = linesOf((await campanile(['export'], '', environment)).out);
  expect(left.map(({ address }) => address)).toEqual(['terminal:g2']);
});

test('a copy taken while the program works opens elsewhere with the same key, and is taken once', async () => {
  const environment = await twoGroups();
  const copy = join(environment.DATA_DIR, 'copy');
  const worker = startCampanile(['chat', '--jsonl'], environment);
  await worker.says(said('g2', '/fase 3'));
  const { code, out } = await campanile(['backup', copy], '', environment);
  expect([code, out]).toEqual([0, expect.stringContaining(environment.KEY_FILE)]);
  await worker.says(said('g2', '/fatto 1'));
  await worker.end();
  const kept = linesOf((await campanile(['export', 'terminal:g2'], '', { ...environment, DATA_DIR: copy })).out);
  expect(kept[0]).toMatchObject({ conversation: { group: { plan: 9, phase: 3, ticks: {} } } });
  const again = await campanile(['backup', copy], '', environment);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('is there already')]);
});

test.each(['export', 'erase'])('%s of an address of which nothing is kept says so', async (command) => {
  const { code, err } = await campanile([command, 'telegram:1'], '', ownDataFolder());
  expect(code).toBe(2);
  expect(err).toContain('nothing is kept of "telegram:1"');
});
