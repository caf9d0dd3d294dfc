import { beforeEach, describe, expect, test } from 'vitest';
import type { Sending, Sent } from '../../../src/channel.ts';
import type { FileRef } from '../../../src/domain/file.ts';
import { type Message, plainMessage } from '../../../src/domain/message.ts';
import type { Person } from '../../support/telegram/driver-types.ts';
import type { Message as Shown } from '../../support/telegram/message.ts';
import { SAMPLES } from '../../support/telegram/samples.ts';
import type { BotApi } from '../../support/telegram/server.ts';
import { openChannel, openServer, startChannel } from './at-server.ts';
import { delivery } from './deliveries.ts';

let server: BotApi;
let maria: Person;
let luca: Person;

beforeEach(async () => {
  server = await openServer();
  maria = await server.user({ firstName: 'Maria' });
  luca = await server.user({ firstName: 'Luca' });
});

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');

/** What Maria sends, as the assistant is told of it. */
const told = async (fields: Partial<Shown>): Promise<FileRef> => {
  const post = await startChannel(server);
  await maria.send(fields);
  await server.settled();
  const event = post.taken[0]?.incoming.event;
  await post.stop();
  if (!event || !('file' in event) || !event.file) throw new Error('no file was told');
  return event.file;
};

const nothing: Sending['fetch'] = () => Promise.reject(new Error('nothing was to be fetched'));

/** Sends Luca a message; files of other channels are fetched so. */
const toLuca = (message: Message, fetch = nothing, as: string | null = null): Promise<Sent> =>
  openChannel(server, server.token).channel.send(delivery(as ? 'update' : 'post', luca, message), as, {
    thread: null,
    fetch,
  });

const withFile = (file: FileRef, text = 'Ecco il forno.') => plainMessage(text, { heading: 'Lucia, del centro', file });

const fromSlack = (rest: Partial<FileRef> = {}): FileRef => ({
  channel: 'slack',
  id: 'F1',
  kind: 'document',
  name: 'bando 2026 è qui.pdf',
  bytes: 5,
  ...rest,
});

const failing =
  (code: string | number | null | undefined): Sending['fetch'] =>
  () =>
    Promise.reject(Object.assign(new Error('no'), { code }));

describe('what a person sends', () => {
  test.each([
    ['a photo, in its largest size', SAMPLES.photo, { id: 'photo-id', kind: 'photo', name: 'photo.jpg' }],
    ['a document', SAMPLES.document, { id: 'document-id', kind: 'document', name: 'bando.pdf' }],
    ['a voice note', SAMPLES.voice, { id: 'voice-id', kind: 'voice', name: 'voice.ogg' }],
    ['a video', SAMPLES.video, { id: 'video-id', kind: 'video', name: 'forno.mp4' }],
    ['a round video', SAMPLES.videoNote, { id: 'note-id', kind: 'video', name: 'video.mp4' }],
    ['a piece of music', SAMPLES.audio, { id: 'audio-id', kind: 'audio', name: 'riunione.mp3' }],
  ] as const)('%s, comes in as what finds it again', async (_, fields, file) => {
    expect(await told(fields)).toEqual({ channel: 'telegram', bytes: 1000, ...file });
  });

  test('with words below it comes in with them', async () => {
    const post = await startChannel(server);
    await maria.send({ ...SAMPLES.photo, caption: 'È questo?' });
    await server.settled();
    expect(post.taken[0]?.incoming.event).toMatchObject({ kind: 'text', text: 'È questo?', file: { id: 'photo-id' } });
  });

  test('may be called anything: its name is one line and keeps its ending', async () => {
    const file_name = `../\u202e\n${'lungo '.repeat(40)}.pdf`;
    const { name } = await told({ document: { ...SAMPLES.document.document!, file_name } });
    expect(name).toMatch(/^\.\.- (lungo )+lun.*\.pdf$/);
    expect(name.length).toBeLessThanOrEqual(64);
  });

  test('is fetched as it is, and what is too large, gone, or out of reach is not, with no word of the token', async () => {
    const file = await told(SAMPLES.document);
    const { channel } = openChannel(server, server.token);
    expect(channel.mostBytes).toBe(20 * 1024 * 1024);
    expect(Buffer.from(await channel.fetchFile!(file)).toString()).toMatch(/^(document-id )+/);
    const failure = async (ref: FileRef): Promise<Error & { code?: number | null }> => {
      const fetched = channel.fetchFile!(ref);
      return fetched.then(
        () => Promise.reject(new Error('it was fetched')),
        (error: Error) => error,
      );
    };
    const { document } = SAMPLES.document;
    await maria.send({ document: { ...document!, file_id: 'large', file_size: 30_000_000 } });
    const lasting = [await failure({ ...file, id: 'large' }), await failure({ ...file, id: 'nobody' })];
    const passing = [];
    for (const fault of [
      { kind: 'page', status: 502 },
      { kind: 'cut', executed: true },
      { kind: 'retry-after', seconds: 3 },
    ] as const) {
      for (const method of ['getFile', 'download']) {
        await server.fault(fault, { method });
        passing.push(await failure(file));
      }
    }
    await server.close();
    passing.push(await failure(file));
    expect(lasting.map(({ code }) => code)).toEqual([400, 400]);
    expect(passing.map(({ code }) => code)).toEqual(passing.map(() => null));
    for (const error of [...lasting, ...passing])
      expect([error.message, error.stack, JSON.stringify(error), String(error.cause)].join()).not.toContain(
        server.token,
      );
  });
});

