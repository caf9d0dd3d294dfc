import { expect, test } from 'vitest';
import { createDesks } from '../../src/centres/desks.ts';
import { withDeskAt } from '../../src/centres/try-out.ts';

const [OLD, NEW, NEWEST] = ['telegram:-123', 'telegram:-100123', 'telegram:-100999'] as const;
const TELEGRAM = [{ name: 'telegram' }];

const open = () => {
  const lines: string[] = [];
  const centres = withDeskAt([], OLD, 'UTC');
  return { lines, centres, desks: createDesks(centres, (line) => void lines.push(line)) };
};

test('a desk is where its centre’s file tells, until it moves; then the operator is told once', () => {
  const { desks, lines } = open();
  desks.moved('telegram:-124', NEW);
  expect([desks.isDesk(OLD), desks.isDesk(NEW), lines]).toEqual([true, false, []]);
  for (const [from, to] of [
    [OLD, NEW],
    [OLD, NEW],
    [NEW, NEW],
  ] as const)
    desks.moved(from, to);
  expect([desks.isDesk(OLD), desks.isDesk(NEW)]).toEqual([false, true]);
  expect(desks.centres.map(({ desk }) => desk?.at)).toEqual([NEW]);
  expect(lines).toEqual([expect.stringContaining(`write "${NEW}" in its place in CENTRES_FILE`)]);
});

test('a desk that moved before the start is where it is now, and where the file tells it nothing is told', async () => {
  const { desks, centres, lines } = open();
  await desks.begin(centres, TELEGRAM, async (address) => (address === OLD ? NEWEST : address));
  expect([desks.centres[0]?.desk?.at, lines.length]).toEqual([NEWEST, 1]);
  await desks.begin(desks.centres, TELEGRAM, async (address) => address);
  expect(lines).toHaveLength(1);
});

test('nobody is asked at a desk in a channel that is not served', async () => {
  const { desks, centres, lines } = open();
  await desks.begin(centres, [{ name: 'slack' }], async (address) => address);
  expect([desks.centres[0]?.desk, desks.isDesk(OLD)]).toEqual([null, false]);
  expect(lines).toEqual([expect.stringContaining('nobody is asked there')]);
});
