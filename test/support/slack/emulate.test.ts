// What another's emulator of Slack shows, and where it says otherwise than this server: see README.
import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Slack, startSlack } from './server.ts';

type Side = { readonly client: WebClient; readonly channel: string; readonly person: string };

const TOKEN = 'xoxb-emulator-for-tests-only';
const quiet = (): void => {};
const logger: Logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  setName: quiet,
  getLevel: () => LogLevel.ERROR,
};
const clientOf = (token: string, slackApiUrl: string): WebClient =>
  new WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, logger });

let emulator: Emulator;
let server: Slack;
let theirs: Side;
let ours: Side;

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        users: [{ name: 'campanile' }, { name: 'lucia' }],
        channels: [{ name: 'sportello' }],
        tokens: [{ token: TOKEN, user: 'campanile', scopes: ['chat:write'] }],
      },
    },
  });
  const client = clientOf(TOKEN, `${emulator.url}/api/`);
  const { channels } = await client.conversations.list();
  const { members } = await client.users.list({});
  theirs = {
    client,
    channel: channels!.find(({ name }) => name === 'sportello')!.id!,
    person: members!.find(({ name }) => name === 'lucia')!.id!,
  };
  server = await startSlack();
  const lucia = await server.user({ name: 'Lucia' });
  const desk = await server.channel({ name: 'sportello', members: [lucia] });
  ours = { client: clientOf(server.token, server.apiUrl), channel: desk.id, person: lucia.id };
});
afterAll(() => Promise.all([emulator.close(), server.close()]));

/** What became of a call: its answer, or Slack's word for what was wrong. */
const outcome = async (call: Promise<object>): Promise<unknown> =>
  call.catch((error: { data?: { error?: string } }) => error.data?.error ?? 'no answer of Slack’s');

const section = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: '*Uno*' } }];

/** The walk of a message: posted, answered in its thread, changed, and what else a bot does; both servers must say the same. */
const walk = async ({ client, channel, person }: Side): Promise<unknown[]> => {
  const first = await client.chat.postMessage({ channel, text: 'uno', blocks: section });
  const reply = await client.chat.postMessage({ channel, text: 'due', thread_ts: first.ts! });
  const changed = await client.chat.update({ channel, ts: first.ts!, text: 'tre' });
  const direct = await client.chat.postMessage({ channel: person, text: 'ciao' });
  const home = await client.views.publish({ user_id: person, view: { type: 'home', blocks: section } });
  const files = await client.filesUploadV2({ channel_id: channel, content: 'x', filename: 'a.txt' });
  const modal = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] };
  return [
    (await client.auth.test()).ok,
    [first.channel === channel, reply.message?.thread_ts === first.ts, /^\d+\.\d{6}$/.test(first.ts!)],
    [changed.ts === first.ts, changed.text, (changed.message as { blocks?: unknown } | undefined)?.blocks],
    direct.channel?.[0],
    [home.view?.type, (home.view?.blocks?.[0] as { type?: string } | undefined)?.type],
    files.ok,
    await outcome(client.chat.postMessage({ channel: 'C0NOWHERE0', text: 'x' })),
    await outcome(client.chat.postMessage({ channel, text: '' })),
    await outcome(client.chat.update({ channel, ts: '1.000001', text: 'x' })),
    await outcome(client.views.open({ trigger_id: 'x', view: modal })),
  ];
};

test('the emulator and this server say the same of posting, threads, changes, homes, uploads and what is not there', async () => {
  const [one, other] = [await walk(theirs), await walk(ours)];
  expect(one).toEqual(other);
  expect(one).toEqual([
    true,
    [true, true, true],
    [true, 'tre', undefined],
    'D',
    ['home', 'section'],
    true,
    'channel_not_found',
    'no_text',
    'message_not_found',
    'invalid_trigger_id',
  ]);
});

test('the emulator takes blocks, arguments and threads that there are not, which this server refuses', async () => {
  const tries = async ({ client, channel }: Side): Promise<unknown[]> => {
    const post = (more: object) => outcome(client.apiCall('chat.postMessage', { channel, text: 'x', ...more }));
    const all = [
      await post({ blocks: [{ type: 'nonsense' }] }),
      await post({ blocks: Array(51).fill({ type: 'divider' }) }),
      await post({ loud: true }),
      await post({ thread_ts: '1.000001' }),
      await outcome(
        client.apiCall('assistant.threads.setStatus', { channel_id: channel, thread_ts: '1.0', status: 'x' }),
      ),
    ];
    return all.map((one) => (typeof one === 'string' ? one : 'taken'));
  };
  expect(await tries(theirs)).toEqual(['taken', 'taken', 'taken', 'taken', 'no answer of Slack’s']);
  expect(await tries(ours)).toEqual([
    'invalid_blocks',
    'invalid_blocks',
    'invalid_arguments',
    'cannot_reply_to_message',
    'thread_not_found',
  ]);
});
