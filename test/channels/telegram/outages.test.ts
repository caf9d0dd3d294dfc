import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from 'grammy';
import { describe, expect, test, vi } from 'vitest';
import { openChannel, openServer, startChannel, wordsOf } from './at-server.ts';

const SOON = { timeout: 5000, interval: 10 };

describe('while Telegram is out of order', () => {
  test.each([
    ['answers with a page of HTML', { kind: 'page', status: 502 }],
    ['cuts the connection', { kind: 'cut', executed: false }],
    ['answers nothing', { kind: 'page', status: 200, body: '' }],
  ] as const)('and %s, it is tried again, told once, and its end is told too', async (_, fault) => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    await server.fault(fault, { method: 'getUpdates', times: 2 });
    const { taken, lines } = await startChannel(server);
    await maria.say('eccomi');
    await vi.waitFor(() => expect(wordsOf(taken)).toEqual(['eccomi']), SOON);
    expect(lines).toEqual([
      expect.stringMatching(/^Telegram could not be reached.*; trying again$/),
      'Telegram answers again',
    ]);
    expect(lines.join()).not.toContain(server.token);
  });

  test('a wait that it asks for is obeyed', async () => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    await server.fault({ kind: 'retry-after', seconds: 1 }, { method: 'getUpdates' });
    const began = performance.now();
    const { taken } = await startChannel(server);
    await maria.say('eccomi');
    await vi.waitFor(() => expect(taken).toHaveLength(1), SOON);
    expect(performance.now() - began).toBeGreaterThan(950);
  });

  test('at the start, the start does not fail: it begins when Telegram is back', async () => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    await server.fault({ kind: 'cut', executed: false }, { times: 4 });
    const { taken, lines } = await startChannel(server);
    await maria.say('eccomi');
    await vi.waitFor(() => expect(taken).toHaveLength(1), SOON);
    expect(lines.join()).not.toContain(server.token);
  });
});

describe('another program with the same token', () => {
  test('is told, and given way to, and outlived', async () => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    const { taken, lines } = await startChannel(server);
    await sleep(50);
    // The other one polls too: the older poll is ended with 409, by turns.
    const other = new Api(server.token, { apiRoot: server.root });
    for (let time = 0; time < 3; time++) await other.getUpdates({ timeout: 1 }).catch(() => {});
    await maria.say('chi mi sente?');
    await vi.waitFor(() => expect(wordsOf(taken)).toEqual(['chi mi sente?']), SOON);
    expect(lines).toContain('another program receives the messages of this bot (409): stop it; trying again');
    expect(lines.at(-1)).toBe('Telegram answers again');
    const polls = await server.calls({ method: 'getUpdates' });
    expect(polls.filter(({ status }) => status === 409).length).toBeGreaterThan(0);
    // It backs off: it does not fight for the place.
    expect(polls.length).toBeLessThan(20);
  });

  test('that set a webhook loses it', async () => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    await new Api(server.token, { apiRoot: server.root }).setWebhook('https://example.org/bot');
    const { taken, lines } = await startChannel(server);
    await maria.say('eccomi');
    await server.settled();
    expect(wordsOf(taken)).toEqual(['eccomi']);
    expect(lines).toEqual(['a webhook was set for this bot; it is removed, for its messages come by polling']);
  });
});

describe('another program that sets a webhook while this one runs', () => {
  test('loses it, which is told once, and nothing that was said meanwhile is lost', async () => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    const { taken, lines } = await startChannel(server);
    await maria.say('prima');
    await server.settled();
    await new Api(server.token, { apiRoot: server.root }).setWebhook('https://example.org/bot');
    await maria.say('dopo');
    await vi.waitFor(() => expect(wordsOf(taken)).toEqual(['prima', 'dopo']), SOON);
    expect(lines).toEqual([
      expect.stringMatching(/^another program set a webhook.*stop that/),
      'Telegram answers again',
    ]);
  });
});

describe('a token that Telegram does not know', () => {
  test('ends the start with what to do, and stands in no word of it', async () => {
    const server = await openServer();
    const wrong = '123456:AAnotTheTokenOfThisBot';
    const { start, lines } = openChannel(server, wrong);
    const failure = await start().catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'configuration',
      message: 'Telegram refuses the token of the bot',
      remedy: expect.stringMatching(/@BotFather.*TELEGRAM_BOT_TOKEN/),
    });
    expect(`${lines.join()}${JSON.stringify(failure)}${(failure as Error).stack}`).not.toContain('AAnotTheToken');
  });

  test('any more is told with what to do; what is said meanwhile is not lost', async () => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    await server.fault({ kind: 'refuse', code: 401, description: 'Unauthorized' }, { method: 'getUpdates', times: 2 });
    const { taken, lines } = await startChannel(server);
    await maria.say('eccomi');
    await vi.waitFor(() => expect(wordsOf(taken)).toEqual(['eccomi']), SOON);
    expect(lines[0]).toMatch(/^Telegram refuses the token of the bot: .* @BotFather/);
  });
});
