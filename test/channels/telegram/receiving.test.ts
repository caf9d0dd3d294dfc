import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { openServer, startChannel, wordsOf } from './at-server.ts';

const SOON = { timeout: 5000, interval: 10 };

describe('what comes in', () => {
  test('is confirmed to Telegram only when it is kept for good', async () => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    let kept = (): void => {};
    const keeping = new Promise<void>((resolve) => (kept = resolve));
    const { taken } = await startChannel(server, () => keeping);
    await maria.say('ci siete?');
    await sleep(300);
    expect([(await server.status()).waiting, taken.length]).toEqual([1, 0]);
    kept();
    await server.settled();
    expect(wordsOf(taken)).toEqual(['ci siete?']);
  });

  test('and cannot be kept stays at Telegram, is tried again, and is told once and without its words', async () => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    let refusals = 2;
    const { taken, lines } = await startChannel(server, async () => {
      refusals -= 1;
      if (refusals >= 0) throw Object.assign(new Error('no room for "un segreto"'), { code: 'SQLITE_FULL' });
    });
    await maria.say('un segreto');
    await server.settled();
    expect(wordsOf(taken)).toEqual(['un segreto']);
    expect(lines).toEqual([
      'what came in from Telegram cannot be kept (SQLITE_FULL): it stays there; trying again',
      'what comes in from Telegram is kept again',
    ]);
  });

  test('and was never kept is fetched again by the next start, what was kept is not', async () => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    const first = await startChannel(server, async (items) => {
      if (wordsOf(items).includes('due')) throw new Error('the disk is full');
    });
    await maria.say('uno');
    await server.settled();
    await maria.say('due');
    await vi.waitFor(() => expect(first.lines.join()).toContain('cannot be kept'), SOON);
    await first.stop();
    const second = await startChannel(server);
    await server.settled();
    expect([wordsOf(first.taken), wordsOf(second.taken)]).toEqual([['uno'], ['due']]);
  });

  test('in a heap after an outage comes in whole and in order', async () => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    const said = Array.from({ length: 250 }, (_, at) => `riga ${at}`);
    for (const line of said) await maria.say(line);
    const { taken } = await startChannel(server);
    await server.settled();
    expect(wordsOf(taken)).toEqual(said);
  });

  test('is heard also when Telegram begins to count lower after a quiet week', async () => {
    const server = await openServer({ firstUpdateId: 900_000_000 });
    const maria = await server.user({ firstName: 'Maria' });
    const { taken } = await startChannel(server);
    await maria.say('prima delle ferie');
    await server.settled();
    await server.setNextUpdateId(17);
    await maria.say('dopo le ferie');
    await server.settled();
    expect(wordsOf(taken)).toEqual(['prima delle ferie', 'dopo le ferie']);
  });

  test('twice, because the confirmation was lost, carries the same id twice', async () => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria' });
    const { taken } = await startChannel(server);
    await maria.say('una volta');
    await server.settled();
    await server.rewind(0);
    await vi.waitFor(() => expect(taken).toHaveLength(2), SOON);
    expect(taken[1]).toEqual(taken[0]);
  });
});
