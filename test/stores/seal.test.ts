import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BrokenSeal, createKey, createSeal, KEY_BYTES } from '../../src/stores/seal.ts';

const key = (fill: number) => createKey(Buffer.alloc(KEY_BYTES, fill));

test('every text comes back as it was, and tells nothing sealed', () => {
  const { seal, open } = createSeal([key(1)]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = seal(text);
      expect(open(sealed).toString()).toBe(text);
      if (text.length > 3) expect(sealed).not.toContain(text);
    }),
  );
});

test('the same text is never sealed twice into the same, however many are', () => {
  const { seal } = createSeal([key(1)]);
  expect(new Set(Array.from({ length: 5000 }, () => seal('ciao'))).size).toBe(5000);
});

test('a sealed text begins with the name of its key, which tells nothing of the key', () => {
  const first = createSeal([key(1)]);
  expect(first.seal('ciao').startsWith(first.mark)).toBe(true);
  expect(createSeal([key(2)]).mark).not.toBe(first.mark);
  expect(Buffer.alloc(KEY_BYTES, 1).toString('base64')).not.toContain(first.mark.slice(0, 5));
});

test('what was sealed with the old key is opened by it, what is new is sealed with the first', () => {
  const old = createSeal([key(1)]);
  const both = createSeal([key(2), key(1)]);
  expect(both.open(old.seal('ciao')).toString()).toBe('ciao');
  expect(
    createSeal([key(2)])
      .open(both.seal('ciao'))
      .toString(),
  ).toBe('ciao');
  expect(() => old.open(both.seal('ciao'))).toThrow(BrokenSeal);
});

test('what was changed, cut or made up does not open', () => {
  const { seal, open } = createSeal([key(1)]);
  const bytes = Buffer.from(seal('ci vediamo al forno'), 'base64');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(() => open(changed.toString('base64'))).toThrow(BrokenSeal);
    expect(() => open(bytes.subarray(0, at).toString('base64'))).toThrow(BrokenSeal);
  }
});
