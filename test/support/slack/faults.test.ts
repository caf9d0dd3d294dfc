import { type WebAPIPlatformError, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Channel, Person } from './driver-types.ts';
import { type RawAnswer, rawCall } from './raw-call.ts';
import { type Slack, startSlack } from './server.ts';
import { openSocket } from './test-app.ts';

let server: Slack;
let lucia: Person;
let channel: Channel;

beforeEach(async () => {
  server = await startSlack();
  lucia = await server.user({ name: 'Lucia' });
  channel = await server.channel({ name: 'sportello', members: [lucia] });
});
afterEach(() => server.close());

const send = (to = channel.id, text = 'x'): Promise<RawAnswer> =>
  rawCall(server, 'chat.postMessage', { channel: to, text });
const statuses = async (count: number, to = channel.id): Promise<number[]> => {
  const all: number[] = [];
  for (let at = 0; at < count; at += 1) all.push((await send(to)).status);
  return all;
};

test('a scripted 429 meets the next calls of one channel, with the seconds to wait', async () => {
  await server.fault({ kind: 'retry-after', seconds: 137 }, { channel: channel.id, times: 2 });
  const headers = { authorization: `Bearer ${server.token}` };
  const body = new URLSearchParams({ channel: channel.id, text: 'x' });
  const refused = await fetch(`${server.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
  expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
    429,
    '137',
    { ok: false, error: 'ratelimited' },
  ]);
  expect((await send(lucia.direct.id)).status).toBe(200);
  expect(await statuses(2)).toEqual([429, 200]);
});

test('a fault meets one method; those that start an app only when named', async () => {
  await server.fault({ kind: 'refuse', error: 'fatal_error' }, { method: 'chat.update' });
  expect((await send()).ok).toBe(true);
  const client = new WebClient(server.token, { slackApiUrl: server.apiUrl, retryConfig: { retries: 0 } });
  const update = client.chat.update({ channel: channel.id, ts: '1.0', text: 'x' });
  await expect(update).rejects.toSatisfy((error) => (error as WebAPIPlatformError).data.error === 'fatal_error');
  await server.fault({ kind: 'refuse', error: 'internal_error' }, { times: 'always' });
  expect((await rawCall(server, 'auth.test')).ok).toBe(true);
  expect([(await send()).error, (await send()).error]).toEqual(['internal_error', 'internal_error']);
  await server.clearFaults();
  expect((await send()).ok).toBe(true);
});

test('a page of HTML or an empty body stands where an answer should be', async () => {
  const url = `${server.apiUrl}users.info`;
  await server.fault({ kind: 'page', status: 502, body: '<html>Bad Gateway</html>' });
  const page = await fetch(url);
  expect([page.status, await page.text()]).toEqual([502, '<html>Bad Gateway</html>']);
  await server.fault({ kind: 'page', status: 500 });
  expect(await (await fetch(url)).text()).toBe('');
});

test('a connection cut after the call leaves the sender not knowing that the message is there', async () => {
  await server.fault({ kind: 'cut', executed: true });
  await expect(send(channel.id, 'arrivato')).rejects.toThrow();
  await server.fault({ kind: 'cut', executed: false });
  await expect(send(channel.id, 'perso')).rejects.toThrow();
  expect((await channel.botMessages()).map(({ text }) => text)).toEqual(['arrivato']);
  expect(await server.calls({ method: 'chat.postMessage' })).toMatchObject([
    { status: 200, answerLost: true, payload: { text: 'arrivato' } },
    { status: 0, payload: { text: 'perso' } },
  ]);
});

test('a slow answer is slow for its own call only', async () => {
  await server.fault({ kind: 'slow', milliseconds: 3000 }, { channel: channel.id });
  const began = performance.now();
  const slow = send();
  await send(lucia.direct.id);
  expect(performance.now() - began).toBeLessThan(2000);
  expect((await slow).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThanOrEqual(2990);
});

test('with limits on, a channel takes one message a second, and other methods so many a minute', async () => {
  await server.setLimits(true);
  expect(await statuses(2)).toEqual([200, 429]);
  expect(await statuses(1, lucia.direct.id)).toEqual([200]);
  await server.advance(1000);
  expect(await statuses(1)).toEqual([200]);
  const ask = async () => (await rawCall(server, 'conversations.info', { channel: channel.id })).status;
  const asked = await Promise.all(Array.from({ length: 51 }, ask));
  expect(asked.filter((status) => status === 429)).toHaveLength(1);
  await server.advance(60_000);
  expect(await ask()).toBe(200);
});

test('while Slack is down nobody connects; the sockets end, and all works again after', async () => {
  const app = await openSocket(server);
  await server.down();
  await expect.poll(() => app.socket.readyState).toBe(app.socket.CLOSED);
  await expect(send()).rejects.toThrow();
  await channel.say(lucia, 'intanto');
  await server.up();
  expect((await send()).ok).toBe(true);
  const again = await openSocket(server);
  await server.retryNow();
  await expect.poll(() => again.envelopes().map(({ payload }) => payload?.event?.text)).toContain('intanto');
});

test('a token that is taken back is told, and worth nothing', async () => {
  const app = await openSocket(server);
  await server.revoke();
  await expect
    .poll(() => app.envelopes().at(-1)?.payload?.event)
    .toMatchObject({ type: 'tokens_revoked', tokens: { bot: [server.bot.id] } });
  expect((await send()).error).toBe('token_revoked');
  await server.uninstall();
  await expect.poll(() => app.envelopes().map(({ payload }) => payload?.event?.type)).toContain('app_uninstalled');
});

test('every call is recorded, refused ones with what was wrong, and never the token', async () => {
  await send(channel.id, 'uno');
  await send('C0NOWHERE0', 'due');
  const form = new URLSearchParams({ token: server.token, channel: channel.id, text: 'tre', loud: 'yes' });
  await fetch(`${server.apiUrl}chat.postMessage`, { method: 'POST', body: form });
  const calls = await server.calls();
  expect(calls).toMatchObject([
    { number: 1, method: 'chat.postMessage', status: 200, payload: { text: 'uno' }, result: { channel: channel.id } },
    { number: 2, error: 'channel_not_found' },
    { number: 3, error: 'invalid_arguments', messages: ['[ERROR] unsupported argument: loud'] },
  ]);
  expect(JSON.stringify(calls)).not.toContain(server.token);
  expect(await channel.calls({ after: 1 })).toMatchObject([{ number: 3 }]);
});
