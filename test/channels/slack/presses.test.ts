import { describe, expect, test, vi } from 'vitest';
import type { Choice } from '../../../src/domain/answer.ts';
import { plainMessage } from '../../../src/domain/message.ts';
import { at, delivery, eventsOf, openServer, type Post, startChannel, startOverHttp } from './at-server.ts';

const list = (...choices: Choice[]) => plainMessage('La lista', { choices: [choices] });
const TICK: Choice = { id: 'tick=5.2.listen', label: '1 fatto' };

const village = async (start = startChannel) => {
  const server = await openServer();
  const maria = await server.user({ name: 'Maria', locale: 'it-IT' });
  const group = await server.channel({ name: 'pro-loco', members: [maria] });
  const post: Post = await start(server, { desks: [] });
  await post.channel.send(delivery('post', at(server, group), list(TICK)), null);
  return { server, maria, group, post, message: (await group.last())! };
};

const ticketOf = ({ taken }: Post): string => {
  const press = eventsOf(taken).find((event) => event.kind === 'press');
  if (press?.kind !== 'press') throw new Error('no press was taken');
  return press.ticket;
};

describe('a button', () => {
  test.each([
    ['a socket', startChannel],
    ['HTTP', startOverHttp],
  ] as const)('says what it carries, over %s, and a note answers who pressed it alone', async (_, start) => {
    const { server, maria, group, post, message } = await village(start);
    const act = await group.press(maria, message, '1 fatto');
    expect((await act.outcome()).state).toBe('acknowledged');
    expect(post.taken[0]?.incoming).toMatchObject({
      address: at(server, group),
      place: 'group',
      title: 'pro-loco',
      from: { name: 'Maria', admin: null },
      event: { kind: 'press', choice: 'tick=5.2.listen' },
    });
    expect(post.taken[0]?.incoming).not.toHaveProperty('thread');
    post.channel.answerPress!(ticketOf(post), 'Segnato <1> & fatto');
    expect((await maria.ephemeral()).lines).toEqual(['Segnato <1> & fatto']);
  });

  test('pressed once and told twice is one press', async () => {
    const { server, maria, group, post, message } = await village();
    const act = await group.press(maria, message, '1 fatto');
    await act.outcome();
    await server.again(act.delivery);
    await server.settled();
    expect([post.taken.length, post.again()]).toEqual([1, 1]);
  });

  test('pressed twice is two presses: what it carries is set, not turned round', async () => {
    const { server, maria, group, post, message } = await village();
    await group.press(maria, message, '1 fatto');
    await group.press(maria, message, '1 fatto');
    await server.settled();
    expect(post.taken).toHaveLength(2);
  });

  test('in a thread answers in the thread; a press in private belongs to the person', async () => {
    const { server, maria, group, post, message } = await village();
    await post.channel.send(delivery('post', at(server, group), list(TICK), { thread: message.ts }), null);
    await post.channel.send(delivery('post', at(server, maria), list(TICK)), null);
    await group.press(maria, (await group.last())!, '1 fatto');
    await server.settled();
    await maria.direct.press(maria, (await maria.direct.last())!, '1 fatto');
    await server.settled();
    expect(post.taken.map(({ incoming: { address, place, thread } }) => [address, place, thread])).toEqual([
      [at(server, group), 'group', message.ts],
      [at(server, maria), 'private', undefined],
    ]);
    post.channel.answerPress!(ticketOf(post), 'Segnato');
    expect((await maria.ephemeral()).raw.thread_ts).toBe(message.ts);
  });

  test('on one’s own page belongs to the person; there is no place for a note', async () => {
    const { server, maria, post } = await village();
    await post.channel.send({ kind: 'home', address: at(server, maria), key: 'h', message: list(TICK) }, null);
    await maria.pressHome('1 fatto');
    await server.settled();
    expect(post.taken[0]?.incoming).toMatchObject({
      address: at(server, maria),
      place: 'private',
      event: { kind: 'press', choice: 'tick=5.2.listen' },
    });
    post.channel.answerPress!(ticketOf(post), 'Segnato');
    await server.settled();
    expect(await server.calls({ method: 'chat.postEphemeral' })).toEqual([]);
  });

  test('under a request’s card at a desk is of its thread, before anybody answered there', async () => {
    const server = await openServer();
    const lucia = await server.user({ name: 'Lucia' });
    const desk = await server.channel({ name: 'sportello', members: [lucia] });
    const post = await startChannel(server, { desks: [at(server, desk)] });
    await post.channel.send(delivery('post', at(server, desk, 'k3f9'), list({ id: 'take', label: 'Prendo io' })), null);
    const card = (await desk.last())!;
    await desk.press(lucia, card, 'Prendo io');
    await desk.threadOf(card).say(lucia, 'guardo io');
    await desk.press(lucia, card, 'Prendo io');
    await server.settled();
    // A button names its request, words the thread that they stand in.
    const [address, request] = [at(server, desk), at(server, desk, 'k3f9')];
    expect(post.taken.map(({ incoming }) => [incoming.address, incoming.thread])).toEqual([
      [request, undefined],
      [address, card.ts],
      [request, undefined],
    ]);
  });

  test('whose note comes too late, or finds nobody, troubles nobody', async () => {
    const { server, maria, group, post, message } = await village();
    await group.press(maria, message, '1 fatto');
    await server.settled();
    await group.leave(maria);
    post.channel.answerPress!(ticketOf(post), 'Segnato');
    post.channel.answerPress!(ticketOf(post), null);
    await vi.waitFor(async () =>
      expect(await server.calls({ method: 'chat.postEphemeral' })).toMatchObject([{ error: 'user_not_in_channel' }]),
    );
    expect(post.lines).toEqual([]);
  });
});
