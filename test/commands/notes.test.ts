import { describe, expect, test } from 'vitest';
import type { Note } from '../../src/domain/note.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { aNote, VALVERDE } from '../assistant/notes/a-note.ts';
import { campanile, linesOf, ownDataFolder, startCampanile } from '../support/run.ts';
import { PRO_LOCO, takeTurn } from '../support/store.ts';

const FAR = Date.parse('2100-01-01T00:00:00Z');
const NOTARY = aNote('Quanto costa il notaio?', { it: 'Tra 1200 e 1800 euro.' }, { id: 'k3f9', expires: FAR });
const WAITING = aNote('Chi guida il pulmino?', { it: 'Aldo.', fr: 'Aldo.' }, { id: 'w1', at: 1000, approvedBy: null });
const EXPIRED = aNote('Quando scade il bando?', { it: 'A marzo.' }, { id: 'x1', at: 500, expires: 2000 });

/** A data folder in which these notes are kept. */
const keeping = async (notes: readonly Note[]) => {
  const environment = ownDataFolder();
  const store = await openSqliteStore({
    dataFolder: environment.DATA_DIR,
    keyFile: environment.KEY_FILE,
    isWorker: true,
  });
  await takeTurn(store, PRO_LOCO, { notes: notes.map((note) => ({ id: note.id, note })) });
  await store.close();
  return environment;
};

test('an operator sees every note, the newest first, with its languages, until when it holds and whether it answers', async () => {
  const environment = await keeping([EXPIRED, WAITING, NOTARY]);
  const { out } = await campanile(['notes', '--json'], '', environment);
  expect(linesOf(out)).toMatchObject([
    {
      id: 'k3f9',
      centre: VALVERDE,
      question: 'Quanto costa il notaio?',
      languages: ['it'],
      texts: NOTARY.texts,
      by: 'Lucia',
      at: '2026-11-27T10:00:00.000Z',
      expires: '2100-01-01T00:00:00.000Z',
      state: 'approved',
    },
    { id: 'w1', languages: ['it', 'fr'], expires: null, state: 'waiting' },
    { id: 'x1', state: 'expired' },
  ]);
  const plain = (await campanile(['notes'], '', environment)).out;
  expect(plain).toContain(`k3f9  ${VALVERDE}: Quanto costa il notaio?`);
  expect(plain).toContain('it; by Lucia on 2026-11-27; until 2100-01-01; approved');
  expect(plain).toContain('it, fr; by Lucia on 1970-01-01; no end; waiting');
});

test('where none is kept it says so', async () => {
  expect((await campanile(['notes'], '', ownDataFolder())).out).toBe('No centre keeps a note yet.\n');
});

describe('campanile ask', () => {
  test('tells a note that is kept, from another language, and not one that waits or has expired', async () => {
    const environment = await keeping([EXPIRED, WAITING, NOTARY]);
    const questions = [
      { id: '1', text: 'Combien coûte le notaire ?', language: 'fr' },
      { id: '2', text: 'chi guida il pulmino?', language: 'it' },
      { id: '3', text: 'quando scade il bando?', language: 'it' },
    ];
    const { out } = await campanile(
      ['ask', '--jsonl'],
      questions.map((one) => JSON.stringify(one)).join('\n'),
      environment,
    );
    const [notary, minibus, call] = linesOf(out);
    expect(notary).toMatchObject({
      outcome: 'answered',
      text: expect.stringContaining('a écrit, en italien (27 novembre 2026)'),
      citations: [{ passage: 'note.k3f9', plan: null }],
    });
    for (const one of [minibus, call]) expect(JSON.stringify(one)).not.toContain('note.');
  });

  test('goes on without them where they cannot be read', async () => {
    const environment = await keeping([NOTARY]);
    const lost = { ...environment, KEY_FILE: `${environment.KEY_FILE}.lost` };
    const { code, out, err } = await campanile(['ask', 'quanto costa il notaio?', '--json'], '', lost);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ outcome: 'not_covered' });
    expect(err).toContain('the notes of the centres cannot be read');
  });
});

describe('campanile notes --remove', () => {
  test('takes a note back beside a worker, which tells it to nobody from then on', async () => {
    const environment = await keeping([NOTARY]);
    const chat = startCampanile(['chat', '--jsonl'], environment);
    const asks = JSON.stringify({ chat: 'c1', user: 'u1', text: 'quanto costa il notaio?', language: 'it' });
    expect((await chat.says(asks)).join('\n')).toContain('note.k3f9');
    const { code, out } = await campanile(['notes', '--remove', 'k3f9'], '', environment);
    expect([code, out]).toEqual([0, 'Removed: k3f9. It answers nobody any more.\n']);
    expect((await chat.says(asks)).join('\n')).not.toContain('note.k3f9');
    await chat.end();
    expect((await campanile(['notes'], '', environment)).out).toBe('No centre keeps a note yet.\n');
  });

  test('of a note that is not there changes nothing and says where the ids are', async () => {
    const environment = await keeping([NOTARY]);
    const { code, err } = await campanile(['notes', '--remove', 'other'], '', environment);
    expect(code).toBe(2);
    expect(err).toContain('there is no note "other"');
    expect((await campanile(['notes'], '', environment)).out).toContain('k3f9');
  });
});
