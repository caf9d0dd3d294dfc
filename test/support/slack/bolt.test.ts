import { App, LogLevel } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Channel, Person } from './driver-types.ts';
import { type Slack, startSlack } from './server.ts';

let server: Slack;
let lucia: Person;
let channel: Channel;

beforeEach(async () => {
  server = await startSlack();
  lucia = await server.user({ name: 'Lucia' });
  channel = await server.channel({ name: 'sportello', members: [lucia] });
});
afterEach(() => server.close());

const listen = (app: App): void => {
  app.message('ciao', async ({ message, say }) => {
    if (message.subtype === undefined) await say({ text: `Buongiorno <@${message.user}>`, thread_ts: message.ts });
  });
  app.command('/campanile', async ({ ack, respond, client, body }) => {
    await ack();
    if (body.text !== 'modulo') return void (await respond(`Eco: ${body.text}`));
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'modulo',
        title: { type: 'plain_text', text: 'Modulo' },
        submit: { type: 'plain_text', text: 'Invia' },
        blocks: [
          {
            type: 'input',
            block_id: 'risposta',
            label: { type: 'plain_text', text: 'Risposta' },
            element: { type: 'plain_text_input', action_id: 'testo' },
          },
        ],
      },
    });
  });
  app.view('modulo', async ({ ack, view, client, body }) => {
    const text = view.state.values.risposta?.testo?.value ?? '';
    if (text === 'no') return void (await ack({ response_action: 'errors', errors: { risposta: 'Di più' } }));
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text });
  });
  app.action('fatto', async ({ ack, body, client }) => {
    await ack();
    if (body.type === 'block_actions' && body.message && body.channel)
      await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: 'Fatto da tutti' });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const text = { type: 'mrkdwn' as const, text: '*Casa*' };
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'section', text }] } });
  });
};

const button = { type: 'button', text: { type: 'plain_text', text: 'Fatto' }, action_id: 'fatto', value: '1' };
const card = [
  { type: 'section', text: { type: 'mrkdwn', text: 'Passo 1' } },
  { type: 'actions', elements: [button] },
];

/** All that people do with the app, by the words of the driver. */
const evening = async (app: App): Promise<void> => {
  const said = await channel.say(lucia, 'ciao @campanile');
  const answer = await channel.threadOf(said).answer();
  expect(answer.lines).toEqual(['Buongiorno @Lucia']);
  expect(answer.called).toEqual([lucia.id]);

  const posted = await app.client.chat.postMessage({ channel: channel.id, text: 'Passo 1', blocks: card as never });
  const press = await channel.press(lucia, { ts: posted.ts! }, 'Fatto');
  expect(await press.outcome()).toMatchObject({ state: 'acknowledged' });
  expect((await channel.answer()).lines).toEqual(['Fatto da tutti']);

  await lucia.command('/campanile', 'prova');
  expect((await lucia.ephemeral()).lines).toEqual(['Eco: prova']);

  await lucia.command('/campanile', 'modulo');
  expect(await lucia.modal()).toMatchObject({ title: 'Modulo', submit: 'Invia', lines: ['Risposta', '[  ]'] });
  await lucia.submit({ Risposta: 'no' });
  expect((await lucia.modal()).errors).toEqual({ risposta: 'Di più' });
  await lucia.submit({ Risposta: 'Arrivo domani' });
  expect((await lucia.answer()).lines).toEqual(['Arrivo domani']);
  expect(await lucia.modals()).toEqual([]);

  await lucia.openHome();
  expect((await lucia.published()).lines).toEqual(['*Casa*']);
  await server.settled();
};

test('a Bolt app answers messages, presses, commands, modals and the home tab over Socket Mode', async () => {
  const app = new App({
    token: server.token,
    appToken: server.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: server.apiUrl },
  });
  listen(app);
  await app.start();
  await evening(app);
  expect(await server.sockets()).toMatchObject([{ silent: false }]);
  await app.stop();
  await expect.poll(() => server.sockets()).toEqual([]);
});

test('a Bolt app answers the same over signed HTTP', async () => {
  const app = new App({
    token: server.token,
    signingSecret: server.signingSecret,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: server.apiUrl },
  });
  listen(app);
  const running = await app.start(0);
  const { port } = running.address() as { port: number };
  await server.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  await evening(app);
  await app.stop();
});
