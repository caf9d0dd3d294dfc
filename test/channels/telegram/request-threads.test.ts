import { beforeEach, describe, expect, test } from 'vitest';
import type { Sending, Sent } from '../../../src/channel.ts';
import type { Delivery, Message } from '../../../src/domain/message.ts';
import { plainMessage } from '../../../src/domain/message.ts';
import type { Person, Talk } from '../../support/telegram/driver-types.ts';
import type { BotApi } from '../../support/telegram/server.ts';
import { openChannel, openServer, type Post } from './at-server.ts';

let server: BotApi;
let lucia: Person;

beforeEach(async () => {
  server = await openServer();
  lucia = await server.user({ firstName: 'Lucia' });
});

type How = { readonly kind?: 'post' | 'update'; readonly as?: string };

type Desk = {
  readonly staff: Talk;
  readonly lines: Post['lines'];
  /** One attempt at a delivery, with the thread that is known. */
  readonly once: (what: string | Message, how?: How) => Promise<Sent>;
  /** Tries as often as it takes, and remembers the thread, as the sender does; gives the message's id. */
  readonly send: (what: string | Message, how?: How) => Promise<string>;
  /** Closes the thread or opens it again. */
  readonly set: (kind: 'close' | 'reopen') => Promise<Sent>;
};

const openDesk = async (
  options: { forum?: boolean; bot?: 'administrator' | 'member'; topics?: boolean; type?: 'group' | 'supergroup' } = {},
): Promise<Desk> => {
  const { forum = true, bot = 'administrator', type = 'supergroup', ...rest } = options;
  const staff = await server.group({ title: 'Sportello', type, forum, members: [lucia], bot, ...rest });
  const { channel, lines } = openChannel(server, server.token);
  const address = `telegram:${staff.id}#k3f9`;
  let thread: string | null = null;
  const deliver = (delivery: Delivery, as: string | null): Promise<Sent> => {
    const sending: Sending = { thread, fetch: () => Promise.reject(new Error('no file')) };
    return channel.send(delivery, as, sending);
  };
  const once: Desk['once'] = (what, { kind = 'post', as } = {}) => {
    const message = typeof what === 'string' ? plainMessage(what) : what;
    return deliver({ kind, address, key: 'm1', message }, as ?? null);
  };
  const send: Desk['send'] = async (what, how) => {
    for (let tries = 0; tries < 5; tries++) {
      const sent = await once(what, how);
      if ('thread' in sent && sent.thread !== undefined) thread = sent.thread;
      if (sent.kind === 'shown') return sent.as!;
      if (sent.kind !== 'opened') throw new Error(`not sent: ${JSON.stringify(sent)}`);
    }
    throw new Error('it was opened again and again');
  };
  return { staff, lines, once, send, set: (kind) => deliver({ kind, address, key: 'm1' }, null) };
};

const card = plainMessage('Quanti soci servono?', { heading: 'Maria: quanti soci servono?' });

