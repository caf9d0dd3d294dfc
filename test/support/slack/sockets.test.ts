import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Channel, Person } from './driver-types.ts';
import { rawCall } from './raw-call.ts';
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

const state = async (): Promise<string | undefined> => (await server.deliveries()).at(-1)?.state;
const count = (app: Awaited<ReturnType<typeof openSocket>>, many: number) =>
  expect.poll(() => app.envelopes().length).toBe(many);

test('a socket says hello, brings events in envelopes and takes them back by their id', async () => {
  const app = await openSocket(server);
  expect(app.heard[0]).toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: server.appId } });
  await channel.say(lucia, 'x');
  await count(app, 1);
  const [envelope] = app.envelopes();
  expect(envelope).toMatchObject({
    type: 'events_api',
    accepts_response_payload: false,
    retry_attempt: 0,
    retry_reason: '',
  });
  expect(await state()).toBe('under way');
  app.ack({ ...envelope!, envelope_id: 'another' });
  app.ack(envelope!);
  await expect.poll(state).toBe('acknowledged');
});

test('an address opens one socket, and only soon', async () => {
  const open = async (): Promise<string> =>
    String((await rawCall({ ...server, token: server.appToken }, 'apps.connections.open')).url);
  const tryIt = async (url: string): Promise<string> => {
    const socket = new WebSocket(url);
    return once(socket, 'open').then(() => 'open', String);
  };
  const url = await open();
  expect(await tryIt(url)).toBe('open');
  expect(await tryIt(url)).toContain('401');
  const old = await open();
  await server.advance(31_000);
  expect(await tryIt(old)).toContain('401');
});

test('an event that is not acknowledged in three seconds comes again, in another envelope', async () => {
  const app = await openSocket(server);
  await channel.say(lucia, 'x');
  await count(app, 1);
  await server.advance(3000);
  await count(app, 2);
  const [first, second] = app.envelopes();
  expect(second).toMatchObject({
    retry_attempt: 1,
    retry_reason: 'timeout',
    payload: { event_id: first?.payload?.event_id },
  });
  expect(second?.envelope_id).not.toBe(first?.envelope_id);
  app.ack(second!);
  await expect.poll(state).toBe('acknowledged');
});

test('an acknowledgement that is lost makes the event come again', async () => {
  const app = await openSocket(server);
  await server.loseAcks(1);
  await channel.say(lucia, 'x');
  await count(app, 1);
  app.ack(app.envelopes()[0]!);
  app.socket.ping();
  await once(app.socket, 'pong');
  expect(await state()).toBe('under way');
  await server.advance(3000);
  await count(app, 2);
  app.ack(app.envelopes()[1]!);
  await expect.poll(state).toBe('acknowledged');
});

test('with several sockets each event goes to one of them', async () => {
  const apps = [await openSocket(server), await openSocket(server)];
  for (const text of ['1', '2', '3', '4']) await channel.say(lucia, text);
  await expect.poll(() => apps.map((app) => app.envelopes().length)).toEqual([2, 2]);
});

test('the eleventh socket is too many', async () => {
  const apps = await Promise.all(Array.from({ length: 10 }, () => openSocket(server)));
  const eleventh = await openSocket(server);
  expect(eleventh.heard[0]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  expect(await server.sockets()).toHaveLength(10);
  apps[0]?.socket.close();
  await expect.poll(() => server.sockets()).toHaveLength(9);
  expect((await openSocket(server)).heard[0]?.type).toBe('hello');
});

test('a socket that is told to go gets no more events; after a warning it still takes acknowledgements', async () => {
  const old = await openSocket(server);
  await channel.say(lucia, 'prima');
  await count(old, 1);
  await server.disconnect('warning');
  await expect.poll(() => old.heard.at(-1)).toMatchObject({ type: 'disconnect', reason: 'warning' });
  const young = await openSocket(server);
  await channel.say(lucia, 'poi');
  await count(young, 1);
  expect(old.envelopes()).toHaveLength(1);
  old.ack(old.envelopes()[0]!);
  young.ack(young.envelopes()[0]!);
  await server.settled();
  await server.disconnect('refresh_requested', 1);
  await once(old.socket, 'close');
  expect(await server.sockets()).toMatchObject([{ id: 2 }]);
});

test('a socket that died in silence swallows its events until they come again elsewhere', async () => {
  const dead = await openSocket(server);
  await server.silence();
  const alive = await openSocket(server);
  let ponged = false;
  dead.socket.on('pong', () => {
    ponged = true;
  });
  dead.socket.ping();
  await channel.say(lucia, 'uno');
  await channel.say(lucia, 'due');
  await count(alive, 1);
  expect(dead.envelopes()).toEqual([]);
  expect(ponged).toBe(false);
  expect(alive.envelopes()[0]?.payload?.event?.text).toBe('due');
  alive.ack(alive.envelopes()[0]!);
  await expect.poll(state).toBe('acknowledged');
  await server.advance(3000);
  await expect.poll(async () => (await server.deliveries())[0]?.attempts.length).toBe(2);
  await server.advance(3000);
  await expect.poll(async () => (await server.deliveries())[0]?.state).toBe('waiting');
  await server.advance(60_000);
  await count(alive, 2);
  expect(alive.envelopes()[1]).toMatchObject({ retry_attempt: 2, payload: { event: { text: 'uno' } } });
});

test('a living socket answers pings', async () => {
  const app = await openSocket(server);
  app.socket.ping('x');
  expect(String((await once(app.socket, 'pong'))[0])).toBe('x');
});

test('without a socket an event waits a minute; a press is lost at once', async () => {
  await channel.say(lucia, 'x');
  expect((await server.deliveries()).at(-1)?.attempts[0]?.outcome).toBe('no_connection');
  const shortcut = await lucia.shortcut('aiuto');
  expect((await shortcut.outcome()).state).toBe('given up');
  const app = await openSocket(server);
  await server.advance(60_000);
  await count(app, 1);
  expect(app.envelopes()[0]).toMatchObject({ retry_attempt: 2, retry_reason: 'no_connection' });
});

test('presses and commands bring what the app answers with', async () => {
  const app = await openSocket(server);
  const command = await channel.command(lucia, '/campanile', 'x');
  await count(app, 1);
  expect(app.envelopes()[0]).toMatchObject({
    type: 'slash_commands',
    accepts_response_payload: true,
    payload: { text: 'x' },
  });
  expect(app.envelopes()[0]?.retry_attempt).toBeUndefined();
  app.ack(app.envelopes()[0]!, { text: 'Ecco' });
  expect(await command.outcome()).toMatchObject({ state: 'acknowledged', response: { text: 'Ecco' } });
  expect((await lucia.ephemeral()).lines).toEqual(['Ecco']);
});

test('sockets end without a word when cut, and hear what is no envelope', async () => {
  const app = await openSocket(server);
  await server.babble('Ping');
  await expect.poll(() => app.raw.at(-1)).toBe('Ping');
  app.socket.send('nonsense');
  await server.cutSockets();
  await once(app.socket, 'close');
  expect(await server.sockets()).toEqual([]);
});
