import { inChild } from './in-child.ts';
import { markdownTable, tell } from './markdown.ts';
import type { StoreSize } from './one-store.ts';

const SIZES = [100, 100_000] as const;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const milliseconds = (value: number | null): string => (value === null ? '-' : `${value.toFixed(2)} ms`);

const ROWS: readonly (readonly [string, (size: StoreSize) => string])[] = [
  ['whole turns a second, 100 conversations at once, encrypted', ({ turns }) => whole(turns)],
  ['… beside SQLite alone, the same texts, 100 turns in a transaction', ({ bare }) => whole(bare.together)],
  ['… and one turn in a transaction', ({ bare }) => whole(bare.alone)],
  ['processor time a turn', ({ cpu }) => `${whole(cpu)} µs`],
  ['a turn by itself, from taken to marked as sent: median', ({ p50 }) => milliseconds(p50)],
  ['… 99th percentile', ({ p99 }) => milliseconds(p99)],
  ['opened after a kill, looked through', ({ reopened }) => `${whole(reopened)} ms`],
  ['disk, a group', ({ bytes }) => `${(bytes / 1000).toFixed(1)} kB`],
  ['memory at most', ({ memory }) => `${memory.most} MB`],
];

/** How many turns the store commits, and what a thousand times as many groups cost. */
export const benchStore = async (): Promise<string> => {
  const sizes: StoreSize[] = [];
  for (const groups of SIZES) {
    tell(`${whole(groups)} groups`);
    sizes.push(await inChild<StoreSize>('./one-store.ts', [String(groups)]));
  }
  const [few, many] = sizes;
  return markdownTable(
    ['', ...SIZES.map((groups) => `${whole(groups)} groups`)],
    [
      ...ROWS.map(([name, show]) => [name, ...sizes.map(show)]),
      ['what a turn costs against few groups', '1', (many!.cpu / few!.cpu).toFixed(2)],
    ],
  );
};