describe('a request at a staff group with topics', () => {
  test('has a topic named by its heading, and all that follows stands in it', async () => {
    const { staff, send } = await openDesk();
    await send(card);
    await send('E un’altra cosa.');
    const [topic, ...more] = await staff.topics();
    expect([topic?.name, more]).toEqual(['Maria: quanti soci servono?', []]);
    expect(await staff.transcript(topic!.id)).toBe(
      [
        '– Campanile opened the topic Maria: quanti soci servono? –',
        'Campanile:\n  Maria: quanti soci servono?\n\n  Quanti soci servono?',
        'Campanile:\n  E un’altra cosa.',
      ].join('\n\n'),
    );
  });

  test.each([
    ['a heading as long as a chapter', { heading: `${'🏔'.repeat(70)} fine`, text: 'x' }, '🏔'.repeat(64)],
    ['no heading', { heading: null, text: 'Quanti soci\n\nservono?' }, 'Quanti soci servono?'],
    ['no words at all', { heading: null, text: '', file: 'bando.pdf' }, 'bando.pdf'],
  ])('with %s has a topic all the same', async (_, { heading, text, ...rest }, name) => {
    const { staff, once } = await openDesk();
    const file = 'file' in rest ? { channel: 'slack', id: 'F1', kind: 'document' as const, name, bytes: 1 } : null;
    expect(await once(plainMessage(text, { heading, file }))).toMatchObject({ kind: 'opened' });
    expect(await staff.topics()).toMatchObject([{ name }]);
  });

  test('opens one topic, however often its first message must wait', async () => {
    const { staff, once, send } = await openDesk();
    await server.fault({ kind: 'retry-after', seconds: 3 }, { method: 'createForumTopic' });
    expect(await once(card)).toMatchObject({ kind: 'wait', milliseconds: 3000 });
    await server.fault({ kind: 'retry-after', seconds: 3 }, { method: 'sendMessage' });
    await expect(send(card)).rejects.toThrow('wait');
    await send(card);
    expect(await staff.topics()).toHaveLength(1);
    expect(await staff.botMessages()).toHaveLength(1);
  });

  test('a deleted topic is opened anew and the answer arrives', async () => {
    const { staff, send } = await openDesk();
    const as = await send(card);
    await staff.deleteTopic((await staff.topics())[0]!.id);
    await send(plainMessage('Servono in tre?', { heading: 'Maria ha scritto' }));
    expect(await staff.topics()).toMatchObject([{ name: 'Maria ha scritto' }]);
    await staff.deleteTopic((await staff.topics())[0]!.id);
    await send(card, { kind: 'update', as });
    expect(await staff.topics()).toMatchObject([{ name: card.heading }]);
    expect((await staff.last())?.text).toContain('Quanti soci servono?');
  });

  test('is closed and opened again, however often that is tried', async () => {
    const { staff, send, set } = await openDesk();
    await send(card);
    const [topic] = await staff.topics();
    for (const [to, closed] of [
      ['close', true],
      ['close', true],
      ['reopen', false],
      ['reopen', false],
    ] as const) {
      expect(await set(to)).toEqual({ kind: 'shown', as: null });
      expect(await staff.topics()).toEqual([{ ...topic, closed }]);
    }
    expect(await staff.transcript(topic!.id)).toMatch(/closed the topic –\n\n– Campanile opened the topic again –$/);
  });

  test('must wait to be closed where Telegram says so', async () => {
    const { send, set } = await openDesk();
    await send(card);
    await server.fault({ kind: 'retry-after', seconds: 3 }, { method: 'closeForumTopic' });
    expect(await set('close')).toMatchObject({ kind: 'wait', milliseconds: 3000 });
    await server.fault({ kind: 'page', status: 502 }, { method: 'closeForumTopic' });
    expect(await set('close')).toMatchObject({ kind: 'failed' });
    expect(await set('close')).toEqual({ kind: 'shown', as: null });
  });

  test('takes what still comes once it is closed, and stays closed', async () => {
    const { staff, send, set } = await openDesk();
    await send(card);
    await set('close');
    await send('Chi ha chiesto dice se è servito: sì.');
    const [topic] = await staff.topics();
    expect([topic?.closed, (await staff.last())?.message_thread_id]).toEqual([true, topic!.id]);
  });

  test('a closed topic is opened again where it takes nothing else, and the answer arrives in it', async () => {
    const { staff, send } = await openDesk();
    await send(card);
    const [topic] = await staff.topics();
    await staff.closeTopic(lucia, topic!.id);
    await staff.setBotStatus(lucia, 'administrator', { topics: false });
    await send('Ci siete?');
    expect(await staff.topics()).toEqual([{ ...topic, closed: false }]);
    expect(await staff.last()).toMatchObject({ text: 'Ci siete?', message_thread_id: topic!.id });
  });

  test('that is gone, or that it may not close, stays as it is, and nobody is troubled', async () => {
    const { staff, send, set, lines } = await openDesk();
    await send(card);
    const description = 'Bad Request: not enough rights to close or open the topic';
    await server.fault({ kind: 'refuse', code: 400, description }, { method: 'closeForumTopic' });
    expect(await set('close')).toEqual({ kind: 'shown', as: null });
    expect(await staff.topics()).toMatchObject([{ closed: false }]);
    await staff.deleteTopic((await staff.topics())[0]!.id);
    expect([await set('close'), await set('reopen')]).toEqual([
      { kind: 'shown', as: null },
      { kind: 'shown', as: null },
    ]);
    expect([await staff.topics(), lines]).toEqual([[], []]);
  });

  test('a closed topic that it may not open again is left, and the answer stands beside it', async () => {
    const { staff, send } = await openDesk();
    await send(card);
    const [topic] = await staff.topics();
    await staff.closeTopic(lucia, topic!.id);
    await staff.setBotStatus(lucia, 'administrator', { topics: false });
    const description = 'Bad Request: not enough rights to close or open the topic';
    await server.fault({ kind: 'refuse', code: 400, description }, { method: 'reopenForumTopic' });
    await send('Ci siete?');
    expect(await staff.topics()).toMatchObject([{ closed: true }]);
    expect((await staff.last())?.text).toBe('Ci siete?');
    expect((await staff.last())?.message_thread_id).not.toBe(topic!.id);
  });

  test('its messages are changed where they stand, and taken away; where none was shown yet no topic is opened for that', async () => {
    const { staff, send, once } = await openDesk();
    const { channel } = openChannel(server, server.token);
    const remove = (as: string | null) =>
      channel.send({ kind: 'remove', address: `telegram:${staff.id}#k3f9`, key: 'm1' }, as, {
        thread: null,
        fetch: () => Promise.reject(new Error('no file')),
      });
    await remove(null);
    expect(await staff.topics()).toEqual([]);
    const as = await send(card);
    expect(await once({ ...card, text: 'Presa da Lucia' }, { kind: 'update', as })).toEqual({ kind: 'shown', as });
    expect((await staff.last())?.text).toContain('Presa da Lucia');
    await remove(as);
    expect(await staff.botMessages()).toEqual([]);
  });
});

