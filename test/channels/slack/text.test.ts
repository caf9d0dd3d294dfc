import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emojiIn, escaped, plainText, withoutMention } from '../../../src/channels/slack/text.ts';
import { calledIn, normalise } from '../../support/slack/text.ts';

const glossary = {
  nameOf: (id: string) => (id === 'U1' ? 'Maria' : null),
  emoji: new Map([
    ['wave', '👋'],
    ['parrot', ''],
  ]),
};

describe('what a person typed', () => {
  test.each([
    ['ciao <@U1>, ci sei?', 'ciao @Maria, ci sei?'],
    ['ciao <@U2|paolo>', 'ciao @paolo'],
    ['ciao <@U3>', 'ciao @U3'],
    ['vedi <#C1|forno>', 'vedi #forno'],
    ['<!here> <!channel> <!subteam^S1|@sindaci>', '@here @channel @sindaci'],
    ['entro <!date^1712^{date}|il 3 aprile>', 'entro il 3 aprile'],
    ['<https://example.org/a?b=1&amp;c=2>', 'https://example.org/a?b=1&c=2'],
    ['<http://example.org|example.org>', 'example.org'],
    ['<https://evil.example|https://comune.it>', 'https://comune.it (https://evil.example)'],
    ['<mailto:a@example.org|a@example.org>', 'a@example.org'],
    ['2 &lt; 3 &amp;&amp; 4 &gt; 3', '2 < 3 && 4 > 3'],
    ['&amp;lt;', '&lt;'],
    ['<3 il forno', '<3 il forno'],
    ['ciao :wave: :parrot: alle 10:30:45', 'ciao 👋  alle 10:30:45'],
  ])('"%s" is read as "%s"', (text, read) => {
    expect(plainText(text, glossary)).toBe(read);
  });

  test('of its emoji the rich text knows the signs, the text only the names', () => {
    const blocks = [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'emoji', name: 'flag-it', unicode: '1f1ee-1f1f9' },
              { type: 'emoji', name: 'ours' },
              { type: 'emoji', name: 'odd', unicode: 'ffffff' },
            ],
          },
        ],
      },
    ];
    expect([...emojiIn(blocks)]).toEqual([
      ['flag-it', '🇮🇹'],
      ['ours', ''],
      ['odd', ''],
    ]);
  });

  test.each([
    ['<@UBOT> ciao', 'ciao', true],
    ['<@UBOT>: a che punto', 'a che punto', true],
    ['ciao <@UBOT|campanile>, dimmi', 'ciao dimmi', true],
    ['ciao <@UBOTTO>', 'ciao <@UBOTTO>', false],
  ])('"%s" without our name is "%s"', (text, rest, mentioned) => {
    expect(withoutMention(text, 'UBOT')).toEqual({ text: rest, mentioned });
  });
});

test('what is escaped reads the same when it comes back, and calls nobody', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('<!channel>', '<@U1>', '<#C1>', '&lt;!here&gt;', '<https://a.example|b>', '&amp;', '<', '>'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces
        .join('')
        .replace(/https?:/g, 'ftp:')
        .trim();
      const sent = normalise(escaped(text));
      expect(calledIn(sent)).toEqual([]);
      expect(plainText(sent, { nameOf: () => null, emoji: new Map() })).toBe(text);
    }),
    { numRuns: 1000 },
  );
});
