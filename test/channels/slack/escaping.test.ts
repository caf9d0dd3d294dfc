import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { split } from '../../../src/channels/slack/split.ts';
import { plainMessage } from '../../../src/domain/message.ts';
import { at, delivery, openChannel, openServer, shownAs } from './at-server.ts';

const CALLS = [
  '<!channel>',
  '<!here>',
  '<!everyone|tutti>',
  '<!subteam^S0SINDACI1>',
  '&lt;!here&gt;',
  '&amp;lt;!channel&amp;gt;',
  '@everyone',
  '@channel',
  '@here',
  '<#C0CASA0001>',
  '<https://evil.example|https://comune.it>',
  '*grassetto* _corsivo_ ~no~ `codice`',
  '> citato',
  ':rotating_light:',
  '\u0000\u0007',
  '\ud800',
  '\u202eotseuq',
];

describe('whatever somebody writes', () => {
  test('calls nobody, is shown as it stands, and is never refused', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    const group = await server.channel({ name: 'pro-loco', members: [maria] });
    const { send } = openChannel(server).channel;
    const mention = `<@${maria.id}>`;
    const piece = fc.oneof(
      fc.constantFrom(...CALLS, mention, `@${maria.handle}`, `<@${server.bot.id}>`),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.option(text), text, async (words, heading, label) => {
        const message = plainMessage(words, { heading, choices: [[{ id: 'a', label }]] });
        await send(delivery('post', at(server, group), message), null);
        const first = shownAs(await send(delivery('post', at(server, group), label, { key: 'm2' }), null));
        await send(delivery('update', at(server, group), plainMessage(label, { heading: words })), first);
      }),
      { numRuns: 1000 },
    );
    const calls = await server.calls();
    expect(calls.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(calls).toHaveLength(3000);
    expect((await group.messages()).filter(({ called }) => called.length > 0)).toEqual([]);
  }, 120_000);

  test.each(CALLS.slice(0, 13))('%s is read as just that', async (words) => {
    const server = await openServer();
    const group = await server.channel({ name: 'pro-loco', members: [] });
    const { send } = openChannel(server).channel;
    await send(delivery('post', at(server, group), `Maria scrive: ${words}`), null);
    const shown = (await group.last())!;
    const [sent] = await server.calls({ method: 'chat.postMessage' });
    expect(shown.lines.map((line) => line.replaceAll('\u2060', ''))).toEqual([`Maria scrive: ${words}`]);
    expect(shown.called).toEqual([]);
    expect(sent?.payload.text).not.toMatch(/[<>]/);
  });

  test('and however long, it is cut, not refused', async () => {
    const server = await openServer();
    const group = await server.channel({ name: 'pro-loco', members: [] });
    const { send } = openChannel(server).channel;
    for (const text of ['<&>'.repeat(6000), '&'.repeat(14_000), `${'<!channel> '.repeat(3000)}`]) {
      for (const part of split(plainMessage(text))) {
        const shown = shownAs(await send(delivery('post', at(server, group), part), null));
        await send(delivery('update', at(server, group), part), shown);
      }
    }
    expect((await server.calls()).filter(({ error }) => error !== undefined)).toEqual([]);
  });
});
