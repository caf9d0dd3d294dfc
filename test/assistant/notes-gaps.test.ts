import { describe, expect, test } from 'vitest';
import { gapCard } from '../../src/assistant/notes/gap-card.ts';
import { clusterGaps } from '../../src/assistant/notes/gap-clusters.ts';
import { gapNoteForm, pressGap, takeGapForm, takeGapWords } from '../../src/assistant/notes/press-gap.ts';
import type { Language } from '../../src/domain/language.ts';
import type { UnknownId } from '../../src/domain/meaning.ts';
import type { KeptGap } from '../../src/store.ts';
import { openTestApp } from '../support/app.ts';
import { ALONE, atDesk } from './notes/a-note.ts';

const { retriever } = await openTestApp();

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

const ASKED = gapsOf([
  ['it', 'quanto costa il notaio?', 'unknown.notary'],
  ['it', 'possiamo tenere le galline nel cortile?'],
  ['en', 'is the notary expensive?', 'unknown.notary'],
  ['fr', 'Combien de membres ?', 'unknown.minimum-members'],
]);
/** The desk of a centre that speaks Italian and English. */
const desk = (gaps: readonly KeptGap[] = ASKED) => atDesk(retriever, { gaps, centre: ALONE });

describe('the card of the questions without an answer', () => {
  test('tells what is asked for, how often and the newest questions, with a row of two buttons for each', () => {
    const card = gapCard(desk(), ASKED.slice(1))!;
    expect(card.heading).toBe('Domande senza risposta');
    expect(card.text).toBe(
      [
        '3 domande sono rimaste senza risposta: né la guida né le vostre note ne parlano.',
        '1. Notaio e atto (2 volte)',
        '   «is the notary expensive?»',
        '   «quanto costa il notaio?»',
        '2. «possiamo tenere le galline nel cortile?» (una volta)',
      ].join('\n'),
    );
    expect(card.choices.map((row) => row.map(({ id, opens }) => [id, opens]))).toEqual([
      [
        ['gap-note=3', 'form'],
        ['gap-dismiss=3', undefined],
      ],
      [
        ['gap-note=2', 'form'],
        ['gap-dismiss=2', undefined],
      ],
    ]);
  });

  test('holds ten at most and says how many more there are; with none it is not there', () => {
    const things = 'pane latte legna forno scuola bosco furgone mulino piazza sala teatro museo'.split(' ');
    const card = gapCard(desk(), gapsOf(things.map((thing) => ['it', `di chi è: ${thing}?`] as const)))!;
    expect(card.choices).toHaveLength(10);
    expect(card.text).toContain('… e altri 2 argomenti.');
    expect(gapCard(desk(), [])).toBeNull();
  });
});

describe('a button of the card', () => {
  test('that lets a topic go settles all its questions, also those asked since, and the card goes on without it', async () => {
    const newer = { number: 9, at: 9, meaning: 'unknown.notary', language: 'it', text: 'e il notaio?' } as const;
    const done = await pressGap(desk([newer, ...ASKED]), 'gap-dismiss=3');
    expect(done!.settledGaps).toEqual([9, 3, 1]);
    expect(done!.note).toBe("3 domande tolte dall'elenco.");
    expect(done!.shown).toMatchObject([{ kind: 'update', key: 'gaps' }]);
    expect(done!.shown[0]!.message.text).toContain('galline');
    expect(done!.shown[0]!.message.text).not.toContain('Notaio');
  });

  test('settles nothing in a language that the centre does not speak', async () => {
    expect(await pressGap(desk(), 'gap-dismiss=4')).toMatchObject({
      settledGaps: [],
      note: expect.stringContaining('non è più'),
    });
  });

  test('that was pressed before changes nothing', async () => {
    const done = await pressGap(desk([]), 'gap-dismiss=3');
    expect(done).toEqual({ notes: [], settledGaps: [], shown: [], note: "Questa domanda non è più nell'elenco." });
    expect(await gapNoteForm(desk([]), 'gap-note=3')).toBeNull();
    expect(await pressGap(desk(), 'take')).toBeUndefined();
  });

  test('that writes a note opens its form with the newest question, and settles the topic when the note is kept', async () => {
    const form = await gapNoteForm(desk(), 'gap-note=3');
    const initial = Object.fromEntries(form!.fields.map((field) => [field.name, field.initial]));
    expect(initial).toMatchObject({ question: 'is the notary expensive?', text_it: '', text_en: '' });
    const done = await takeGapForm(desk(), 'gap-note=3', { ...initial, text_en: 'About 1,500 euros.' });
    expect(done!.notes).toMatchObject([{ note: { texts: { en: 'About 1,500 euros.' }, meaning: 'unknown.notary' } }]);
    expect([...done!.settledGaps].sort()).toEqual([1, 3]);
    expect(done!.shown.map(({ kind, key }) => [kind, key])).toEqual([
      ['post', done!.shown[0]!.key],
      ['update', 'gaps'],
    ]);
  });

  test('keeps its topic where the note was not kept', async () => {
    const done = await takeGapForm(desk(), 'gap-note=3', { question: 'Quanto?' });
    expect([done!.notes, done!.settledGaps]).toEqual([[], []]);
    expect(done!.shown).toHaveLength(1);
  });

  test('asks for words where no form can be opened, and what is written in reply is the note', async () => {
    const asks = await pressGap(desk(), 'gap-note=2');
    expect(asks!.shown).toMatchObject([{ kind: 'post', key: 'gap-note=2', message: { asksForWords: true } }]);
    expect(asks!.shown[0]!.message.text).toContain('galline');
    const done = await takeGapWords(desk(), 'gap-note=2', ' Sì, fino a dieci. ');
    expect(done!.notes).toMatchObject([
      {
        note: { texts: { it: 'Sì, fino a dieci.' }, questions: [{ text: 'possiamo tenere le galline nel cortile?' }] },
      },
    ]);
    expect(done!.settledGaps).toEqual([2]);
    expect(await takeGapWords(desk(), 'm7', 'altro')).toBeUndefined();
  });
});

test('when the last topic is gone the card says so', async () => {
  const done = await pressGap(desk(ASKED.slice(2, 3)), 'gap-dismiss=2');
  expect(done!.shown[0]!.message).toMatchObject({ text: 'Nessuna domanda è rimasta senza risposta.', choices: [] });
});
