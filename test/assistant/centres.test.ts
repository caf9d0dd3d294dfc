import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { centresFor } from '../../src/assistant/centres.ts';
import { readCentres } from '../../src/centres/centres-file.ts';
import { newConversation } from '../../src/domain/conversation.ts';
import type { Language } from '../../src/domain/language.ts';
import { openTestApp } from '../support/app.ts';

const EXAMPLE = fileURLToPath(new URL('../../centres.example.yaml', import.meta.url));
const centres = readCentres(EXAMPLE, 'Europe/Rome');
const app = await openTestApp({ CENTRES_FILE: EXAMPLE });
await app.prepare();

const ask = async (text: string, language: Language) =>
  (await app.assistant.reply(text, newConversation(language))).answer;

describe('who can I call?', () => {
  test.each([
    ['posso parlare con una persona vera?', 'it', 'Lo dice il centro, non la guida.'],
    ['je voudrais parler à quelqu’un', 'fr', "C'est le centre qui le dit, pas le guide."],
    ['can I talk to a real person?', 'en', "This is the centre's word, not the guide's."],
  ] as const)(
    '“%s” is told the centre’s number and its walk-in hours, marked as the centre’s',
    async (text, language, marked) => {
      const { outcome, text: told, citations } = await ask(text, language);
      expect(outcome).toBe('person');
      expect(told).toContain('Sportello cooperative di Valverde');
      expect(told).toContain('+39 0971 000 000');
      expect(told).toContain('9:00–12:30, 15:00–17:00');
      expect(told).toContain(marked);
      expect(citations).toEqual([]);
    },
  );

  test('a number that is asked for is told beside what the guide does not say', async () => {
    const { outcome, text } = await ask('mi dai un numero di telefono?', 'it');
    expect(outcome).toBe('not_covered');
    expect(text).toContain('+39 0971 000 000');
  });
});

test.each([
  ['siamo di Valverde', 'Valverde'],
  ['abito in provincia di Matera', 'Roccabella'],
  ['75012', 'Roccabella'],
  ['85010', 'Valverde'],
  ['abito a Matera, vicino a Valverde', 'Valverde'],
  ['altrove', 'Valverde'],
])('“%s” leads to the centre of the narrowest place it names, else to the default one', (message, name) => {
  expect(centresFor(centres, message).map((centre) => centre.name)).toEqual([`Sportello cooperative di ${name}`]);
});

test('where none is the default and no place is named, all are offered', () => {
  const without = centres.map((centre) => ({ ...centre, isDefault: false }));
  expect(centresFor(without, 'chi posso chiamare?')).toHaveLength(2);
});
