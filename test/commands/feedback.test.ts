import { expect, test } from 'vitest';
import { campanile, linesOf, ownDataFolder } from '../support/run.ts';

const said = (text: string, user = 'u1') =>
  JSON.stringify({ chat: 'g1', kind: 'group', user, name: 'Ada', text, language: 'it' });
const pressed = (press: string, user = 'u1') => JSON.stringify({ chat: 'g1', user, press });

test('an operator sees what people thought of answers, by passage, what was least useful first, and not who said it', async () => {
  const environment = { ...ownDataFolder(), LANG: 'it_IT.UTF-8' };
  const lines = [
    said('chi coinvolge la Pro Loco nella fase 2?'),
    pressed('useful=1', 'u2'),
    pressed('useful=1', 'u3'),
    said('quanti soci servono?'),
    pressed('useless=2'),
    pressed('lack=2.more'),
    said('quanto dura la tosse?'),
  ];
  const { out, code } = await campanile(['chat', '--jsonl'], lines.join('\n'), environment);
  expect(code).toBe(0);
  expect(out).toContain('"id":"useful=1"');
  const told = linesOf((await campanile(['feedback', '--json'], '', environment)).out);
  const [first] = told;
  expect(first).toMatchObject({ notUseful: 1, useful: 0, lacks: { other: 0, more: 1, unclear: 0 }, plan: 9 });
  expect(told.find(({ passage }) => passage === '5.2.who')).toMatchObject({
    title: 'Chi coinvolgere',
    plan: 5,
    phase: 2,
    useful: 2,
    notUseful: 0,
    last: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });
  const { out: read } = await campanile(['feedback'], '', environment);
  expect(read).toMatch(/^1 not useful, 0 useful: 9\.\S+, Cittadini, phase 1/);
  expect(read).toContain('  1 × something was missing');
  expect(read).toContain('0 not useful, 2 useful: 5.2.who');
  expect(read + JSON.stringify(told)).not.toMatch(/Ada|u1|u2/);
});

test('where nobody has judged an answer, it says so', async () => {
  const { code, out } = await campanile(['feedback'], '', ownDataFolder());
  expect([code, out]).toEqual([0, 'Nobody has judged an answer yet.\n']);
});

test('in the terminal a letter judges the answer above it, and what stands beside a button elsewhere is a line', async () => {
  const environment = { ...ownDataFolder(), LANG: 'it_IT.UTF-8' };
  const { out } = await campanile(['chat'], 'chi coinvolge la Pro Loco?\na\n', environment);
  expect(out).toMatch(/ {2}a\) Utile\n {2}b\) Non utile\n\nGrazie, l'ho segnato\.\n/);
});
