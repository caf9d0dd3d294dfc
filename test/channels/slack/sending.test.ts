import { beforeEach, describe, expect, test } from 'vitest';
import type { Channel } from '../../../src/channel.ts';
import { plainMessage } from '../../../src/domain/message.ts';
import type { Person, Channel as Place } from '../../support/slack/driver-types.ts';
import type { Slack } from '../../support/slack/server.ts';
import { at, delivery, noFiles, openChannel, openServer, shownAs } from './at-server.ts';

let server: Slack;
let maria: Person;
let group: Place;
let send: Channel['send'];

beforeEach(async () => {
  server = await openServer({ clientIds: true });
  maria = await server.user({ name: 'Maria' });
  group = await server.channel({ name: 'pro-loco', members: [maria] });
  send = openChannel(server).channel.send;
});

describe('a message', () => {
  test('stands as it is written, its heading above it, its buttons below, row by row', async () => {
    const message = plainMessage('Primo.\nSecondo: 2 < 3 & *4*.\n\nTerzo', {
      heading: 'Fase 2',
      choices: [
        [
          { id: 'a', label: 'Sì' },
          { id: 'b', label: 'No' },
        ],
        [{ id: 'c', label: 'Poi' }],
      ],
    });
    await send(delivery('post', at(server, group), message), null);
    const shown = (await group.last())!;
    expect(shown.lines).toEqual(['Fase 2', 'Primo.', 'Secondo: 2 < 3 & *4*.', '', 'Terzo', '[ Sì ] [ No ]', '[ Poi ]']);
    expect(shown.text).toBe('Fase 2\nPrimo.\nSecondo: 2 &lt; 3 &amp; *4*.\n\nTerzo');
    expect(shown.buttons.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
    expect(JSON.stringify(shown.raw.blocks)).toContain('"text":"Fase 2","style":{"bold":true}');
    const [call] = await server.calls({ method: 'chat.postMessage' });
    expect(call?.payload).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  test('to a person goes into their direct conversation, and is found again there', async () => {
    const shown = shownAs(await send(delivery('post', at(server, maria), 'Ciao'), null));
    expect(shown).toBe(`${maria.direct.id}:${(await maria.direct.last())?.ts}`);
    await send(delivery('update', at(server, maria), 'Ciao Maria'), shown);
    expect((await maria.direct.messages()).map(({ lines }) => lines)).toEqual([['Ciao Maria']]);
  });

  test('whose links can be followed shows where they lead', async () => {
    const text = 'Vedi https://example.org/a?b=1 e <https://evil.example|https://comune.it>, http://[ no.';
    await send(delivery('post', at(server, group), text), null);
    const shown = (await group.last())!;
    expect(shown.lines).toEqual([text]);
    const links = JSON.stringify(shown.raw.blocks).match(/"type":"link","url":"[^"]*"(?!,"text")/g);
    expect(links).toEqual([
      '"type":"link","url":"https://example.org/a?b=1"',
      '"type":"link","url":"https://evil.example"',
      '"type":"link","url":"https://comune.it"',
    ]);
  });

  test('in a thread goes into the thread, also when it is an update of what was never shown', async () => {
    const said = await group.say(maria, 'parliamone');
    await send(delivery('post', at(server, group), 'Qui', { thread: said.ts }), null);
    await send(delivery('update', at(server, group), 'E qui', { thread: said.ts, key: 'm2' }), null);
    expect((await group.threadOf(said).botMessages()).map(({ thread, lines }) => [thread, lines])).toEqual([
      [said.ts, ['Qui']],
      [said.ts, ['E qui']],
    ]);
  });

  test('whose thread is gone stands in the channel', async () => {
    expect(await send(delivery('post', at(server, group), 'Qui', { thread: '1.000100' }), null)).toMatchObject({
      kind: 'shown',
    });
    expect((await group.last())?.thread).toBeUndefined();
  });
});

describe('a request’s thread', () => {
  test('begins with its first message, and the next ones go there', async () => {
    const address = at(server, group, 'k3f9');
    const first = await send(delivery('post', address, 'Richiesta'), null, noFiles());
    const root = (await group.last())!;
    expect(first).toEqual({ kind: 'shown', as: `${group.id}:${root.ts}`, thread: root.ts });
    const second = await send(delivery('post', address, 'Maria: grazie'), null, noFiles(root.ts));
    expect(second).not.toHaveProperty('thread');
    expect((await group.last())?.thread).toBe(root.ts);
  });

  test('whose first message was deleted begins anew', async () => {
    const address = at(server, group, 'k3f9');
    const again = await send(delivery('post', address, 'Maria: grazie'), null, noFiles('1.000100'));
    expect(again).toMatchObject({ kind: 'shown', thread: (await group.last())?.ts });
  });
});

describe('a message that is shown', () => {
  test('is changed where it stands, with and without its buttons', async () => {
    const choices = [[{ id: 'a', label: 'Sì' }]];
    const shown = shownAs(await send(delivery('post', at(server, group), plainMessage('Lista', { choices })), null));
    const changed = await send(delivery('update', at(server, group), 'Lista, 1 fatto'), shown);
    expect(changed).toEqual({ kind: 'shown', as: shown });
    expect((await group.messages()).map(({ lines }) => lines)).toEqual([['Lista, 1 fatto']]);
    expect(await send(delivery('update', at(server, group), 'Lista, 1 fatto'), shown)).toEqual(changed);
  });

  test('but was deleted is sent anew', async () => {
    const shown = shownAs(await send(delivery('post', at(server, group), 'Lista'), null));
    await group.remove((await group.last())!);
    const anew = shownAs(await send(delivery('update', at(server, group), 'Lista, 1 fatto'), shown));
    expect(anew).not.toBe(shown);
    expect((await group.messages()).map(({ lines }) => lines)).toEqual([['Lista, 1 fatto']]);
  });

  test('is removed, and once more without harm', async () => {
    const shown = shownAs(await send(delivery('post', at(server, group), 'Lista'), null));
    const remove = { kind: 'remove', address: at(server, group), key: 'm1' } as const;
    const gone = { kind: 'shown', as: null };
    expect(await send(remove, shown)).toEqual(gone);
    expect(await send(remove, shown)).toEqual(gone);
    expect(await send(remove, null)).toEqual(gone);
    expect(await group.messages()).toEqual([]);
  });

  test('that cannot be pinned stays where it is', async () => {
    const shown = shownAs(await send(delivery('post', at(server, group), 'Lista'), null));
    const pin = { kind: 'pin', address: at(server, group), key: 'm1' } as const;
    expect(await send(pin, shown)).toEqual({ kind: 'shown', as: null });
    expect(await send(pin, null)).toEqual({ kind: 'shown', as: null });
    expect((await server.calls({ method: 'pins.add' }))[0]?.payload).toMatchObject({ channel: group.id });
    expect((await group.last())?.lines).toEqual(['Lista']);
  });

  test('though its answer was lost, stands there once, where Slack heeds our ids', async () => {
    await server.fault({ kind: 'cut', executed: true }, { method: 'chat.postMessage' });
    const post = delivery('post', at(server, group), 'Una volta sola');
    expect(await send(post, null)).toMatchObject({ kind: 'failed' });
    expect(shownAs(await send(post, null))).toBe(`${group.id}:${(await group.last())?.ts}`);
    expect(await group.messages()).toHaveLength(1);
  });

  test.each(['duplicate_message_not_found', 'duplicate_channel_not_found', 'invalid_arg_name'])(
    'though Slack says of its id %s, stands there once, and once more tried too',
    async (error) => {
      const post = delivery('post', at(server, group), 'Una volta sola');
      await server.fault({ kind: 'refuse', error }, { method: 'chat.postMessage' });
      await server.fault({ kind: 'cut', executed: true }, { method: 'chat.postMessage' });
      expect(await send(post, null)).toMatchObject({ kind: 'failed' });
      await server.fault({ kind: 'refuse', error }, { method: 'chat.postMessage' });
      expect(shownAs(await send(post, null))).toBe(`${group.id}:${(await group.last())?.ts}`);
      expect(await group.messages()).toHaveLength(1);
    },
  );

  test('where Slack takes no id of ours at all, is posted without', async () => {
    await server.fault({ kind: 'refuse', error: 'invalid_arg_name' }, { method: 'chat.postMessage', times: 2 });
    expect(await send(delivery('post', at(server, group), 'Ecco'), null)).toMatchObject({ kind: 'shown' });
    const calls = await server.calls({ method: 'chat.postMessage' });
    expect(calls.map(({ payload }) => 'client_msg_id' in payload)).toEqual([true, true, false]);
  });

  test('that Slack takes without telling where it stands is not sent again', async () => {
    await server.fault({ kind: 'page', status: 200, body: '{"ok":true}' }, { method: 'chat.postMessage' });
    expect(await send(delivery('post', at(server, group), 'Ecco'), null)).toEqual({ kind: 'shown', as: null });
  });

  test('and removed can be shown again under the same key', async () => {
    const post = delivery('post', at(server, group), 'Di nuovo');
    await send({ kind: 'remove', address: at(server, group), key: 'm1' }, shownAs(await send(post, null)));
    await send(post, null);
    expect((await group.messages()).map(({ lines }) => lines)).toEqual([['Di nuovo']]);
  });
});

test('one’s own page shows what it is given, and is put in the place of the last one', async () => {
  const home = (text: string) =>
    ({
      kind: 'home',
      address: at(server, maria),
      key: 'home',
      message: plainMessage(text, { heading: 'I miei gruppi' }),
    }) as const;
  expect(await send(home('Pro Loco, fase 2'), null)).toEqual({ kind: 'shown', as: null });
  await send(home('Pro Loco, fase 3'), null);
  expect((await maria.home())?.lines).toEqual(['I miei gruppi', 'Pro Loco, fase 3']);
});