describe('a staff group without topics', () => {
  test.each([
    ['is no forum', { forum: false }],
    ['is a small group', { forum: false, type: 'group' }],
    ['lets the bot manage none', { topics: false }],
    ['did not make the bot an administrator', { bot: 'member' }],
  ] as const)(
    'that %s has its requests below each other; the operator is told once what to set',
    async (_, options) => {
      const { staff, lines, send } = await openDesk(options);
      const first = await send(card);
      await send('E un’altra cosa.');
      const [begun, answer] = await staff.botMessages();
      expect(String(begun?.message_id)).toBe(first);
      expect(answer).toMatchObject({ text: 'E un’altra cosa.', reply_to_message: { message_id: Number(first) } });
      expect(lines).toEqual([expect.stringContaining('turn topics on in its settings')]);
    },
  );

  test('whose first message is gone begins anew, so that nothing is lost', async () => {
    const { staff, send, lines } = await openDesk({ forum: false });
    const first = await send(card);
    await staff.remove({ message_id: Number(first) });
    const next = await send('Ci siete?');
    await send('Ci siete ancora?');
    expect(await staff.last()).toMatchObject({ reply_to_message: { message_id: Number(next) } });
    expect(lines).toHaveLength(1);
  });

  test('has nothing to close', async () => {
    const { send, set, lines } = await openDesk({ forum: false });
    expect(await set('close')).toEqual({ kind: 'shown', as: null });
    await send(card);
    const before = (await server.calls()).length;
    expect(await set('close')).toEqual({ kind: 'shown', as: null });
    expect([(await server.calls()).length, lines.length]).toEqual([before, 1]);
  });

  test('that becomes a supergroup goes on there', async () => {
    const { staff, send, once } = await openDesk({ forum: false, type: 'group' });
    await send(card);
    const fresh = await staff.migrate('silent');
    expect(await once('Ci siete?')).toEqual({ kind: 'moved', to: `telegram:${fresh.id}#k3f9` });
  });
});

test.each([true, false])('a staff group that threw the bot out is gone (with topics: %s)', async (forum) => {
  const { staff, send, once } = await openDesk({ forum });
  const other = await openDesk({ forum });
  await other.staff.setBotStatus(lucia, 'kicked');
  expect(await other.once(card)).toMatchObject({ kind: 'gone' });
  const as = await send(card);
  await staff.setBotStatus(lucia, 'left');
  expect(await once('Ci siete?')).toMatchObject({ kind: 'gone' });
  expect(await once(card, { kind: 'update', as })).toMatchObject({ kind: 'gone' });
});

test('how many read in a group is told without the bot; in private, or where Telegram does not tell, nothing is', async () => {
  const { staff } = await openDesk();
  const { channel } = openChannel(server, server.token);
  const readers = (id: number | string) => channel.readersOf!(`telegram:${id}`);
  expect([await readers(staff.id), await readers(`${staff.id}#k3f9`), await readers(lucia.id)]).toEqual([1, 1, null]);
  await staff.setBotStatus(lucia, 'kicked');
  expect(await readers(staff.id)).toBeNull();
  expect(await channel.isMember!(`telegram:${staff.id}#k3f9`, String(lucia.id))).toBe(false);
});
