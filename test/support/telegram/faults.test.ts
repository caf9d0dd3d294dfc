import { Api } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person, Talk } from './driver-types.ts';
import { type RawAnswer, rawCall } from './raw-call.ts';
import { type BotApi, startBotApi } from './server.ts';

let server: BotApi;
let maria: Person;
let group: Talk;

beforeEach(async () => {
  server = await startBotApi();
  maria = await server.user({ firstName: 'Maria' });
  group = await server.group({ title: 'Pro Loco', members: [maria] });
});
afterEach(() => server.close());

const send = (chat_id: number, text = 'x'): Promise<RawAnswer> => rawCall(server, 'sendMessage', { chat_id, text });
const statuses = async (chat: number, count: number): Promise<number[]> => {
  const all: number[] = [];
  for (let at = 0; at < count; at += 1) all.push((await send(chat)).status);
  return all;
};

test('a scripted 429 meets the next calls of one chat, and says when to come again', async () => {
  await server.fault({ kind: 'retry-after', seconds: 137 }, { chat: maria.id, times: 2 });
  const refused = await send(maria.id);
  expect(refused).toMatchObject({
    status: 429,
    description: 'Too Many Requests: retry after 137',
    parameters: { retry_after: 137 },
  });
  expect((await send(group.id)).status).toBe(200);
  expect(await statuses(maria.id, 2)).toEqual([429, 200]);
});

test('a scripted fault meets one method, and polls only when they are named', async () => {
  await server.fault({ kind: 'refuse', code: 401, description: 'Unauthorized' }, { method: 'sendChatAction' });
  expect((await send(maria.id)).status).toBe(200);
  const action = { chat_id: maria.id, action: 'typing' };
  expect((await rawCall(server, 'sendChatAction', action)).status).toBe(401);
  expect((await rawCall(server, 'sendChatAction', action)).status).toBe(200);
  await server.fault({ kind: 'refuse', code: 500, description: 'Internal Server Error' }, { times: 'always' });
  expect((await rawCall(server, 'getUpdates')).status).toBe(200);
  expect(await statuses(maria.id, 3)).toEqual([500, 500, 500]);
  await server.clearFaults();
  expect((await send(maria.id)).status).toBe(200);
  await server.fault({ kind: 'page', status: 502, body: '<h1>Bad Gateway</h1>' }, { method: 'getUpdates' });
  await expect(new Api(server.token, { apiRoot: server.root }).getUpdates()).rejects.toThrow('getUpdates');
});

test('a wait holds for a chat or for all until its time is over by the clock of the server', async () => {
  await server.hold(300, group);
  expect((await send(group.id)).parameters).toEqual({ retry_after: 300 });
  expect((await send(maria.id)).status).toBe(200);
  await server.advance(100_000);
  expect((await send(group.id)).parameters).toEqual({ retry_after: 200 });
  await server.hold(10);
  expect((await send(maria.id)).parameters).toEqual({ retry_after: 10 });
  expect((await rawCall(server, 'getMe')).status).toBe(429);
  expect((await rawCall(server, 'getUpdates')).status).toBe(200);
  await server.advance(10_000);
  expect((await send(maria.id)).status).toBe(200);
});

test('with limits on, a chat takes a short burst and then one message a second', async () => {
  await server.setLimits(true);
  expect(await statuses(maria.id, 6)).toEqual([200, 200, 200, 200, 200, 429]);
  expect((await send(group.id)).status).toBe(200);
  await server.advance(5000);
  expect((await send(maria.id)).status).toBe(200);
});

test('with limits on, a group takes twenty messages and edits a minute', async () => {
  await server.setLimits(true);
  for (let at = 0; at < 19; at += 1) {
    expect((await send(group.id)).status).toBe(200);
    await server.advance(1500);
  }
  const message_id = (await group.last())?.message_id;
  const edit = await rawCall(server, 'editMessageText', { chat_id: group.id, message_id, text: 'y' });
  expect(edit.status).toBe(200);
  await server.advance(1500);
  const refused = await send(group.id);
  expect(refused.status).toBe(429);
  expect(refused.parameters?.retry_after).toBeGreaterThan(20);
  await server.advance((refused.parameters?.retry_after ?? 0) * 1000);
  expect((await send(group.id)).status).toBe(200);
});

test('a page of HTML or an empty body stands where an answer should be', async () => {
  const url = `${server.root}/bot${server.token}/getMe`;
  await server.fault({ kind: 'page', status: 502, body: '<html>Bad Gateway</html>' });
  const page = await fetch(url);
  expect([page.status, await page.text()]).toEqual([502, '<html>Bad Gateway</html>']);
  await server.fault({ kind: 'page', status: 500 });
  expect(await (await fetch(url)).text()).toBe('');
});

test('a connection cut after the call leaves the sender not knowing that the message is there', async () => {
  await server.fault({ kind: 'cut', executed: true });
  await expect(send(maria.id, 'arrivato')).rejects.toThrow();
  await server.fault({ kind: 'cut', executed: false });
  await expect(send(maria.id, 'perso')).rejects.toThrow();
  expect((await maria.talk.botMessages()).map(({ text }) => text)).toEqual(['arrivato']);
  expect(await server.calls({ method: 'sendMessage' })).toMatchObject([
    { status: 200, answerLost: true, payload: { text: 'arrivato' } },
    { status: 0, payload: { text: 'perso' } },
  ]);
});

test('a slow answer is slow for its own call only', async () => {
  await server.fault({ kind: 'slow', milliseconds: 300 }, { chat: maria.id });
  const began = performance.now();
  const slow = send(maria.id);
  await send(group.id);
  expect(performance.now() - began).toBeLessThan(250);
  expect((await slow).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThanOrEqual(290);
});

test('every call is recorded, refused ones with what was wrong', async () => {
  await send(maria.id, 'uno');
  await send(99, 'due');
  await rawCall(server, 'getUpdates');
  const calls = await server.calls();
  expect(calls.map(({ number, method, status }) => [number, method, status])).toEqual([
    [1, 'sendMessage', 200],
    [2, 'sendMessage', 400],
  ]);
  expect(calls[0]).toMatchObject({ payload: { chat_id: maria.id, text: 'uno' }, result: { text: 'uno' } });
  expect(calls[1]?.description).toBe('Bad Request: chat not found');
  expect(await server.calls({ polls: true, after: 2 })).toHaveLength(1);
  expect(await maria.talk.calls()).toHaveLength(1);
});

test('a server that keeps little forgets old calls and messages', async () => {
  const small = await startBotApi({ keep: 3 });
  const luca = await small.user({ firstName: 'Luca' });
  for (let at = 0; at < 10; at += 1) await rawCall(small, 'sendMessage', { chat_id: luca.id, text: `${at}` });
  expect((await luca.talk.messages()).map(({ text }) => text)).toEqual(['7', '8', '9']);
  expect((await small.calls()).length).toBeLessThanOrEqual(6);
  expect((await small.calls()).at(-1)?.number).toBe(10);
  await small.close();
});
