import { Api, InputFile } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from './driver-types.ts';
import { SAMPLES } from './samples.ts';
import { type BotApi, startBotApi } from './server.ts';

let server: BotApi;
let api: Api;
let maria: Person;

beforeEach(async () => {
  server = await startBotApi();
  api = new Api(server.token, { apiRoot: server.root });
  maria = await server.user({ firstName: 'Maria' });
});
afterEach(() => server.close());

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
const download = (path: string, token = server.token) => fetch(`${server.root}/file/bot${token}/${path}`);

test('what a person sends is fetched by the path that was told, with the token, for an hour', async () => {
  await maria.send(SAMPLES.document);
  const { file_path, file_size } = await api.getFile('document-id');
  expect([file_path, file_size]).toEqual([expect.stringMatching(/^documents\/\w+\.pdf$/), 1000]);
  const answer = await download(file_path!);
  expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, 1000]);
  expect((await download('documents/file_9.pdf')).status).toBe(404);
  expect((await download(file_path!, '1:other')).status).toBe(401);
  await server.advance(3_600_000);
  expect((await download(file_path!)).status).toBe(404);
});

test('a file of more than 20 MB, or one that nobody sent, is not given', async () => {
  const { document } = SAMPLES.document;
  await maria.send({ document: { ...document!, file_id: 'large', file_size: 20 * 1024 * 1024 + 1 } });
  await expect(api.getFile('large')).rejects.toThrow('file is too big');
  await expect(api.getFile('nobody')).rejects.toThrow('invalid file_id');
});

test('each kind of file is sent on by its id, as what it is', async () => {
  for (const kind of ['photo', 'document', 'voice', 'video', 'audio'] as const) await maria.send(SAMPLES[kind]);
  expect(await api.sendPhoto(maria.id, 'photo-id', { caption: 'Il forno' })).toMatchObject({
    ...SAMPLES.photo,
    caption: 'Il forno',
  });
  expect(await api.sendDocument(maria.id, 'document-id')).toMatchObject(SAMPLES.document);
  expect(await api.sendVoice(maria.id, 'voice-id')).toMatchObject(SAMPLES.voice);
  expect(await api.sendVideo(maria.id, 'video-id')).toMatchObject(SAMPLES.video);
  expect(await api.sendAudio(maria.id, 'audio-id')).toMatchObject(SAMPLES.audio);
  await expect(api.sendDocument(maria.id, 'photo-id')).rejects.toThrow("can't use file of type Photo as Document");
  await maria.send(SAMPLES.videoNote);
  await expect(api.sendVideo(maria.id, 'note-id')).rejects.toThrow("can't use file of type VideoNote as Video");
  await expect(api.sendVideo(maria.id, 'nobody')).rejects.toThrow('wrong file identifier');
});

test('each kind of file is uploaded; a photo must be one, of at most 10 MB', async () => {
  const file = new InputFile(Buffer.from('sound'), 'nota.ogg');
  expect(await api.sendVoice(maria.id, file)).toMatchObject({ voice: { file_size: 5 } });
  expect(await api.sendPhoto(maria.id, new InputFile(JPEG, 'forno.jpg'))).toMatchObject({ photo: [{ file_size: 10 }] });
  await expect(api.sendPhoto(maria.id, new InputFile(Buffer.from('words'), 'x.jpg'))).rejects.toThrow('IMAGE_PROCESS');
  const large = new InputFile(Buffer.concat([JPEG, Buffer.alloc(10 * 1024 * 1024)]), 'x.jpg');
  await expect(api.sendPhoto(maria.id, large)).rejects.toThrow('is too big for a photo');
  await expect(api.sendAudio(maria.id, new InputFile(Buffer.alloc(0), 'x.mp3'))).rejects.toThrow('non-empty');
});

test('words below a file are changed, up to 1024 characters; where there is no file there are none below it', async () => {
  await maria.send(SAMPLES.photo);
  const { message_id } = await api.sendPhoto(maria.id, 'photo-id', { caption: 'Il forno' });
  const edit = (caption: string) => api.editMessageCaption(maria.id, message_id, { caption });
  expect(await edit('Il forno vecchio')).toMatchObject({ caption: 'Il forno vecchio', ...SAMPLES.photo });
  await expect(edit('Il forno vecchio')).rejects.toThrow('message is not modified');
  await expect(edit('x'.repeat(1025))).rejects.toThrow('message caption is too long');
  expect(await edit('')).not.toHaveProperty('caption');
  await expect(api.editMessageText(maria.id, message_id, 'x')).rejects.toThrow('there is no text in the message');
  const text = await api.sendMessage(maria.id, 'Ciao');
  await expect(api.editMessageCaption(maria.id, text.message_id, { caption: 'x' })).rejects.toThrow('no caption');
});
