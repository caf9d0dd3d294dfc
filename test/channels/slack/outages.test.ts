import { describe, expect, test, vi } from 'vitest';
import { at, delivery, openChannel, openServer, startChannel, wordsOf } from './at-server.ts';

const SOON = { timeout: 9000, interval: 20 };

describe('while Slack is out of order', () => {
  test('the start does not fail: it begins when Slack is back', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    await server.down();
    const post = openChannel(server);
    await post.start();
    expect(post.lines).toEqual(['Slack could not be reached (ECONNREFUSED); trying again']);
    await server.up();
    await vi.waitFor(async () => expect(await server.sockets()).toHaveLength(1), SOON);
    await maria.say('eccomi');
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['eccomi']);
    expect(post.lines.at(-1)).toBe('Slack answers again');
  });

  test('in the middle of the work, what is to be sent waits, and what comes in is heard afterwards', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    const post = await startChannel(server);
    await server.down();
    const message = delivery('post', at(server, maria), 'Ciao');
    expect(await post.channel.send(message, null)).toEqual({
      kind: 'failed',
      because: 'Slack could not be reached (ECONNREFUSED)',
    });
    await vi.waitFor(() => expect(post.lines.length).toBeGreaterThan(0), SOON);
    await server.up();
    await vi.waitFor(async () => expect(await server.sockets()).toHaveLength(1), SOON);
    await maria.say('eccomi');
    await server.settled();
    expect(await post.channel.send(message, null)).toMatchObject({ kind: 'shown' });
    expect(wordsOf(post.taken)).toEqual(['eccomi']);
    expect(post.lines).toEqual(['Slack could not be reached (ECONNREFUSED); trying again', 'Slack answers again']);
  });

  test.each([
    ['a page of HTML', { kind: 'page', status: 502, body: '<html>' }],
    ['nothing', { kind: 'page', status: 200, body: '' }],
    ['its own trouble', { kind: 'refuse', error: 'internal_error' }],
    ['a wait', { kind: 'retry-after', seconds: 1 }],
  ] as const)('and answers a socket with %s, it is tried again', async (_, fault) => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    await server.fault(fault, { method: 'apps.connections.open', times: 2 });
    const post = openChannel(server);
    await post.start();
    await vi.waitFor(async () => expect(await server.sockets()).toHaveLength(1), SOON);
    await maria.say('eccomi');
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['eccomi']);
    expect(post.lines).toEqual([expect.stringMatching(/; trying again$/), 'Slack answers again']);
  });
});

describe('a token that Slack does not know', () => {
  test('ends the start with what to do, and stands in no word of it', async () => {
    const server = await openServer();
    const post = openChannel(server, { token: 'xoxb-not-the-token-of-this-app' });
    const failure = await post.start().catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'configuration',
      message: 'Slack refuses the token of the bot',
      remedy: expect.stringMatching(/OAuth & Permissions.*SLACK_BOT_TOKEN/),
    });
    expect(`${post.lines.join()}${JSON.stringify(failure)}${(failure as Error).stack}`).not.toContain('not-the-token');
  });

  test('of the app is told with what to do, and nothing is lost of what goes out', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    const post = openChannel(server, { way: { kind: 'socket', appToken: 'xapp-not-the-token-of-this-app' } });
    await post.start();
    await vi.waitFor(() => expect(post.lines.length).toBe(1), SOON);
    expect(post.lines[0]).toMatch(/^Slack refuses the token of the app: .*connections:write.*SLACK_APP_TOKEN/);
    expect(await post.channel.send(delivery('post', at(server, maria), 'Ciao'), null)).toMatchObject({ kind: 'shown' });
  });
});

test('whatever goes wrong, no token, no secret and no word of anybody is printed or told', async () => {
  const server = await openServer();
  const maria = await server.user({ name: 'Maria' });
  const printed: string[] = [];
  const spies = [
    ...(['debug', 'info', 'log', 'warn', 'error'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...all) => void printed.push(all.join(' '))),
    ),
    vi.spyOn(process.stderr, 'write').mockImplementation((piece) => Boolean(printed.push(String(piece)))),
    vi.spyOn(process.stdout, 'write').mockImplementation((piece) => Boolean(printed.push(String(piece)))),
  ];
  try {
    const refuse = async () => {
      throw new Error('no room for "SEGRETO-DI-MARIA"');
    };
    const post = await startChannel(server, { keep: refuse });
    await maria.say('SEGRETO-DI-MARIA');
    for (const fault of [
      { kind: 'page', status: 502, body: 'SEGRETO-DI-MARIA' },
      { kind: 'page', status: 200, body: 'SEGRETO-DI-MARIA' },
      { kind: 'cut', executed: false },
      { kind: 'refuse', error: 'invalid_auth' },
      { kind: 'retry-after', seconds: 1 },
      { kind: 'refuse', error: 'SEGRETO-DI-MARIA' },
    ] as const) {
      await server.fault(fault);
      const sent = await post.channel.send(delivery('post', at(server, maria), 'SEGRETO-DI-MARIA'), null);
      post.lines.push(JSON.stringify(sent));
    }
    await server.babble('SEGRETO-DI-MARIA');
    await server.cutSockets();
    await server.down();
    post.lines.push(
      JSON.stringify(await post.channel.send(delivery('post', at(server, maria), 'SEGRETO-DI-MARIA'), null)),
    );
    await post.stop();
    const told = [...printed, ...post.lines].join('\n');
    expect(post.lines.length).toBeGreaterThan(7);
    expect(told).not.toMatch(/xoxb|xapp|strict-server-for-tests|SEGRETO/);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
});
