import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Channel, Person } from './driver-types.ts';
import { rawCall } from './raw-call.ts';
import { type Slack, startSlack } from './server.ts';

let server: Slack;
let lucia: Person;
let channel: Channel;
let client: WebClient;

beforeEach(async () => {
  server = await startSlack();
  lucia = await server.user({ name: 'Lucia' });
  channel = await server.channel({ name: 'sportello', members: [lucia] });
  client = new WebClient(server.token, { slackApiUrl: server.apiUrl, retryConfig: { retries: 0 } });
});
afterEach(() => server.close());

const load = (url: string | undefined, token = server.token) =>
  fetch(String(url), { headers: { authorization: `Bearer ${token}` } });

test('the library’s upload arrives in the thread with its words', async () => {
  const said = await channel.say(lucia, 'Mi mandate il modulo?');
  await client.filesUploadV2({
    channel_id: channel.id,
    thread_ts: said.ts,
    file: Buffer.from([0, 1, 2, 255]),
    filename: 'modulo.pdf',
    initial_comment: 'Eccolo',
  });
  const answer = await channel.threadOf(said).answer();
  expect(answer).toMatchObject({ lines: ['Eccolo', '[file modulo.pdf]'], raw: { subtype: 'file_share' } });
  expect(await server.file(answer.files[0]!.id)).toEqual({
    name: 'modulo.pdf',
    type: 'application/pdf',
    base64: 'AAEC/w==',
  });
  expect((await server.calls()).map(({ method }) => method)).toEqual([
    'files.getUploadURLExternal',
    'upload',
    'files.completeUploadExternal',
  ]);
});

test('an upload brings just the bytes that were announced, once', async () => {
  const begin = await rawCall(server, 'files.getUploadURLExternal', { filename: 'a.txt', length: 3 });
  const send = async (body: string) => (await fetch(String(begin.upload_url), { method: 'POST', body })).status;
  const complete = async (more: object = {}) =>
    (await rawCall(server, 'files.completeUploadExternal', { files: [{ id: begin.file_id }], ...more })).error;
  expect(await complete()).toBe('file_not_found');
  expect(await send('four')).toBe(400);
  expect(await send('one')).toBe(200);
  expect(await send('two')).toBe(404);
  expect(await complete({ files: [] })).toBe('invalid_arguments');
  expect(await complete({ channel_id: channel.id, initial_comment: 'x', blocks: [{ type: 'divider' }] })).toBe(
    'invalid_arguments',
  );
  expect(await complete({ channel_id: channel.id })).toBeUndefined();
});

test('a person’s file is told with its message and loaded with the token; without it Slack shows its page for signing in', async () => {
  const shared = await lucia.direct.share(lucia, {
    name: 'foto.jpg',
    content: 'AAEC',
    encoding: 'base64',
    text: 'ecco',
  });
  expect(shared.lines).toEqual(['ecco', '[file foto.jpg]']);
  const [told] = await server.deliveries('message');
  expect(told?.payload.event).toMatchObject({ subtype: 'file_share', files: [{ mimetype: 'image/jpeg', size: 3 }] });
  const { url_private_download: url } = shared.files[0]!;
  expect([...new Uint8Array(await (await load(url)).arrayBuffer())]).toEqual([0, 1, 2]);
  const stranger = await load(url, 'xoxb-another');
  expect([stranger.status, await stranger.text()]).toEqual([200, expect.stringContaining('Sign in')]);
  await server.setScopes(['chat:write']);
  expect(await (await load(url)).text()).toContain('Sign in');
});

test('a file shared where the bot is not is not the bot’s to see', async () => {
  const other = await server.channel({ name: 'altro', members: [lucia], bot: false });
  const shared = await other.share(lucia, { name: 'a.txt', content: 'segreto' });
  const file = shared.files[0]!;
  expect((await rawCall(server, 'files.info', { file: file.id })).error).toBe('file_not_found');
  expect(await (await load(file.url_private)).text()).toContain('Sign in');
});

test('the bot removes its own files, and the message shows that one is gone', async () => {
  const theirs = await channel.share(lucia, { name: 'a.txt', content: 'x' });
  expect((await rawCall(server, 'files.delete', { file: theirs.files[0]?.id })).error).toBe('cant_delete_file');
  await client.filesUploadV2({ channel_id: channel.id, content: 'x', filename: 'b.txt' });
  const own = (await channel.last())!.files[0]!;
  expect((await rawCall(server, 'files.info', { file: own.id })).file).toMatchObject({
    shares: { public: { [channel.id]: [{ ts: (await channel.last())?.ts }] } },
  });
  expect((await rawCall(server, 'files.delete', { file: own.id })).ok).toBe(true);
  expect((await rawCall(server, 'files.delete', { file: own.id })).error).toBe('file_deleted');
  expect((await channel.last())?.lines.at(-1)).toBe('[file removed]');
  expect((await load(own.url_private)).status).toBe(404);
});