describe('a file of Telegram', () => {
  test('a photo goes on with its words', async () => {
    const file = await told(SAMPLES.photo);
    const choices = [[{ id: 'status', label: 'A che punto siamo?' }]];
    await toLuca({ ...withFile(file), choices });
    expect(await luca.talk.last()).toMatchObject({
      ...SAMPLES.photo,
      caption: 'Lucia, del centro\n\nEcco il forno.',
      caption_entities: [{ type: 'bold', offset: 0, length: 17 }],
      reply_markup: { inline_keyboard: [[{ text: 'A che punto siamo?' }]] },
    });
  });

  test.each(['document', 'voice', 'video', 'audio'] as const)('a %s goes on as what it is', async (kind) => {
    await toLuca(withFile(await told(SAMPLES[kind])));
    expect(await luca.talk.last()).toMatchObject({ ...SAMPLES[kind], caption: expect.stringContaining('forno') });
  });

  test('a round video goes on as a video', async () => {
    const file = await told(SAMPLES.videoNote);
    const { channel } = openChannel(server, server.token);
    await toLuca(withFile(file), (ref) => channel.fetchFile!(ref));
    expect(await luca.talk.last()).toMatchObject({ video: { file_size: 1000 }, caption: expect.any(String) });
  });

  test('with more words than stand below it goes after them', async () => {
    const file = await told(SAMPLES.document);
    const { split } = openChannel(server, server.token).channel;
    for (const part of split!(withFile(file, 'Piove. '.repeat(300)))) await toLuca(part);
    const [words, alone, ...more] = await luca.talk.botMessages();
    expect([words?.text?.startsWith('Lucia, del centro\n\nPiove.'), words?.document]).toEqual([true, undefined]);
    expect([alone?.document?.file_name, alone?.caption, more]).toEqual(['bando.pdf', undefined, []]);
  });
});

describe('a file of another channel', () => {
  test.each([
    ['document', { name: 'bando 2026 è qui.pdf' }, Buffer.from('bando'), 'bando-2026-e-qui.pdf'],
    ['video', { name: 'forno.mp4' }, Buffer.from('frames'), 'forno.mp4'],
    ['audio', { name: 'riunione.mp3' }, Buffer.from('sound'), 'riunione.mp3'],
  ] as const)('a %s is fetched there and brought here, with its name', async (kind, rest, bytes, name) => {
    await toLuca(withFile(fromSlack({ kind, ...rest })), async () => bytes);
    const shown = (await luca.talk.last())![kind]!;
    expect([shown.file_name, (await server.file(shown.file_id))?.text]).toEqual([name, bytes.toString()]);
  });

  test('a picture is shown as one, or as a document where Telegram takes it for none', async () => {
    const picture = withFile(fromSlack({ kind: 'photo', name: 'forno.jpg' }));
    await toLuca(picture, async () => JPEG);
    expect(await luca.talk.last()).toMatchObject({ photo: [{ file_size: JPEG.length }] });
    for (const bytes of [Buffer.from('<svg/>'), Buffer.concat([JPEG, Buffer.alloc(11_000_000)])]) {
      await toLuca(picture, async () => bytes);
      expect(await luca.talk.last()).toMatchObject({
        document: { file_name: 'forno.jpg', file_size: bytes.length },
        caption: expect.stringContaining('forno'),
      });
    }
  });

  test('that cannot be had just now is tried again later; that never can be any more leaves its name beside the words', async () => {
    const message = withFile(fromSlack());
    expect(await toLuca(message, failing(null))).toMatchObject({ kind: 'failed' });
    expect(await luca.talk.botMessages()).toEqual([]);
    for (const code of ['file_not_found', 404, undefined])
      expect(await toLuca(message, failing(code))).toMatchObject({ kind: 'shown' });
    expect(await toLuca(message, async () => new Uint8Array())).toMatchObject({ kind: 'shown' });
    const name = '[bando 2026 è qui.pdf]';
    const shown = await luca.talk.botMessages();
    expect(shown.map(({ text }) => text)).toEqual(shown.map(() => `Lucia, del centro\n\nEcco il forno.\n${name}`));
    await toLuca(plainMessage('', { file: fromSlack() }), failing('file_not_found'));
    expect(await luca.talk.last()).toMatchObject({ text: name });
  });
});

describe('the words below a file', () => {
  const shownTo = async (message: Message) => {
    const sent = await toLuca(message, failing('file_not_found'));
    if (sent.kind !== 'shown' || sent.as === null) throw new Error('nothing was shown');
    return sent.as;
  };

  test('are changed where they stand, with the file told or without', async () => {
    const file = await told(SAMPLES.photo);
    const as = await shownTo(withFile(file));
    for (const message of [withFile(file, 'Il forno vecchio.'), plainMessage('Il forno.')])
      expect(await toLuca(message, nothing, as)).toEqual({ kind: 'shown', as });
    expect(await luca.talk.botMessages()).toMatchObject([{ ...SAMPLES.photo, caption: 'Il forno.' }]);
    expect(await toLuca(plainMessage('Il forno.'), nothing, as)).toEqual({ kind: 'shown', as });
  });

  test('that have no room there any more are sent after it, once', async () => {
    const file = await told(SAMPLES.photo);
    const as = await shownTo(withFile(file));
    expect(await toLuca(withFile(file, 'x'.repeat(1500)), nothing, as)).toMatchObject({ kind: 'shown' });
    const [photo, words, ...more] = await luca.talk.botMessages();
    expect([photo?.photo !== undefined, words?.text?.length, more]).toEqual([true, 1519, []]);
  });

  test('are changed also where the file could not be had', async () => {
    const as = await shownTo(withFile(fromSlack()));
    expect(await toLuca(withFile(fromSlack(), 'Il bando nuovo.'), nothing, as)).toEqual({ kind: 'shown', as });
    expect((await luca.talk.botMessages()).map(({ text }) => text)).toEqual(['Lucia, del centro\n\nIl bando nuovo.']);
  });
});
