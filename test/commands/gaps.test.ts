import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { campanile, linesOf, ownDataFolder } from '../support/run.ts';
import { PRO_LOCO, takeTurn } from '../support/store.ts';

const said = (text: string, chat = 'c1') => JSON.stringify({ chat, user: 'u1', name: 'Ada', text, language: 'it' });

test('an operator sees what was asked that the guide does not say, most often first, and nobody’s number', async () => {
  const environment = ownDataFolder();
  const lines = [
    said('quanto costa il notaio?'),
    said('mi chiamo Anna Rossi, il notaio quanto si prende? chiamatemi al 347 1234567', 'c2'),
    said('chi coinvolge la Pro Loco?'),
    said('quanti soci servono?'),
  ];
  expect((await campanile(['chat', '--jsonl'], lines.join('\n'), environment)).code).toBe(0);
  const gaps = linesOf((await campanile(['gaps', '--json'], '', environment)).out);
  expect(gaps.map(({ meaning, count }) => [meaning, count])).toEqual([
    ['unknown.notary', 2],
    ['unknown.minimum-members', 1],
  ]);
  const { out } = await campanile(['gaps'], '', environment);
  expect(out).toContain('2 × unknown.notary');
  expect(out).toContain('mi chiamo [name], il notaio quanto si prende?');
  expect(out).not.toMatch(/347|Ada|Rossi/);
});

test('where nothing was asked yet, it says so', async () => {
  const { code, out } = await campanile(['gaps'], '', ownDataFolder());
  expect([code, out]).toEqual([0, 'Nothing was asked yet that the guide does not say.\n']);
});

test('what asks for nothing known stands together where its words are alike', async () => {
  const environment = ownDataFolder();
  const store = await openSqliteStore({
    dataFolder: environment.DATA_DIR,
    keyFile: environment.KEY_FILE,
    isWorker: true,
  });
  const texts = [
    'possiamo tenere le galline nel cortile?',
    'di chi è il mulino?',
    'le galline si possono tenere nel cortile?',
  ];
  await takeTurn(store, PRO_LOCO, { gaps: texts.map((text) => ({ meaning: null, language: 'it', text })) });
  await store.close();
  const gaps = linesOf((await campanile(['gaps', '--json'], '', environment)).out);
  expect(gaps.map(({ meaning, count }) => [meaning, count])).toEqual([
    [null, 2],
    [null, 1],
  ]);
});
