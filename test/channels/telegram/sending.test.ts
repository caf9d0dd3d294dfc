import { describe, expect, test } from 'vitest';
import type { Sent } from '../../../src/channel.ts';
import { plainMessage } from '../../../src/domain/message.ts';
import { openChannel, openServer } from './at-server.ts';
import { delivery, onShown } from './deliveries.ts';

/** Maria's group, which the bot is in, and the bot's channel. */
const inGroup = async (options: { bot?: 'administrator'; forum?: boolean } = {}) => {
  const server = await openServer();
  const maria = await server.user({ firstName: 'Maria' });
  const type = options.forum ? 'supergroup' : 'group';
  const group = await server.group({ title: 'Pro Loco', members: [maria], type, ...options });
  const { send, split } = openChannel(server, server.token).channel;
  return { server, maria, group, send, split: split! };
};

const idOf = (sent: Sent): string => {
  if (sent.kind !== 'shown' || sent.as === null) throw new Error(`nothing is shown: ${JSON.stringify(sent)}`);
  return sent.as;
};

describe('a message', () => {
  test('shows what it says as it stands, whatever looks like markup in it, its heading bold, and no preview of links', async () => {
    const { server, group, send } = await inGroup();
    const text = '<b>forno</b> *aperto* [qui](https://example.org) _domani_ & dopo';
    await send(delivery('post', group, plainMessage(text, { heading: 'Piano 🏔 Pro Loco' })), null);
    expect(await group.last()).toMatchObject({
      text: `Piano 🏔 Pro Loco\n\n${text}`,
      entities: expect.arrayContaining([{ type: 'bold', offset: 0, length: 17 }]),
    });
    const [call] = await server.calls({ method: 'sendMessage' });
    expect(call?.payload).toMatchObject({ link_preview_options: { is_disabled: true } });
    expect(call?.payload).not.toHaveProperty('parse_mode');
  });

  test('carries its buttons, row by row', async () => {
    const { group, send } = await inGroup();
    const choices = [
      [
        { id: 'tick=5.2.a', label: '1 fatto' },
        { id: 'why=5.2.a', label: '1 perché?' },
      ],
      [{ id: 'list', label: 'Vedi la lista' }],
    ];
    await send(delivery('post', group, plainMessage('La lista', { choices })), null);
    const keyboard = (await group.last())?.reply_markup?.inline_keyboard ?? [];
    expect(keyboard.map((row) => row.map(({ text, callback_data }) => [text, callback_data]))).toEqual([
      [
        ['1 fatto', 'tick=5.2.a'],
        ['1 perché?', 'why=5.2.a'],
      ],
      [['Vedi la lista', 'list']],
    ]);
  });

  test('with a button of more than 64 bytes is refused here, so that it holds up nothing', async () => {
    const { server, group, send } = await inGroup();
    const button = (id: string) => plainMessage('Lista', { choices: [[{ id, label: 'Fatto' }]] });
    expect(await send(delivery('post', group, button('è'.repeat(32))), null)).toMatchObject({ kind: 'shown' });
    expect(await send(delivery('post', group, button('è'.repeat(33))), null)).toMatchObject({ kind: 'refused' });
    expect(await server.calls({ method: 'sendMessage' })).toHaveLength(1);
  });

  test('that asks for words opens the field to answer in', async () => {
    const { server, group, send } = await inGroup();
    await send(delivery('post', group, plainMessage('Quale passo?', { asksForWords: true })), null);
    const [call] = await server.calls({ method: 'sendMessage' });
    expect(call?.payload.reply_markup).toEqual({ force_reply: true });
  });

  test('with a file brings the file, its words below it', async () => {
    const { server, group, send } = await inGroup();
    const attachment = { name: 'il cammino è lungo.md', text: '# Il cammino\nfatto' };
    await send(delivery('post', group, plainMessage('Ecco', { heading: 'Il cammino', attachment })), null);
    const { document, caption } = (await group.last())!;
    expect([document?.file_name, caption]).toEqual(['il-cammino-e-lungo.md', 'Il cammino\n\nEcco']);
    expect((await server.file(document!.file_id))?.text).toBe(attachment.text);
  });

  test('of any length arrives whole, the buttons under its last part, the file after words too long to stand below it', async () => {
    const { group, send, split } = await inGroup();
    const text = Array.from({ length: 400 }, (_, at) => `Riga ${at}: 👩‍👩‍👧‍👦 parlano del forno.`).join('\n');
    const choices = [[{ id: 'list', label: 'Vedi la lista' }]];
    const long = plainMessage(text, { heading: 'Il diario', choices });
    const withFile = plainMessage('x'.repeat(1500), { attachment: { name: 'diario.md', text: 'tutto' } });
    for (const part of [...split(long), ...split(withFile)])
      expect(await send(delivery('post', group, part), null)).toMatchObject({ kind: 'shown' });
    const shown = await group.botMessages();
    const told = shown.slice(0, -2);
    expect(told.map((message) => message.text).join('\n')).toBe(`Il diario\n\n${text}`);
    expect(told.map((message) => message.reply_markup !== undefined)).toEqual([
      ...told.slice(1).map(() => false),
      true,
    ]);
    expect(shown.at(-1)).toMatchObject({ document: { file_name: 'diario.md' } });
  });
});

