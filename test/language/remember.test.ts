import { expect, test } from 'vitest';
import { rememberLast } from '../../src/language/remember.ts';

test('a text is worked out once while it is among the last ones, and again when others came between', () => {
  const worked: string[] = [];
  const lengthOf = rememberLast(2, (text) => {
    worked.push(text);
    return text.length;
  });
  expect([lengthOf('uno'), lengthOf('due'), lengthOf('uno')]).toEqual([3, 3, 3]);
  expect(worked).toEqual(['uno', 'due']);
  lengthOf('quattro');
  expect([lengthOf('due'), lengthOf('uno')]).toEqual([3, 3]);
  expect(worked).toEqual(['uno', 'due', 'quattro', 'uno']);
});
