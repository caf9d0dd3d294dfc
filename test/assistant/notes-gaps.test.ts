import { expect, test } from 'vitest';
import { clusterGaps } from '../../src/assistant/notes/gap-clusters.ts';
import type { Language } from '../../src/domain/language.ts';
import type { UnknownId } from '../../src/domain/meaning.ts';
import type { KeptGap } from '../../src/store.ts';

/** Gaps in the order in which they were asked, given the newest first, as the store does. */
const gapsOf = (asked: readonly (readonly [Language, string, UnknownId?])[]): KeptGap[] =>
  asked
    .map(([language, text, meaning = null], at) => ({ number: at + 1, at: (at + 1) * 1000, language, text, meaning }))
    .toReversed();

const textsOf = (gaps: readonly KeptGap[]): string[][] =>
  clusterGaps(gaps).map((cluster) => cluster.gaps.map(({ text }) => text));

test('what asks for the same known thing stands together, whatever its words and language, most often asked first', () => {
  const gaps = gapsOf([
    ['it', 'quanto costa il notaio?', 'unknown.notary'],
    ['fr', 'combien de membres ?', 'unknown.minimum-members'],
    ['fr', 'le notaire est-il cher ?', 'unknown.notary'],
  ]);
  expect(clusterGaps(gaps)).toMatchObject([
    { meaning: 'unknown.notary', gaps: [{ number: 3 }, { number: 1 }] },
    { meaning: 'unknown.minimum-members', gaps: [{ number: 2 }] },
  ]);
});

test('what asks for nothing known stands together where it is near in words, within a language', () => {
  const gaps = gapsOf([
    ['it', 'possiamo tenere le galline nel cortile della scuola?'],
    ['it', 'chi taglia la legna nel bosco?'],
    ['it', 'si possono tenere galline nel cortile della vecchia scuola'],
    ['fr', 'Peut-on élever des poules dans la cour de l’école ?'],
  ]);
  expect(textsOf(gaps)).toEqual([
    [
      'si possono tenere galline nel cortile della vecchia scuola',
      'possiamo tenere le galline nel cortile della scuola?',
    ],
    ['Peut-on élever des poules dans la cour de l’école ?'],
    ['chi taglia la legna nel bosco?'],
  ]);
});

test('buying and selling the same is two things', () => {
  expect(
    textsOf(
      gapsOf([
        ['it', 'si può vendere il pane alla festa?'],
        ['it', 'si può comprare il pane alla festa?'],
      ]),
    ),
  ).toHaveLength(2);
});

test('the same asked of two places is two things', () => {
  const gaps = gapsOf([
    ['it', "c'è un forno a Valverde da usare?"],
    ['it', "c'è un forno a Montefosco da usare?"],
  ]);
  expect(textsOf(gaps)).toHaveLength(2);
});

test('words that tell nothing stand together only where they are the same', () => {
  expect(
    textsOf(
      gapsOf([
        ['it', 'e per gli altri?'],
        ['it', 'e noi?'],
        ['it', 'E per gli altri'],
      ]),
    ),
  ).toEqual([['E per gli altri', 'e per gli altri?'], ['e noi?']]);
});

test('thousands of questions are put together in a moment', () => {
  const things = ['pane', 'latte', 'legna', 'forno', 'scuola', 'bosco', 'furgone', 'mulino', 'piazza', 'sala'];
  const doing = [
    'vendere',
    'comprare',
    'usare',
    'tagliare',
    'affittare',
    'pagare',
    'guidare',
    'chiudere',
    'piantare',
    'costruire',
  ];
  const gaps = gapsOf(
    Array.from({ length: 3000 }, (_, at) => {
      const [thing, act] = [things[at % 10], doing[Math.floor(at / 10) % 10]];
      return ['it', `si può ${act} ${thing} numero ${at % 30}?`] as const;
    }),
  );
  const start = performance.now();
  expect(clusterGaps(gaps).length).toBeGreaterThan(50);
  expect(performance.now() - start).toBeLessThan(2000);
});
