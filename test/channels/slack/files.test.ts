import { describe, expect, test } from 'vitest';
import type { FileRef } from '../../../src/domain/file.ts';
import { plainMessage } from '../../../src/domain/message.ts';
import { at, delivery, eventsOf, noFiles, openServer, shownAs, startChannel } from './at-server.ts';

const PHOTO: FileRef = { channel: 'telegram', id: 'AgAC', kind: 'photo', name: 'forno.jpg', bytes: 4 };
const bytes = Buffer.from([1, 2, 3, 4]);
const given = { thread: null, fetch: async () => bytes };

const village = async () => {
  const server = await openServer();
  const maria = await server.user({ name: 'Maria' });
  const desk = await server.channel({ name: 'sportello', members: [maria] });
  const post = await startChannel(server);
  return { server, maria, desk, post, send: post.channel.send };
};

describe('a file that somebody sends', () => {
  test('in private comes in as where it is found again, with the words to it', async () => {
    const { server, maria, post } = await village();
    const said = await maria.direct.share(maria, {
      name: 'forno.png',
      content: 'AAAA',
      encoding: 'base64',
      text: 'è questo',
    });
    await server.settled();
    expect(eventsOf(post.taken)).toEqual([
      {
        kind: 'text',
        text: 'è questo',
        file: { channel: 'slack', id: said.files[0]!.id, kind: 'photo', name: 'forno.png', bytes: 3 },
      },
    ]);
    const [event] = eventsOf(post.taken);
    const fetched = await post.channel.fetchFile!((event as { file: FileRef }).file);
    expect(Buffer.from(fetched).toString('base64')).toBe('AAAA');
  });

  test.each([
    ['nota.m4a', 'audio', 'file'],
    ['statuto.pdf', 'document', 'file'],
    ['senza-nome.xyz', 'document', 'file'],
  ])('without words, %s, is %s that cannot be read', async (name, kind, what) => {
    const { server, maria, post } = await village();
    await maria.direct.share(maria, { name, content: 'x' });
    await server.settled();
    expect(eventsOf(post.taken)).toMatchObject([{ kind: 'unreadable', what, file: { kind, name } }]);
  });

  test('of several the words come once, the others beside them', async () => {
    const { server, maria, post } = await village();
    const files = ['a.pdf', 'b.pdf'].map((name, at) => ({ id: `F${at}`, name, mimetype: 'application/pdf', size: 1 }));
    const voice = { id: 'F9', name: 'voce', mimetype: 'audio/mp4', subtype: 'slack_audio', size: 1 };
    const said = { type: 'message', channel: maria.direct.id, user: maria.id, subtype: 'file_share' };
    await server.event({ ...said, ts: '1712.000100', text: 'ecco', files }, maria.direct);
    await server.event({ ...said, ts: '1712.000200', text: '', files: [voice] }, maria.direct);
    await server.event(
      { ...said, ts: '1712.000300', text: '', files: [{ id: 'F7', mode: 'tombstone' }] },
      maria.direct,
    );
    await server.settled();
    expect(eventsOf(post.taken)).toMatchObject([
      { kind: 'text', text: 'ecco', file: { name: 'a.pdf' } },
      { kind: 'unreadable', what: 'file', beside: true, file: { name: 'b.pdf' } },
      { kind: 'unreadable', what: 'voice', file: { kind: 'voice' } },
      { kind: 'unreadable', what: 'other' },
    ]);
  });

  test('that is too large, gone or not ours to read is not fetched', async () => {
    const { server, maria, post } = await village();
    const large = await maria.direct.share(maria, { name: 'film.bin', content: 'x'.repeat(21 * 1024 * 1024) });
    const ref = (id: string): FileRef => ({ ...PHOTO, channel: 'slack', id });
    await expect(post.channel.fetchFile!(ref(large.files[0]!.id))).rejects.toMatchObject({ code: 'file_too_large' });
    await expect(post.channel.fetchFile!(ref('F0NONE'))).rejects.toMatchObject({ code: 'file_not_found' });
    const small = await maria.direct.share(maria, { name: 'a.txt', content: 'x' });
    await server.setScopes(['files:read', 'users:read']);
    await server.fault({ kind: 'page', status: 200, body: '<html>Sign in</html>' }, { method: 'download' });
    await expect(post.channel.fetchFile!(ref(small.files[0]!.id))).rejects.toMatchObject({ code: 'file_not_found' });
    await server.fault({ kind: 'cut', executed: false }, { method: 'download' });
    const cut = await post.channel.fetchFile!(ref(small.files[0]!.id)).catch((error: unknown) => error);
    expect(cut).toMatchObject({ code: null });
    expect(String(cut)).not.toContain(server.token);
  });
});

