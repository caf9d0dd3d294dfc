import { expect, test } from 'vitest';
import { FITS, FITS_WELL, type Found, findNote } from '../../src/assistant/notes/find-notes.ts';
import type { Language } from '../../src/domain/language.ts';
import { openTestApp } from '../support/app.ts';
import { type AskedLine, aNote, askedLines, keptNotes, partsWith, ROCCABELLA } from './notes/a-note.ts';

const { retriever } = await openTestApp();

type Asked = AskedLine & { readonly found: Found | undefined };

const notes = keptNotes();
const languageOf = new Map(notes.map(({ id, questions }) => [id, questions[0]!.language]));
// The figures are of the finding by words; the example's centres are no part of them.
const parts = { ...partsWith(retriever, notes), centres: [] };
const asked: Asked[] = [];
for (const line of askedLines())
  asked.push({ ...line, found: await findNote({ parts, language: line.language }, line.text, 0) });

/** How many of the notes that were told are right, and how many of those that there are were told. */
const figuresOf = (lines: readonly Asked[], least: number) => {
  const told = lines.filter(({ found }) => found && found.sureness >= least);
  const right = told.filter(({ note, found }) => found?.note.id === note).length;
  const answered = lines.filter(({ note }) => note !== null).length;
  return { precision: right / told.length, recall: right / answered };
};

const fromAfar = asked.filter(({ note, language }) => note !== null && languageOf.get(note) !== language);

test('the set is one to judge by: half of its questions must find nothing, and most of the others are in another language', () => {
  expect(notes.length).toBeGreaterThanOrEqual(60);
  expect(asked.filter(({ note }) => note === null).length).toBeGreaterThanOrEqual(asked.length / 2);
  expect(fromAfar.length).toBeGreaterThanOrEqual(100);
});

test.each(['a', 'b'] as const)(
  'in half %s nine of ten notes that are told where the guide has nothing are right',
  (half) => {
    const { precision, recall } = figuresOf(
      asked.filter((line) => line.half === half),
      FITS,
    );
    expect(precision).toBeGreaterThan(0.9);
    expect(recall).toBeGreaterThan(0.85);
  },
);

test('a note is found from another language as well as from its own', () => {
  expect(figuresOf(fromAfar, FITS).recall).toBeGreaterThan(0.85);
});

test('what is told beside the guide, or without the question that it answers, is right all but always', () => {
  const { precision, recall } = figuresOf(asked, FITS_WELL);
  expect(precision).toBeGreaterThan(0.97);
  expect(recall).toBeGreaterThan(0.7);
});

const find = (note: ReturnType<typeof aNote>, text: string, language: Language, more: readonly (typeof note)[] = []) =>
  findNote({ parts: partsWith(retriever, [note, ...more]), language }, text, FITS);

const SCHOOL = aNote("Possiamo usare l'ex scuola di Valverde?", { it: 'Sì, il comune la presta.' });

test.each([
  ['Possiamo usare l’ex scuola di Valverde?', 'it', true],
  ['possiamo usare l’ex scuola di valverde?', 'it', true],
  ['POSSIAMO USARE L’EX SCUOLA DI VALVERDE?', 'it', true],
  ['Peut-on utiliser l’ancienne école de Valverde ?', 'fr', true],
  ['Possiamo usare l’ex scuola di Montefosco?', 'it', false],
  ['possiamo usare l’ex scuola di montefosco?', 'it', false],
  ['Peut-on utiliser l’ancienne école de Montefosco ?', 'fr', false],
  ['Possiamo usare l’ex scuola?', 'it', false],
] as const)('of a note about Valverde, “%s” (%s) is told: %s', async (text, language, isTold) => {
  expect((await find(SCHOOL, text, language)) !== undefined).toBe(isTold);
});

test.each([
  ['quanto costa il notaio per costituire la cooperativa?', true],
  ['quanto tempo ci mette il notaio per costituire la cooperativa?', false],
  ['quanto costa il commercialista per costituire la cooperativa?', false],
  ['quanto costa costituire la cooperativa senza notaio?', false],
  ['dove sta il notaio?', false],
])('of a note about what a notary costs, “%s” is told: %s', async (text, isTold) => {
  const note = aNote('Quanto costa il notaio per costituire la cooperativa?', { it: 'Tra 1200 e 1800 euro.' });
  expect((await find(note, text, 'it')) !== undefined).toBe(isTold);
});

test('a note about one law, one day or one body does not answer about another', async () => {
  const law = aNote('La legge 381 riguarda anche noi?', { it: 'No.' });
  expect(await find(law, 'la legge 142 riguarda anche noi?', 'it')).toBeUndefined();
  const fund = aNote('Il Fondo Coopfond finanzia le cooperative nuove?', { it: 'Sì.' });
  expect(await find(fund, 'Does Invitalia fund new cooperatives?', 'en')).toBeUndefined();
});

test('a question about a place of another centre is not answered by this one, though it would by its words', async () => {
  const here = aNote('Quanto costa il notaio?', { it: 'Da noi 1500 euro.' });
  const there = aNote('Quanto costa il notaio?', { it: 'Da noi 900 euro.' }, { id: 'n2', centre: ROCCABELLA });
  expect(await find(here, 'quanto costa il notaio?', 'it')).toBeDefined();
  expect(await find(here, 'quanto costa il notaio in provincia di Matera?', 'it')).toBeUndefined();
  const found = await find(here, 'quanto costa il notaio in provincia di Matera?', 'it', [there]);
  expect(found?.note.id).toBe('n2');
});

test('of two notes on the same question the newer one answers', async () => {
  const old = aNote('Quanto costa il notaio?', { it: '1500 euro.' });
  const newer = aNote('Quanto costa il notaio?', { it: '1600 euro.' }, { id: 'n2', at: old.at + 1 });
  expect((await find(old, 'quanto costa il notaio?', 'it', [newer]))?.note.id).toBe('n2');
  expect((await find(newer, 'quanto costa il notaio?', 'it', [old]))?.note.id).toBe('n2');
});

test('a question at the end of a long story is found', async () => {
  const note = aNote('Quanto costa il notaio per costituire la cooperativa?', { it: '1500 euro.' });
  const story =
    'Siamo una decina di abitanti, ci troviamo ogni giovedì in biblioteca da quasi un anno, abbiamo parlato con il sindaco, con la Pro Loco e con il parroco, e adesso che siamo tutti convinti ci resta un dubbio che nessuno sa sciogliere. Quanto costa il notaio per costituire la cooperativa?';
  expect(await find(note, story, 'it')).toBeDefined();
});
