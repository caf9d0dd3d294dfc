import { describe, expect, test } from 'vitest';
import type { DeskDone } from '../../src/assistant/notes/at-desk.ts';
import { keepNote } from '../../src/assistant/notes/keep-note.ts';
import { type NoteFields, readFields } from '../../src/assistant/notes/note-from.ts';
import { pressKeep, requestNoteForm, takeNoteForm } from '../../src/assistant/notes/note-of-request.ts';
import { pressNote, rewriteNote } from '../../src/assistant/notes/press-note.ts';
import { holds, type Note } from '../../src/domain/note.ts';
import type { Line, Request } from '../../src/domain/request.ts';
import type { KeptGap } from '../../src/store.ts';
import { openTestApp } from '../support/app.ts';
import { ALONE, aNote, atDesk, LUCIA, PIETRO, ROCCABELLA, VALVERDE } from './notes/a-note.ts';

const { retriever } = await openTestApp();

const said = (number: number, from: Line['from'], text: string): Line => ({
  number,
  from,
  by: LUCIA,
  at: number,
  text,
  file: null,
});

const answered = (question: string, lines: readonly Line[]): Request => ({
  id: 'k3f9',
  centre: VALVERDE,
  thread: 'slack:T1:C9#k3f9',
  home: 'telegram:1',
  place: 'private',
  readers: null,
  by: { id: 'p1', name: 'Maria Rossi' },
  language: 'it',
  question,
  context: null,
  status: { kind: 'closed', by: LUCIA, how: 'settled', at: 9 },
  lines,
  openedAt: 1,
  promisedBy: null,
  rating: null,
  tutor: null,
});

const REQUEST = answered('Sono Maria Rossi, il mio numero è 347 1234567: quanto costa il notaio?', [
  said(1, 'citizen', 'allora?'),
  said(2, 'desk', 'Gentile Maria, da noi tra 1200 e 1800 euro.'),
  said(
    3,
    'desk',
    'Chiedete al dott. Bianchi (0971 555 666), o a noi: sportello@example.org, +39 0971 000 000, www.example.org/notai',
  ),
]);

const noteOf = (done: DeskDone): Note => done.notes[0]!.note!;
const seenIn = (done: DeskDone): string => done.shown.map(({ message }) => message.text).join('\n');
const buttonsIn = (done: DeskDone): string[] =>
  done.shown.flatMap(({ message }) => message.choices.flat().map(({ id }) => id));

const FIELDS: NoteFields = {
  question: 'Quanto costa il notaio?',
  text_it: 'Tra 1200 e 1800 euro.',
  text_fr: '',
  text_en: '',
  expires: '2027-11-27',
};
const WRITTEN = { fields: FIELDS, choice: 'note', isSeen: true, settles: [] };

