import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Channel, Person } from './driver-types.ts';
import { type RawAnswer, rawCall } from './raw-call.ts';
import { type Slack, startSlack } from './server.ts';
import { openSocket } from './test-app.ts';

let server: Slack;
let lucia: Person;
let channel: Channel;
let app: Awaited<ReturnType<typeof openSocket>>;

beforeEach(async () => {
  server = await startSlack();
  lucia = await server.user({ name: 'Lucia' });
  channel = await server.channel({ name: 'sportello', members: [lucia] });
  app = await openSocket(server);
});
afterEach(() => server.close());

const plain = (text: string) => ({ type: 'plain_text', text });
const call = (method: string, payload: object): Promise<RawAnswer> => rawCall(server, method, { ...payload });
const envelope = (type: string) => app.newest(type);

test('a press tells the message, the place, the button and where to answer', async () => {
  const blocks = [
    {
      type: 'actions',
      block_id: 'b',
      elements: [{ type: 'button', text: plain('Prendo'), action_id: 'prendi', value: '7' }],
    },
  ];
  const first = await channel.say(lucia, 'x');
  const sent = await call('chat.postMessage', { channel: channel.id, text: 'Richiesta', blocks, thread_ts: first.ts });
  await expect(channel.press(lucia, { ts: String(sent.ts) }, 'Lascio')).rejects.toThrow('it has "Prendo"');
  await channel.press(lucia, { ts: String(sent.ts) }, '7');
  const { payload } = await envelope('block_actions');
  expect(payload).toMatchObject({
    user: { id: lucia.id, team_id: server.team.id },
    container: {
      type: 'message',
      message_ts: sent.ts,
      channel_id: channel.id,
      is_ephemeral: false,
      thread_ts: first.ts,
    },
    channel: { id: channel.id, name: 'sportello' },
    message: { ts: sent.ts, text: 'Richiesta' },
    actions: [{ type: 'button', action_id: 'prendi', block_id: 'b', value: '7', text: plain('Prendo') }],
  });
  const respond = (body: object) => fetch(String(payload.response_url), { method: 'POST', body: JSON.stringify(body) });
  await respond({ text: 'Solo per voi' });
  expect((await lucia.ephemeral()).lines).toEqual(['Solo per voi']);
  await respond({ replace_original: true, text: 'Presa da Lucia' });
  expect((await channel.last())?.lines).toEqual(['Presa da Lucia']);
  await respond({ response_type: 'in_channel', text: 'Per tutti' });
  expect((await channel.last())?.lines).toEqual(['Per tutti']);
  await respond({ delete_original: true });
  expect((await channel.botMessages()).map(({ ts }) => ts)).not.toContain(sent.ts);
  expect((await respond({ colour: 'red' })).status).toBe(400);
  await respond({ text: 'x' });
  expect(await (await respond({ text: 'x' })).json()).toMatchObject({ error: 'used_url' });
  expect((await server.calls({ method: 'response_url' })).length).toBe(7);
});

test('an action in a message’s menu tells the message', async () => {
  const said = await channel.say(lucia, 'Potete passare domani');
  await channel.shortcut(lucia, said, 'invia');
  expect((await envelope('message_action')).payload).toMatchObject({
    callback_id: 'invia',
    message_ts: said.ts,
    message: { text: 'Potete passare domani', user: lucia.id },
    channel: { id: channel.id },
  });
});

test('what one person alone sees is pressed and replaced without the others', async () => {
  const blocks = [{ type: 'actions', elements: [{ type: 'button', text: plain('Ok'), action_id: 'ok' }] }];
  await call('chat.postEphemeral', { channel: channel.id, user: lucia.id, text: 'Domanda', blocks });
  const [hidden] = await lucia.ephemerals();
  await lucia.pressEphemeral(hidden!, 'Ok');
  const { payload } = await envelope('block_actions');
  expect(payload).toMatchObject({ container: { is_ephemeral: true, message_ts: hidden?.ts } });
  expect(payload.message).toBeUndefined();
  const respond = (body: object) => fetch(String(payload.response_url), { method: 'POST', body: JSON.stringify(body) });
  await respond({ replace_original: true, text: 'Grazie' });
  expect((await lucia.ephemerals()).map(({ lines }) => lines)).toEqual([['Grazie']]);
  await respond({ delete_original: true });
  expect(await lucia.ephemerals()).toEqual([]);
});
