import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/channels/telegram/outgoing.ts';
import { split } from '../../../src/channels/telegram/split.ts';
import { plainMessage } from '../../../src/domain/message.ts';

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
const sentence = 'Gli abitanti si incontrano in piazza e parlano del forno. ';
const SOURCE = `Dalla guida: ${'piano Cittadini, fase 2, coinvolgere il paese; '.repeat(6)}`.trim();

/** Texts as long as it takes, of words, emoji of many code points, marks and breaks. */
const longText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.lorem({ mode: 'sentences', maxCount: 3 }) },
      { weight: 2, arbitrary: fc.constantFrom('\n\n', '\n', ' ', '. ') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('👩‍👩‍👧‍👦', '🇮🇹', '👍🏽', 'é', 'x'.repeat(5000), '👩‍👩‍👧‍👦'.repeat(600)),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    ),
    { minLength: 1, maxLength: 120 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '');

describe('a long message', () => {
  test('loses nothing, and every part fits', () => {
    fc.assert(
      fc.property(longText, fc.option(fc.string({ minLength: 1, maxLength: 100 })), (text, heading) => {
        const parts = split(plainMessage(text, { heading }));
        expect(withoutSpace(parts.map((part) => part.text).join(''))).toBe(withoutSpace(text));
        for (const part of parts) {
          const { length } = textOf(part).text;
          expect(length).toBeGreaterThan(0);
          expect(length).toBeLessThanOrEqual(4096);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of emoji alone is cut between them', () => {
    const family = '👩‍👩‍👧‍👦';
    const parts = split(plainMessage(family.repeat(1000)));
    expect(parts.length).toBeGreaterThan(1);
    for (const { text } of parts) expect(text.replaceAll(family, '')).toBe('');
  });

  test('of 4,097 units with an emoji at the cut keeps the emoji whole', () => {
    const parts = split(plainMessage(`${'x'.repeat(4095)}🏔`));
    expect(parts.map(({ text }) => text)).toEqual(['x'.repeat(4095), '🏔']);
  });

  test.each([
    ['a paragraph', `${sentence.repeat(50).trim()}\n\n${sentence.repeat(50).trim()}`, 2],
    ['a line', `${sentence.repeat(50).trim()}\n${sentence.repeat(50).trim()}`, 2],
  ])('is cut at %s where there is one', (_, text, count) => {
    const parts = split(plainMessage(text));
    expect(parts).toHaveLength(count);
    expect(new Set(parts.map((part) => part.text)).size).toBe(1);
  });

  test('is cut at a sentence, else at a word', () => {
    expect(split(plainMessage(sentence.repeat(100)))[0]?.text).toMatch(/forno\.$/);
    expect(split(plainMessage('parola '.repeat(1000)))[0]?.text).toMatch(/ parola$/);
  });

  test('keeps the line that tells its source whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
        const parts = split(plainMessage(`${sentence.repeat(count).trim()}\n${SOURCE}`));
        expect(parts.at(-1)?.text.split('\n')).toContain(SOURCE);
      }),
    );
  });

  test('has its heading above the first part, its buttons under the last', () => {
    const choices = [[{ id: 'list', label: 'Lista' }]];
    const parts = split(plainMessage(sentence.repeat(200), { heading: 'Fase 2', choices, asksForWords: true }));
    expect(parts.map(({ heading }) => heading)).toEqual(['Fase 2', null, null]);
    expect(parts.map((part) => part.choices.length)).toEqual([0, 0, 1]);
    expect(parts.map((part) => part.asksForWords)).toEqual([false, false, true]);
  });
});

describe('a message with a file', () => {
  const attachment = { name: 'percorso.txt', text: 'tutto' };

  test('stands below its file where it is short', () => {
    const message = plainMessage('Ecco il percorso.', { attachment });
    expect(split(message)).toEqual([message]);
  });

  test('goes before its file where it is too long for a caption', () => {
    const [words, file, ...more] = split(plainMessage(sentence.repeat(30), { heading: 'Percorso', attachment }));
    expect(more).toEqual([]);
    expect(words).toMatchObject({ heading: 'Percorso', attachment: null });
    expect(file).toMatchObject({ heading: null, text: '', attachment });
  });
});

test('a short message is left as it is', () => {
  const message = plainMessage('Ciao');
  expect(split(message)).toEqual([message]);
});
