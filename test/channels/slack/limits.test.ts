import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, fallbackOf, MOST_SHOWN } from '../../../src/channels/slack/outgoing.ts';
import { split } from '../../../src/channels/slack/split.ts';
import type { Choice } from '../../../src/domain/answer.ts';
import { plainMessage } from '../../../src/domain/message.ts';
import { charactersIn, overLimits } from '../../support/slack/blocks/limits.ts';
import { misshapenBlocks } from '../../support/slack/blocks/shape.ts';
import { at, delivery, openChannel, openServer } from './at-server.ts';

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
const sentence = 'Gli abitanti si incontrano in piazza e parlano del forno. ';
const SOURCE = `Dalla guida: ${'piano Cittadini, fase 2, coinvolgere il paese; '.repeat(6)}`.trim();

const longText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.lorem({ mode: 'sentences', maxCount: 9 }) },
      { weight: 2, arbitrary: fc.constantFrom('\n\n', '\n', ' ', '. ') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('👩‍👩‍👧‍👦', '🇮🇹', 'x'.repeat(14_000), '👩‍👩‍👧‍👦'.repeat(1500), 'à'.repeat(2500)),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    ),
    { minLength: 1, maxLength: 120 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '');

const buttons = fc.array(
  fc.array(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 30 }),
      label: fc.string({ unit: 'grapheme', maxLength: 120 }),
    }),
    {
      minLength: 1,
      maxLength: 30,
    },
  ),
  { maxLength: 60 },
);

describe('a long message', () => {
  test('loses no word, and every part is one that Slack takes', () => {
    fc.assert(
      fc.property(
        longText,
        fc.option(fc.string({ minLength: 1, maxLength: 100 })),
        buttons,
        (text, heading, choices) => {
          const parts = split(plainMessage(text, { heading, choices: choices.slice(0, 12) }));
          expect(withoutSpace(parts.map((part) => part.text).join(''))).toBe(withoutSpace(text));
          for (const part of parts) {
            const blocks = blocksOf(part);
            expect([...misshapenBlocks(blocks, ''), ...overLimits(blocks, blocks, 50, '')]).toEqual([]);
            expect(fallbackOf(part).length).toBeLessThanOrEqual(4000);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('of 14,000 characters, without buttons and with a list of them, stays below what Slack shows in one', () => {
    const choices: Choice[][] = Array.from({ length: 25 }, (_, at) => [
      { id: `tick=${at}`, label: `${at} `.padEnd(60, 'x') },
    ]);
    for (const message of [plainMessage(sentence.repeat(250)), plainMessage(sentence.repeat(250), { choices })]) {
      const parts = split(message);
      expect(parts.length).toBeGreaterThan(1);
      for (const part of parts) expect(charactersIn(blocksOf(part))).toBeLessThanOrEqual(MOST_SHOWN);
    }
  });

  test('is cut at a paragraph where there is one', () => {
    const half = sentence.repeat(150).trim();
    expect(split(plainMessage(`${half}\n\n${half}`)).map(({ text }) => text)).toEqual([half, half]);
  });

  test('keeps the line that tells its source whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 450 }), (count) => {
        const parts = split(plainMessage(`${sentence.repeat(count).trim()}\n${SOURCE}`));
        expect(parts.at(-1)?.text.split('\n')).toContain(SOURCE);
      }),
    );
  });

  test('has its heading above the first part, its buttons and file under the last', () => {
    const choices = [[{ id: 'list', label: 'Lista' }]];
    const attachment = { name: 'a.txt', text: 'a' };
    const parts = split(plainMessage(sentence.repeat(500), { heading: 'Fase 2', choices, attachment }));
    expect(parts.map(({ heading }) => heading)).toEqual(['Fase 2', null, null]);
    expect(parts.map((part) => part.choices.length)).toEqual([0, 0, 1]);
    expect(parts.map((part) => part.attachment)).toEqual([null, null, attachment]);
  });

  test('that is short is left as it is', () => {
    const message = plainMessage('Ciao');
    expect(split(message)).toEqual([message]);
  });
});

describe('a list', () => {
  test('with more buttons than Slack has blocks keeps them all, in order', () => {
    const choices = Array.from({ length: 100 }, (_, number) => [{ id: `tick=${number}`, label: `${number} fatto` }]);
    const blocks = blocksOf(plainMessage('Lista', { choices }));
    expect(overLimits(blocks, blocks, 50, '')).toEqual([]);
    const values = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(values.map((one) => 'value' in one && one.value)).toEqual(choices.flat().map(({ id }) => id));
  });

  test('whose button carries too much is refused and told', async () => {
    const server = await openServer();
    const group = await server.channel({ name: 'pro-loco', members: [] });
    const { send } = openChannel(server).channel;
    for (const id of ['', 'x'.repeat(2001)]) {
      const message = plainMessage('Lista', { choices: [[{ id, label: 'Sì' }]] });
      expect(await send(delivery('post', at(server, group), message), null)).toMatchObject({ kind: 'refused' });
    }
    expect(await server.calls({ method: 'chat.postMessage' })).toEqual([]);
  });
});
