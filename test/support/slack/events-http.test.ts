import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Channel, Person } from './driver-types.ts';
import { type Slack, startSlack } from './server.ts';
import { type Reply, startHttpApp } from './test-app.ts';

const MINUTE = 60_000;

let server: Slack;
let lucia: Person;
let channel: Channel;
let app: Awaited<ReturnType<typeof startHttpApp>>;
let reply: Reply;

beforeEach(async () => {
  server = await startSlack();
  lucia = await server.user({ name: 'Lucia' });
  channel = await server.channel({ name: 'sportello', members: [lucia] });
  reply = {};
  app = await startHttpApp(() => reply);
  await server.setRequestUrl(app.url);
});
afterEach(() => Promise.all([server.close(), app.close()]));

const heardTimes = (count: number) => expect.poll(() => app.heard.length).toBe(count);
const retries = (): unknown[] =>
  app.heard.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
const state = async (): Promise<string | undefined> => (await server.deliveries()).at(-1)?.state;

test('every event is signed over its second and its body', async () => {
  await channel.say(lucia, 'è qui?');
  await heardTimes(1);
  const { headers, body } = app.heard[0]!;
  const second = String(headers['x-slack-request-timestamp']);
  const right = createHmac('sha256', server.signingSecret).update(`v0:${second}:${body}`).digest('hex');
  expect(headers['x-slack-signature']).toBe(`v0=${right}`);
  expect(Math.abs(Number(second) - Date.now() / 1000)).toBeLessThan(3);
  expect(JSON.parse(body)).toMatchObject({ type: 'event_callback', api_app_id: server.appId, team_id: server.team.id });
  expect(headers['x-slack-retry-num']).toBeUndefined();
});

test('an address that does not answer the challenge gets no events', async () => {
  const deaf = await startSlack();
  await expect(deaf.setRequestUrl(`${server.root}/api/auth.test`)).rejects.toThrow('did not answer the challenge');
  await deaf.close();
});

test('an event that is not acknowledged comes again at once, after a minute and after five, and then no more', async () => {
  reply = { status: 500 };
  await channel.say(lucia, 'x');
  await heardTimes(2);
  await server.advance(MINUTE - 1000);
  expect(app.heard).toHaveLength(2);
  await server.advance(1000);
  await heardTimes(3);
  await server.advance(4 * MINUTE);
  expect(app.heard).toHaveLength(3);
  await server.advance(MINUTE);
  await heardTimes(4);
  expect(retries()).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
    ['3', 'http_error'],
  ]);
  expect(new Set(app.heard.map(({ body }) => (JSON.parse(body) as { event_id: string }).event_id)).size).toBe(1);
  await expect.poll(state).toBe('given up');
  await server.advance(60 * MINUTE);
  expect(app.heard).toHaveLength(4);
});

test('an answer after three seconds is none', async () => {
  reply = { after: 500 };
  await channel.say(lucia, 'x');
  await heardTimes(1);
  await server.advance(3000);
  await heardTimes(2);
  expect(retries()[1]).toEqual(['1', 'http_timeout']);
  await expect.poll(state).toBe('acknowledged');
});

test('any 2xx acknowledges; a 4xx and nobody at home do not', async () => {
  reply = { status: 204 };
  await channel.say(lucia, 'x');
  await expect.poll(state).toBe('acknowledged');
  reply = { status: 404 };
  await channel.say(lucia, 'y');
  await expect.poll(() => app.heard.length).toBe(3);
  await app.close();
  await channel.say(lucia, 'z');
  await expect
    .poll(async () => (await server.deliveries()).at(-1)?.attempts.map(({ outcome }) => outcome))
    .toEqual(['connection_failed', 'connection_failed']);
});

test('an app that wants no retry gets none', async () => {
  reply = { status: 503, headers: { 'x-slack-no-retry': '1' } };
  await channel.say(lucia, 'x');
  await expect.poll(state).toBe('given up');
  expect(app.heard).toHaveLength(1);
});

test('waiting for rest tells of an event that waits for its next attempt; it can be sent at once', async () => {
  reply = { status: 500 };
  await channel.say(lucia, 'x');
  await heardTimes(2);
  await expect(server.settled({ within: 100 })).rejects.toThrow('1 not acknowledged');
  reply = {};
  await server.retryNow();
  await server.settled();
  expect(app.heard).toHaveLength(3);
});

test('what was acknowledged can come once more, as though the acknowledgement had been lost', async () => {
  await channel.say(lucia, 'x');
  await expect.poll(state).toBe('acknowledged');
  const [told] = await server.deliveries();
  await server.again(told!.id);
  await heardTimes(2);
  expect(app.heard[1]?.body).toBe(app.heard[0]?.body);
  expect(retries()[1]).toEqual(['1', 'timeout']);
});

test('presses and commands come as forms, once', async () => {
  reply = { status: 500 };
  const command = await lucia.command('/campanile', 'aiuto & altro');
  expect(await command.outcome()).toMatchObject({ state: 'given up', attempts: [{ outcome: 'http_error' }] });
  const form = new URLSearchParams(app.heard[0]?.body);
  expect(Object.fromEntries(form)).toMatchObject({
    command: '/campanile',
    text: 'aiuto & altro',
    user_id: lucia.id,
    channel_id: lucia.direct.id,
    channel_name: 'directmessage',
  });
  expect((await lucia.ephemerals()).map(({ text }) => text)).toEqual([
    '/campanile failed with the error "operation_timeout"',
  ]);
  await lucia.shortcut('aiuto');
  await heardTimes(2);
  const payload = JSON.parse(new URLSearchParams(app.heard[1]?.body).get('payload') ?? '') as object;
  expect(payload).toMatchObject({
    type: 'shortcut',
    callback_id: 'aiuto',
    user: { id: lucia.id },
    team: { id: server.team.id },
  });
});

test('the answer to a command is shown: to the person alone, or to all', async () => {
  reply = { body: 'Solo per voi' };
  await channel.command(lucia, '/campanile');
  expect((await lucia.ephemeral()).lines).toEqual(['Solo per voi']);
  reply = { body: JSON.stringify({ response_type: 'in_channel', text: 'Per tutti' }) };
  await channel.command(lucia, '/campanile');
  expect((await channel.answer()).lines).toEqual(['Per tutti']);
});

test('a forged request is the forger’s: any secret, second, signature and body', async () => {
  await server.post({ payload: { type: 'x' }, secret: 'other', second: 17 });
  await server.post({ payload: {}, body: '{', signature: 'v0=00' });
  expect(app.heard[0]?.headers['x-slack-request-timestamp']).toBe('17');
  expect(app.heard[1]).toMatchObject({ body: '{', headers: { 'x-slack-signature': 'v0=00' } });
});
