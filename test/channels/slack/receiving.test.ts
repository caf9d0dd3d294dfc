import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { letTimePass, openServer, startChannel, startOverHttp, wordsOf } from './at-server.ts';

const WAYS = [
  ['a socket', startChannel],
  ['HTTP', startOverHttp],
] as const;

describe.each(WAYS)('what comes in over %s', (_, start) => {
  test('is acknowledged to Slack only when it is kept for good', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    let kept = (): void => {};
    const keeping = new Promise<void>((resolve) => (kept = resolve));
    const { taken } = await start(server, { keep: () => keeping });
    await maria.say('ci siete?');
    await sleep(300);
    expect([(await server.status()).pending, taken.length]).toEqual([1, 0]);
    kept();
    await server.settled();
    expect([wordsOf(taken), (await server.status()).givenUp]).toEqual([['ci siete?'], 0]);
  });

  test('and cannot be kept comes again, and is told once and without its words', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    let refusals = 2;
    const { taken, lines } = await start(server, {
      keep: async () => {
        refusals -= 1;
        if (refusals >= 0) throw Object.assign(new Error('no room for "un segreto"'), { code: 'SQLITE_FULL' });
      },
    });
    await maria.say('un segreto');
    await letTimePass(server, () => taken.length > 0);
    expect(wordsOf(taken)).toEqual(['un segreto']);
    expect(lines).toEqual([
      'what came in from Slack cannot be kept (SQLITE_FULL): Slack is not told that it arrived, and sends it again',
      'what comes in from Slack is kept again',
    ]);
  });

  test('and takes longer to keep than Slack waits comes again, and is kept once', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    let first = true;
    const { taken, again } = await start(server, {
      keep: async () => {
        if (first) await sleep(3400);
        first = false;
      },
    });
    await maria.say('con calma');
    await vi.waitFor(() => expect(again()).toBe(1), { timeout: 9000, interval: 50 });
    await server.settled();
    expect(wordsOf(taken)).toEqual(['con calma']);
  }, 15_000);

  test('three times, together, late and out of order, is one', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    const { taken, again } = await start(server);
    await server.hold();
    await maria.say('uno');
    await maria.say('due');
    await server.release('last');
    await server.settled();
    for (const { id } of await server.deliveries('message')) {
      await Promise.all([server.again(id), server.again(id)]);
    }
    await server.settled();
    expect(wordsOf(taken).toSorted()).toEqual(['due', 'uno']);
    expect(again()).toBe(4);
  });

  test('while the program was ended before it was kept comes to the next start', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    const first = await start(server, { keep: () => new Promise(() => {}) });
    await maria.say('non perdermi');
    await sleep(200);
    await first.stop();
    const second = await start(server);
    await letTimePass(server, () => second.taken.length > 0);
    expect(wordsOf(second.taken)).toEqual(['non perdermi']);
    expect(first.taken).toEqual([]);
  }, 15_000);
});