describe('the form of a note on a request', () => {
  const form = requestNoteForm(atDesk(retriever), REQUEST);
  const initial = Object.fromEntries(form.fields.map((field) => [field.name, field.initial]));

  test('holds the question and all that the desk answered, and nobody’s name, number or address but the centre’s own', () => {
    expect(initial.question).toBe('Sono [name], il mio numero è [number]: quanto costa il notaio?');
    expect(initial.text_it).toBe(
      'Da noi tra 1200 e 1800 euro.\nChiedete al dott. [name] ([number]), o a noi: sportello@example.org, +39 0971 000 000, www.example.org/notai',
    );
    expect(initial.text_it).not.toContain('allora');
  });

  test('asks for the desk’s own languages first, and ends a year ahead', () => {
    expect(form.fields.map(({ name }) => name)).toEqual(['question', 'text_it', 'text_en', 'text_fr', 'expires']);
    expect(initial.expires).toBe('2027-11-27');
    expect(form.fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(['question']);
  });

  test('says who will read it, and that a second person must approve it where the centre wants one', () => {
    expect(form.lines.join('\n')).toContain(VALVERDE);
    expect(form.lines.join('\n')).toContain('un’altra persona'.replaceAll('’', "'"));
    expect(requestNoteForm(atDesk(retriever, { centre: ALONE }), REQUEST).lines).toHaveLength(2);
  });

  test('puts an answer into the field of the language that it was written in', () => {
    const french = answered('Combien ?', [
      said(1, 'desk', 'Chez nous, entre mille et deux mille euros selon le notaire.'),
    ]);
    const here = atDesk(retriever);
    const identify = () => ({ language: 'fr', foreign: null }) as const;
    const { fields } = requestNoteForm({ ...here, parts: { ...here.parts, identify } }, french);
    expect(fields.find(({ name }) => name === 'text_fr')!.initial).toContain('Chez nous');
    expect(fields.find(({ name }) => name === 'text_it')!.initial).toBe('');
  });
});

describe('a note that is kept', () => {
  test('answers at once where nobody else must approve it: by whom, from where, until when, and what it asks for', async () => {
    const done = await keepNote(atDesk(retriever, { centre: ALONE }), WRITTEN);
    expect(noteOf(done)).toEqual({
      id: 'k3f9abcdef',
      centre: VALVERDE,
      questions: [{ language: 'it', text: 'Quanto costa il notaio?' }],
      texts: { it: 'Tra 1200 e 1800 euro.' },
      by: LUCIA,
      at: Date.parse('2026-11-27T10:00:00Z'),
      // The whole of that day in Rome.
      expires: Date.parse('2027-11-27T23:00:00Z'),
      approvedBy: LUCIA,
      meaning: 'unknown.notary',
    });
    expect(seenIn(done)).toContain('Vale fino al 27 novembre 2027.');
    expect(buttonsIn(done)).toEqual(['note-remove=k3f9abcdef']);
  });

  test('waits for a second person where the centre wants one, who is not its writer', async () => {
    const done = await keepNote(atDesk(retriever), WRITTEN);
    const note = noteOf(done);
    expect(note.approvedBy).toBeNull();
    expect(buttonsIn(done)).toEqual(['note-approve=k3f9abcdef', 'note-remove=k3f9abcdef']);
    const own = await pressNote(atDesk(retriever, { notes: [note] }), 'note-approve=k3f9abcdef');
    expect(own).toMatchObject({
      notes: [],
      shown: [],
      note: "Deve approvarla una persona diversa da chi l'ha scritta.",
    });
    const other = await pressNote(atDesk(retriever, { notes: [note], by: PIETRO }), 'note-approve=k3f9abcdef');
    expect(noteOf(other!)).toEqual({ ...note, approvedBy: PIETRO });
    expect(other!.shown).toMatchObject([{ kind: 'update', key: done.shown[0]!.key }]);
    expect(buttonsIn(other!)).toEqual(['note-remove=k3f9abcdef']);
  });

  test('has no personal data, and where some was taken out staff sees what is left before it answers anybody', async () => {
    const fields = { ...FIELDS, text_it: 'Chiedete al signor Bianchi, 347 1234567.' };
    const done = await keepNote(atDesk(retriever, { centre: ALONE }), { ...WRITTEN, fields });
    expect(noteOf(done)).toMatchObject({ texts: { it: 'Chiedete al signor [name], [number].' }, approvedBy: null });
    expect(seenIn(done)).toContain('Chiedete al signor [name], [number].');
    expect(buttonsIn(done)).toContain('note-approve=k3f9abcdef');
    // Who wrote it may say that it is right, where no second person is wanted.
    const here = atDesk(retriever, { centre: ALONE, notes: [noteOf(done)] });
    expect(noteOf((await pressNote(here, 'note-approve=k3f9abcdef'))!).approvedBy).toEqual(LUCIA);
  });

  test('can be kept without a form: the answer as it was sent waits for a yes to the words shown', async () => {
    const done = await pressKeep(atDesk(retriever, { centre: ALONE }), REQUEST);
    expect(noteOf(done)).toMatchObject({ approvedBy: null, texts: { it: expect.stringContaining('1800 euro') } });
    expect(buttonsIn(done)).toContain('note-approve=k3f9abcdef');
  });

  test('that waits reads as somebody writes it in reply, without personal data; one that answers already does not', async () => {
    const waiting = aNote('Quanto costa?', { it: 'Tanto.', fr: 'Beaucoup.' }, { approvedBy: null });
    const done = await rewriteNote(
      atDesk(retriever, { notes: [waiting], by: PIETRO }),
      'note.n1',
      'Chiamate il 347 1234567.',
    );
    expect(noteOf(done!)).toMatchObject({ texts: { it: 'Chiamate il [number].' }, by: PIETRO, approvedBy: null });
    expect(noteOf(done!).texts).not.toHaveProperty('fr');
    const told = atDesk(retriever, { notes: [{ ...waiting, approvedBy: PIETRO }] });
    expect(await rewriteNote(told, 'note.n1', 'altro')).toBeUndefined();
    expect(await rewriteNote(told, 'm7', 'altro')).toBeUndefined();
  });

  test('settles the questions that it answers, in any language, and no others; not while it waits', async () => {
    const gaps: KeptGap[] = [
      { number: 1, at: 1, meaning: 'unknown.notary', language: 'fr', text: 'Combien coûte le notaire ?' },
      { number: 2, at: 2, meaning: 'unknown.notary', language: 'it', text: 'dove sta il notaio?' },
      { number: 3, at: 3, meaning: null, language: 'it', text: 'quanto costa il notaio?' },
    ];
    const done = await keepNote(atDesk(retriever, { centre: ALONE, gaps }), { ...WRITTEN, settles: [2] });
    expect([...done.settledGaps].sort()).toEqual([1, 2, 3]);
    const waits = await keepNote(atDesk(retriever, { gaps }), WRITTEN);
    expect(waits.settledGaps).toEqual([]);
    const approved = await pressNote(
      atDesk(retriever, { gaps, notes: [noteOf(waits)], by: PIETRO }),
      'note-approve=k3f9abcdef',
    );
    expect([...approved!.settledGaps].sort()).toEqual([1, 3]);
  });
});

describe('what makes no note is not kept, and what is wrong is said with a way to write it again', () => {
  test.each([
    ['no question', { question: '  ' }, 'manca la domanda'],
    ['no answer in any language', { text_it: '' }, 'manca la risposta'],
    ['a day that no calendar has', { expires: '2027-02-30' }, 'il giorno della scadenza'],
    ['a word instead of a day', { expires: 'domani' }, 'il giorno della scadenza'],
    ['a day that has passed', { expires: '2026-11-26' }, 'il giorno della scadenza'],
  ])('%s', async (_, change, says) => {
    const done = await takeNoteForm(atDesk(retriever, { centre: ALONE }), { ...FIELDS, ...change });
    expect([done.notes, done.settledGaps]).toEqual([[], []]);
    expect(seenIn(done)).toContain(says);
    expect(done.shown[0]!.message.choices.flat()).toMatchObject([{ id: 'note', opens: 'form' }]);
  });

  test('a day that is today still holds, and none at all holds until it is taken back', async () => {
    const here = atDesk(retriever, { centre: ALONE });
    const today = noteOf(await takeNoteForm(here, { ...FIELDS, expires: '2026-11-27' }));
    expect([holds(today, today.at), holds(today, today.at + 13 * 3_600_000)]).toEqual([true, false]);
    const never = await takeNoteForm(here, { ...FIELDS, expires: '' });
    expect(noteOf(never).expires).toBeNull();
    expect(seenIn(never)).toContain('Vale finché non la togliete.');
  });

  test('fields that a form leaves out were left empty', () => {
    expect(readFields({ question: ' Quanto? ' })).toEqual({ ...FIELDS, question: 'Quanto?', text_it: '', expires: '' });
  });
});

describe('a note is removed', () => {
  test('by anyone of the desk, and its message says by whom', async () => {
    const done = await pressNote(
      atDesk(retriever, { notes: [aNote('Quanto?', { it: 'Tanto.' })], by: PIETRO }),
      'note-remove=n1',
    );
    expect(done!.notes).toEqual([{ id: 'n1', note: null }]);
    expect(done!.shown).toMatchObject([{ kind: 'update', key: 'note.n1', message: { choices: [] } }]);
    expect(seenIn(done!)).toContain('Pietro');
  });

  test('once: a press on an old button changes nothing, nor does one on another centre’s note', async () => {
    const theirs = aNote('Quanto?', { it: 'Tanto.' }, { centre: ROCCABELLA, approvedBy: null });
    for (const choice of ['note-remove=n1', 'note-approve=n1', 'note-remove=n2']) {
      const done = await pressNote(atDesk(retriever, { notes: [theirs], by: PIETRO }), choice);
      expect(done).toEqual({ notes: [], settledGaps: [], shown: [], note: "Questa nota non c'è più." });
    }
    expect(await pressNote(atDesk(retriever), 'take')).toBeUndefined();
  });
});