describe('a message that is there', () => {
  test('is changed in place', async () => {
    const { group, send } = await inGroup();
    const as = idOf(await send(delivery('post', group, 'Nessun passo'), null));
    const choices = [[{ id: 'list', label: 'Vedi' }]];
    expect(await send(delivery('update', group, plainMessage('Un passo', { choices })), as)).toEqual({
      kind: 'shown',
      as,
    });
    expect(await group.botMessages()).toMatchObject([
      { text: 'Un passo', reply_markup: { inline_keyboard: [[{ text: 'Vedi' }]] } },
    ]);
    await send(delivery('update', group, 'La lista è più in basso.'), as);
    expect((await group.last())?.reply_markup).toBeUndefined();
  });

  test('and already says what it should counts as changed', async () => {
    const { group, send } = await inGroup();
    const as = idOf(await send(delivery('post', group, 'Lista'), null));
    expect(await send(delivery('update', group, 'Lista'), as)).toEqual({ kind: 'shown', as });
  });

  test('but was deleted is sent anew', async () => {
    const { group, send } = await inGroup();
    const as = idOf(await send(delivery('post', group, 'Lista'), null));
    await group.remove({ message_id: Number(as) });
    const anew = idOf(await send(delivery('update', group, 'Lista nuova'), as));
    expect(anew).not.toBe(as);
    expect(await group.botMessages()).toMatchObject([{ message_id: Number(anew), text: 'Lista nuova' }]);
  });

  test('and never was shown is posted by its update', async () => {
    const { group, send } = await inGroup();
    expect(await send(delivery('update', group, 'Lista'), null)).toMatchObject({ kind: 'shown' });
    expect((await group.last())?.text).toBe('Lista');
  });

  test('is removed, and removing it again does no harm', async () => {
    const { group, send } = await inGroup();
    const as = idOf(await send(delivery('post', group, 'Lista'), null));
    for (let time = 0; time < 2; time++)
      expect(await send(onShown('remove', group), as)).toEqual({ kind: 'shown', as: null });
    expect(await group.botMessages()).toEqual([]);
  });

  test.each([
    ['administers the group', { bot: 'administrator' }, 1],
    ['is a plain member', {}, 0],
  ] as const)('is pinned where the bot %s, without a fuss where not', async (_, options, pinned) => {
    const { group, send } = await inGroup(options);
    const as = idOf(await send(delivery('post', group, 'Lista'), null));
    expect(await send(onShown('pin', group), as)).toEqual({ kind: 'shown', as: null });
    expect(await group.pinned()).toHaveLength(pinned);
  });
});

describe('a topic of a group', () => {
  test('is answered in, and in the general one once it is gone', async () => {
    const { maria, group, send } = await inGroup({ forum: true, bot: 'administrator' });
    const topic = await group.openTopic(maria, 'Il forno');
    await send(delivery('post', group, 'qui', topic), null);
    expect(await group.last()).toMatchObject({ text: 'qui', message_thread_id: topic });
    await group.deleteTopic(topic);
    expect(await send(delivery('post', group, 'e adesso?', topic), null)).toMatchObject({ kind: 'shown' });
    expect((await group.last())?.message_thread_id).toBeUndefined();
  });
});
