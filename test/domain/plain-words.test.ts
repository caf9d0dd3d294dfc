import { describe, expect, test } from 'vitest';
import { plainWords, shownLink } from '../../src/domain/plain-words.ts';

describe('words that somebody sends on', () => {
  test.each([
    ['Vedi [https://comune.it](https://evil.example).', 'Vedi https://comune.it (https://evil.example).'],
    ['Vedi [il bando](https://regione.it/bando "Bando").', 'Vedi il bando (https://regione.it/bando).'],
    ['[regione.it](https://regione.it/)', 'regione.it'],
    ['[scrivici](mailto:a@example.org)', 'scrivici (a@example.org)'],
    ['<a class="x" href="https://evil.example">comune.it</a>', 'comune.it (https://evil.example)'],
    ['<A HREF=https://evil.example>comune.it</A >', 'comune.it (https://evil.example)'],
    ['<https://evil.example|https://comune.it>', 'https://comune.it (https://evil.example)'],
    ['<https://comune.it|comune.it>', 'comune.it'],
    ['Ciao [\u200b](https://evil.example/pixel) Maria', 'Ciao  Maria'],
  ])('"%s" shows where its links lead: "%s"', (text, plain) => {
    expect(plainWords(text)).toBe(plain);
  });

  test.each([
    ['Costa 1.200 euro. ![](https://evil.example/p.gif?u=42)', 'Costa 1.200 euro.'],
    ['![logo](https://evil.example/l.png "Logo")\nBuongiorno.', 'Buongiorno.'],
    ['[![logo](https://evil.example/l.png)](https://comune.it) Buongiorno', 'Buongiorno'],
    ['Uno\n![logo][1]\ndue', 'Uno\n\ndue'],
    ['Ciao<img src="https://evil.example/p.gif" width=1 height=1>!', 'Ciao!'],
    ['<iframe src="https://evil.example"></iframe>Ciao', 'Ciao'],
  ])('"%s" fetches nothing from anywhere: "%s"', (text, plain) => {
    expect(plainWords(text)).toBe(plain);
  });

  test.each([
    'Costa 1.200 euro [circa] (da noi).',
    'Art. 5[1](vedi sotto nel testo)',
    '  2 < 3 e 5 > 4 ; a <b> c\n\n- uno  \n- due',
    'https://regione.it/bando?a=1&b=[2]',
    'Attenzione![1] Scrivi a <a@example.org>',
    '![',
  ])('"%s" has nothing of that and stays as it is', (text) => {
    expect(plainWords(text)).toBe(text);
  });

  test('of the worst kind are read at once', () => {
    const began = performance.now();
    for (const one of ['![', '[', '<a ', '<img ', '[a](', '<https://a|', '<a href='])
      expect(plainWords(one.repeat(20_000)).length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

test('a link of which nothing is seen is none', () => {
  expect([shownLink('https://evil.example', ' \u2060\n'), shownLink('https://a.example', '')]).toEqual(['', '']);
});