describe('a file that is passed on', () => {
  test('stands above its words and buttons, and both go when it is removed', async () => {
    const { server, desk, send } = await village();
    const message = plainMessage('ecco il forno', {
      heading: 'Maria',
      file: PHOTO,
      choices: [[{ id: 'reply', label: 'Rispondi', opens: 'form' }]],
    });
    const shown = shownAs(await send(delivery('post', at(server, desk), message), null, given));
    const [file, words] = await desk.messages();
    expect(file).toMatchObject({ lines: ['[file forno.jpg]'] });
    expect(words?.lines).toEqual(['Maria', 'ecco il forno', '[ Rispondi ]']);
    expect(Buffer.from((await server.file(file!.files[0]!.id)).base64, 'base64')).toEqual(bytes);
    await send(delivery('update', at(server, desk), plainMessage('ecco il forno', { file: PHOTO })), shown, given);
    expect((await desk.messages())[1]?.lines).toEqual(['ecco il forno']);
    await send({ kind: 'remove', address: at(server, desk), key: 'm1' }, shown);
    expect(await desk.messages()).toEqual([]);
    await expect(server.file(file!.files[0]!.id)).rejects.toThrow('file_deleted');
  });

  test('alone, to a person, goes into their direct conversation', async () => {
    const { server, maria, send } = await village();
    const address = at(server, maria);
    const shown = shownAs(await send(delivery('post', address, plainMessage('', { file: PHOTO })), null, given));
    expect((await maria.direct.messages()).map(({ lines }) => lines)).toEqual([['[file forno.jpg]']]);
    await send({ kind: 'remove', address, key: 'm1' }, shown);
    expect(await maria.direct.messages()).toEqual([]);
  });

  test('of our own text is attached as we wrote it', async () => {
    const { server, maria, send } = await village();
    const attachment = { name: 'percorso.txt', text: 'tutto, è qui' };
    await send(delivery('post', at(server, maria), plainMessage('Ecco il percorso.', { attachment })), null);
    const [file, words] = await maria.direct.messages();
    expect(Buffer.from((await server.file(file!.files[0]!.id)).base64, 'base64').toString()).toBe('tutto, è qui');
    expect(words?.lines).toEqual(['Ecco il percorso.']);
  });

  test('and cannot be had any more is named where it would stand', async () => {
    const { server, desk, send } = await village();
    const message = plainMessage('ecco', { file: PHOTO });
    await send(delivery('post', at(server, desk), message), null, noFiles());
    expect((await desk.last())?.lines).toEqual(['ecco', '[forno.jpg]']);
  });

  test('and cannot be had just now waits, words and all', async () => {
    const { server, desk, send } = await village();
    const fetch = () => Promise.reject(Object.assign(new Error('no answer'), { code: null }));
    const message = plainMessage('ecco', { file: PHOTO });
    expect(await send(delivery('post', at(server, desk), message), null, { thread: null, fetch })).toMatchObject({
      kind: 'failed',
    });
    expect(await desk.messages()).toEqual([]);
  });

  test('is shown once, though its words fail the first time, and the answer to it is lost the second', async () => {
    const { server, desk, send } = await village();
    const message = plainMessage('ecco', { file: PHOTO });
    await server.fault({ kind: 'refuse', error: 'internal_error' }, { method: 'chat.postMessage' });
    expect(await send(delivery('post', at(server, desk), message), null, given)).toMatchObject({ kind: 'failed' });
    await server.fault({ kind: 'cut', executed: true }, { method: 'files.completeUploadExternal' });
    expect(await send(delivery('post', at(server, desk), message), null, given)).toMatchObject({ kind: 'failed' });
    await send(delivery('post', at(server, desk), message), null, given);
    expect((await desk.messages()).map(({ lines }) => lines)).toEqual([['[file forno.jpg]'], ['ecco']]);
  });
});
