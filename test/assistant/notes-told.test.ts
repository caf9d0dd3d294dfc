import { describe, expect, test } from 'vitest';
import { newConversation } from '../../src/domain/conversation.ts';
import type { Language } from '../../src/domain/language.ts';
import { holds, type Note } from '../../src/domain/note.ts';
import { openTestApp } from '../support/app.ts';
import { aNote, assistantWith, ROCCABELLA, VALVERDE } from './notes/a-note.ts';

const { retriever } = await openTestApp();

const ask = (notes: readonly Note[], text: string, language: Language) =>
  assistantWith(retriever, notes).reply(text, newConversation(language));

const NOTARY = aNote('Quanto costa il notaio?', { it: 'Da noi tra 1200 e 1800 euro.' });
const RULES = aNote('Le notaire, combien ça coûte ?', { fr: 'Entre 1200 et 1800 euros.' }, { language: 'fr' });

describe('a question that the guide does not answer and a note does', () => {
  test('is answered with the centre’s word, its name and the day, and leaves no gap', async () => {
    const { answer, missing } = await ask([NOTARY], 'quanto costa il notaio?', 'it');
    expect(answer.outcome).toBe('answered');
    expect(answer.text).toBe(
      `Dal centro ${VALVERDE} (27 novembre 2026): Da noi tra 1200 e 1800 euro.\nLa guida non ne parla: lo dice il centro.`,
    );
    expect(answer.citations).toEqual([{ passage: 'note.n1', plan: null, phase: null, anchors: [] }]);
    expect(missing).toEqual([]);
  });

  test.each([
    [
      'fr',
      NOTARY,
      'Combien coûte le notaire ?',
      `Le centre ${VALVERDE} a écrit, en italien (27 novembre 2026)`,
      '« Da noi tra 1200 e 1800 euro. »',
    ],
    [
      'en',
      NOTARY,
      'How much does the notary cost?',
      `The centre ${VALVERDE} wrote, in Italian (27 November 2026)`,
      '“Da noi tra 1200 e 1800 euro.”',
    ],
    [
      'it',
      RULES,
      'Quanto costa il notaio?',
      `Il centro ${VALVERDE} ha scritto, in francese (27 novembre 2026)`,
      '“Entre 1200 et 1800 euros.”',
    ],
  ] as const)(
    'in another language (%s) is told in the words that it was written in, framed in the asker’s',
    async (language, note, text, frame, words) => {
      const { answer } = await ask([note], text, language);
      expect(answer.text).toContain(frame);
      expect(answer.text).toContain(words);
      expect(answer.outcome).toBe('answered');
    },
  );

  test('is told in the asker’s own language where staff wrote that too', async () => {
    const both = {
      ...NOTARY,
      texts: { it: 'Da noi tra 1200 e 1800 euro.', fr: 'Chez nous entre 1200 et 1800 euros.' },
    };
    const { answer } = await ask([both], 'Combien coûte le notaire ?', 'fr');
    expect(answer.text).toContain(`Du centre ${VALVERDE} (27 novembre 2026) : Chez nous entre 1200 et 1800 euros.`);
    expect(answer.text).not.toContain('Da noi');
  });
});

test('where it may be another question, the one that the centre answered stands beside its answer', async () => {
  const note = aNote('La cooperativa può assumere il figlio di un socio?', { it: 'Sì, come chiunque altro.' });
  const { answer } = await ask([note], 'possiamo far lavorare il figlio di un socio?', 'it');
  expect(answer.text).toContain(
    '(27 novembre 2026), a chi chiedeva «La cooperativa può assumere il figlio di un socio?»: Sì, come chiunque altro.',
  );
});

test('a centre that says in its name what it is is not called a centre twice', async () => {
  const note = { ...NOTARY, centre: 'Centro cooperativo della Val Verde' };
  const { answer } = await ask([note], 'quanto costa il notaio?', 'it');
  expect(answer.text).toContain('Dal Centro cooperativo della Val Verde (27 novembre 2026)');
});

test('of two questions the guide answers one and the centre the other, each with its source', async () => {
  const { answer, missing } = await ask([NOTARY], 'Chi coinvolge la Pro Loco? E quanto costa il notaio?', 'it');
  expect(answer.outcome).toBe('answered');
  expect(answer.text).toContain('Dalla guida: piano Pro Loco');
  expect(answer.text.split('\n').at(-1)).toBe(
    `Dal centro ${VALVERDE} (27 novembre 2026): Da noi tra 1200 e 1800 euro.`,
  );
  expect(missing).toEqual([]);
});

test('what neither guide nor note answers is still said and still a gap', async () => {
  const { answer, missing } = await ask([NOTARY], 'Quanto costa il notaio? E quanti soci servono per fondarla?', 'it');
  expect(answer.outcome).toBe('partly');
  expect(answer.text).toContain(`Dal centro ${VALVERDE}`);
  expect(missing.map(({ meaning }) => meaning)).toEqual(['unknown.minimum-members']);
});

test('a note about the very question stands below what the guide says of it', async () => {
  const note = aNote('Chi deve coinvolgere la Pro Loco?', { it: 'Da noi anche la banda.' });
  const without = await ask([], 'chi deve coinvolgere la Pro Loco?', 'it');
  const { answer } = await ask([note], 'chi deve coinvolgere la Pro Loco?', 'it');
  expect(answer.text).toBe(`${without.answer.text}\nDal centro ${VALVERDE} (27 novembre 2026): Da noi anche la banda.`);
  expect(answer.outcome).toBe('answered');
  expect(answer.citations.map(({ passage }) => passage)).toEqual([
    ...without.answer.citations.map(({ passage }) => passage),
    'note.n1',
  ]);
});

test('a question taken for another topic is answered where a centre answered the same', async () => {
  const note = aNote('A che ora apre lo sportello di Valverde?', { it: 'Il lunedì alle 9.' });
  const { answer } = await ask([note], 'A che ora apre lo sportello di Valverde?', 'it');
  expect(answer.outcome).toBe('answered');
  expect(answer.text).toContain('Il lunedì alle 9.');
});

test.each([
  ['merci beaucoup !', 'fr'],
  ['e poi?', 'it'],
  ['chi coinvolge la Pro Loco?', 'it'],
  ['How much does it cost to advertise on television?', 'en'],
  ['Quanto costa il notaio in provincia di Matera?', 'it'],
] as const)('“%s” is answered as if there were no note', async (text, language) => {
  const without = await ask([], text, language);
  const { answer, missing } = await ask([NOTARY], text, language);
  expect([answer, missing]).toEqual([without.answer, without.missing]);
});

test('the notes of two centres each answer for their own places', async () => {
  const there = { ...NOTARY, id: 'n2', centre: ROCCABELLA, texts: { it: 'A Matera 900 euro.' } };
  const { answer } = await ask([NOTARY, there], 'Quanto costa il notaio in provincia di Matera?', 'it');
  expect(answer.text).toContain(`Dal centro ${ROCCABELLA}`);
});

test('a note that nobody approved, or whose time is over, holds no more', () => {
  expect(holds(NOTARY, NOTARY.at)).toBe(true);
  expect(holds({ ...NOTARY, approvedBy: null }, NOTARY.at)).toBe(false);
  const ending = { ...NOTARY, expires: NOTARY.at + 10 };
  expect([holds(ending, NOTARY.at + 9), holds(ending, NOTARY.at + 10)]).toEqual([true, false]);
});
