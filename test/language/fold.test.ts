import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, wordsOf } from '../../src/language/fold.ts';

test('words are the same with and without accents, capitals and dots', () => {
  expect(wordsOf('Perché il G.A.L. è LÌ?')).toEqual(wordsOf('perche il gal e li'));
  expect(wordsOf('la Pro Loco')).toEqual(wordsOf('la proloco'));
  expect(wordsOf('pro-loco e business plan')).toEqual(['proloco', 'e', 'businessplan']);
});

test('what a message hides is taken out and its words stay', () => {
  expect(clean('  dove\u0000 tro\u200bviamo\u202e\ti\nsoldi ')).toBe('dove troviamo i soldi');
  expect(clean('\ud800 ciao \udc00')).toBe('ciao');
  expect(clean(`z${'\u0301'.repeat(50)}algo`).length).toBeLessThan(8);
});

test('whatever comes in, a clean text has no control, bidi mark, lone surrogate or double space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const cleaned = clean(text);
      expect(cleaned).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]| {2}|\p{Surrogate}/u);
      expect(clean(cleaned)).toBe(cleaned);
    }),
  );
});
