import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/project.ts';
import { campanile, linesOf, ownDataFolder } from '../support/run.ts';

/** The evening that README tells, line by line. */
const README_LINES = readFileSync(join(root, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('{"chat":'));

test('both sides of README’s evening are played in one chat --jsonl, and the operator sees the request', async () => {
  const environment = ownDataFolder();
  const { code, out } = await campanile(['chat', '--jsonl'], README_LINES.join('\n'), environment);
  expect(code).toBe(0);
  const printed = linesOf(out);
  const [card] = printed.filter(({ chat, text }) => chat === 'desk' && text);
  expect(card).toMatchObject({ chat: 'desk', text: expect.stringContaining('Quanto costa il notaio?') });
  const heard = printed.filter(({ chat, text }) => chat === 'c1' && text).at(-1);
  expect(heard?.text).toBe('Anna · Centro cooperativo\nDa noi di solito 1.200 euro.');
  expect(printed.filter(({ done, chat }) => done && chat === 'c1').at(-1)?.state).toMatchObject({ mode: 'waiting' });

  const [request, ...more] = linesOf((await campanile(['requests', '--json'], '', environment)).out);
  expect(more).toEqual([]);
  expect(request).toMatchObject({
    id: card?.thread,
    status: 'answered',
    holder: 'Anna',
    question: 'Quanto costa il notaio?',
  });
});

test('where nothing was handed over, it says so', async () => {
  expect((await campanile(['requests'], '', ownDataFolder())).out).toContain('Nobody handed a question to a desk yet.');
});
