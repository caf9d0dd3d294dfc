import { beforeEach, expect, test, vi } from 'vitest';
import { plainMessage } from '../../../src/domain/message.ts';
import type { Person, Talk } from '../../support/telegram/driver-types.ts';
import type { BotApi } from '../../support/telegram/server.ts';
import { eventsOf, openServer, type Post, startChannel } from './at-server.ts';
import { delivery } from './deliveries.ts';

let server: BotApi;
let maria: Person;
let group: Talk;
let post: Post;

beforeEach(async () => {
  server = await openServer();
  maria = await server.user({ firstName: 'Maria' });
  group = await server.group({ title: 'Pro Loco', members: [maria] });
  post = await startChannel(server);
});

/** The list with one button. */
const list = async () => {
  const choices = [[{ id: 'tick=5.2.listen', label: '1 fatto' }]];
  await post.channel.send(delivery('post', group, plainMessage('Lista', { choices })), null);
  return (await group.last())!;
};

const ticketOf = (): string => {
  const [event] = eventsOf(post.taken);
  if (event?.kind !== 'press') throw new Error('no press was taken');
  return event.ticket;
};

test('a press says what its button carries, and a note answers it', async () => {
  const press = await group.press(maria, await list(), '1 fatto');
  await server.settled();
  expect(post.taken[0]?.incoming).toMatchObject({
    address: `telegram:${group.id}`,
    from: { name: 'Maria', admin: null },
    event: { kind: 'press', choice: 'tick=5.2.listen' },
  });
  post.channel.answerPress!(ticketOf(), 'Segnato come fatto: 1.');
  expect(await press.answer()).toEqual({ text: 'Segnato come fatto: 1.', alert: false });
});

test('a note too long for a button is cut, not lost', async () => {
  const press = await group.press(maria, await list(), '1 fatto');
  await server.settled();
  post.channel.answerPress!(ticketOf(), 'x'.repeat(300));
  expect((await press.answer()).text).toBe('x'.repeat(200));
});

test('a press under a message that Telegram no longer shows is heard all the same', async () => {
  const message = await list();
  await group.remove(message);
  await group.press(maria, message, 'tick=5.2.listen', { stale: true });
  await server.settled();
  expect(post.taken[0]?.incoming).toMatchObject({
    address: `telegram:${group.id}`,
    place: 'group',
    event: { kind: 'press', choice: 'tick=5.2.listen' },
  });
});

test('a press where no conversation is stops waiting, and nothing else comes of it', async () => {
  const press = await maria.pressInline('tick=5.2.listen');
  expect(await press.answer()).toEqual({ text: '', alert: false });
  expect(post.taken).toEqual([]);
});

test('an answer that comes too late troubles nobody', async () => {
  await group.press(maria, await list(), '1 fatto');
  await server.settled();
  await server.advance(60_000);
  post.channel.answerPress!(ticketOf(), 'tardi');
  await vi.waitFor(async () =>
    expect(await server.calls({ method: 'answerCallbackQuery' })).toMatchObject([{ status: 400 }]),
  );
  expect(post.lines).toEqual([]);
});
