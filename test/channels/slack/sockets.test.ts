import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { letTimePass, openChannel, openServer, startChannel, wordsOf } from './at-server.ts';

const SOON = { timeout: 9000, interval: 20 };

const begin = async () => {
  const server = await openServer();
  const maria = await server.user({ name: 'Maria' });
  const post = await startChannel(server);
  return { server, maria, post };
};

const openOnes = async (server: Awaited<ReturnType<typeof openServer>>) =>
  (await server.sockets()).filter(({ leaving }) => !leaving);

describe('a socket', () => {
  test.each(['warning', 'refresh_requested'] as const)(
    'that is told to end (%s) has another beside it at once, and nothing that was said meanwhile is lost',
    async (reason) => {
      const { server, maria, post } = await begin();
      await maria.say('prima');
      await server.disconnect(reason);
      const began = performance.now();
      await vi.waitFor(async () => expect(await openOnes(server)).toMatchObject([{ id: 2 }]), SOON);
      expect(performance.now() - began).toBeLessThan(2000);
      await maria.say('dopo');
      await server.settled();
      expect(wordsOf(post.taken)).toEqual(['prima', 'dopo']);
      expect(post.lines).toEqual([]);
      await vi.waitFor(async () => expect(await server.sockets()).toHaveLength(1), SOON);
    },
  );

  test('that is warned lets what was begun be acknowledged on it', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    const post = await startChannel(server, { keep: () => sleep(400) });
    await maria.say('sto scrivendo');
    await sleep(100);
    await server.disconnect('warning');
    await server.settled();
    const [told] = await server.deliveries('message');
    expect(told?.attempts.map(({ outcome }) => outcome)).toEqual(['acknowledged']);
    expect(wordsOf(post.taken)).toEqual(['sto scrivendo']);
  });

  test('that is cut without a word is opened again', async () => {
    const { server, maria, post } = await begin();
    await server.cutSockets();
    await vi.waitFor(async () => expect(await openOnes(server)).toMatchObject([{ id: 2 }]), SOON);
    await maria.say('eccomi');
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['eccomi']);
  });

  test('that falls silent is noticed, and what was said into it comes over the next one', async () => {
    const { server, maria, post } = await begin();
    await server.silence();
    await maria.say('mi sentite?');
    await vi.waitFor(async () => expect(await openOnes(server)).toContainEqual(expect.objectContaining({ id: 2 })), {
      timeout: 20_000,
      interval: 50,
    });
    await letTimePass(server, () => post.taken.length > 0);
    expect(wordsOf(post.taken)).toEqual(['mi sentite?']);
  }, 35_000);

  test('whose acknowledgement was lost on its way brings the same thing again: it is kept once', async () => {
    const { server, maria, post } = await begin();
    await server.loseAcks(1);
    await maria.say('una volta');
    await letTimePass(server, () => post.again() > 0);
    expect(wordsOf(post.taken)).toEqual(['una volta']);
  });

  test.each([
    '',
    'null',
    '[]',
    '{"type":"events_api"}',
    '{"type":"events_api","envelope_id":"x"}',
    '{"envelope_id":7}',
    '{',
  ])('that brings what is no envelope (%s) goes on', async (data) => {
    const { server, maria, post } = await begin();
    await server.babble(data);
    await maria.say('eccomi');
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['eccomi']);
    expect(await server.sockets()).toMatchObject([{ id: 1 }]);
  });
});

describe('one socket too many', () => {
  test('is told to the operator, and opened once there is room', async () => {
    const server = await openServer();
    const maria = await server.user({ name: 'Maria' });
    const others = Array.from({ length: 10 }, () => openChannel(server));
    for (const other of others) await other.start();
    await vi.waitFor(async () => expect(await server.sockets()).toHaveLength(10), SOON);
    const post = openChannel(server);
    await post.start();
    await vi.waitFor(() => expect(post.lines).toEqual(['Slack: Socket Mode: too_many_websockets; trying again']), SOON);
    await Promise.all(others.map(({ stop }) => stop()));
    await vi.waitFor(() => expect(post.lines.at(-1)).toBe('Slack answers again'), SOON);
    await maria.say('c’è posto');
    await server.settled();
    expect(wordsOf(post.taken)).toEqual(['c’è posto']);
  }, 20_000);
});

test('where Socket Mode is switched off again and again, it is tried at a calm pace', async () => {
  const { server } = await begin();
  for (const end = performance.now() + 2500; performance.now() < end; await sleep(10))
    await server.disconnect('link_disabled');
  expect((await server.calls({ method: 'apps.connections.open' })).length).toBeLessThan(8);
});
