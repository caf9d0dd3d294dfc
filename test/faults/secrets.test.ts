import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { freePort } from '../channels/slack/at-server.ts';
import { centreAtDesk, DESK } from '../slack/centre.ts';
import { type EmbeddingServer, openEmbeddingServer, sendJson } from '../support/embedding-server.ts';
import { ownDataFolder } from '../support/run.ts';
import type { Fault as SlackFault } from '../support/slack/faults.ts';
import { type Slack, startSlack } from '../support/slack/server.ts';
import { type AppProcess, startApp } from '../support/telegram/app-process.ts';
import type { Fault as TelegramFault } from '../support/telegram/faults.ts';
import type { Message } from '../support/telegram/message.ts';
import { type BotApi, startBotApi } from '../support/telegram/server.ts';
import { echo, expectNothingPlanted, OPENAI_KEY, WORDS } from './planted.ts';

const SOON = { timeout: 30_000, interval: 20 };

let telegram: BotApi;
let slack: Slack;
let embeddings: EmbeddingServer;
let settings: NodeJS.ProcessEnv;
let keyFile: string;
/** All that every program of a test said, on standard output and error. */
let programs: AppProcess[];

beforeEach(async () => {
  telegram = await startBotApi();
  slack = await startSlack({ clientIds: true });
  embeddings = await openEmbeddingServer();
  programs = [];
  const own = ownDataFolder();
  keyFile = own.KEY_FILE;
  settings = {
    ...own,
    ...centreAtDesk(),
    LOG_LEVEL: 'debug',
    LANG: 'it_IT.UTF-8',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    SLACK_BOT_TOKEN: slack.token,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    OPENAI_BASE_URL: embeddings.url,
    OPENAI_API_KEY: OPENAI_KEY,
    OPENAI_EMBEDDING_MODEL: 'any',
  };
  onTestFinished(async () => {
    await Promise.all(programs.map((one) => one.kill()));
    await Promise.all([telegram.close(), slack.close(), embeddings.close()]);
  });
});

const start = (more: NodeJS.ProcessEnv = {}): AppProcess => {
  const app = startApp({ ...settings, ...more });
  programs.push(app);
  return app;
};
const told = (): string => programs.map((one) => one.said()).join('\n');
const isServed = () => vi.waitFor(async () => expect((await slack.sockets()).length).toBeGreaterThan(0), SOON);

/** What each platform may answer to a call, with all that must be told to nobody in it. */
const telegramFaults = (): TelegramFault[] => {
  const words = echo(telegram.token);
  return [
    { kind: 'retry-after', seconds: 1 },
    ...[400, 403, 404, 409, 500].map((code): TelegramFault => ({ kind: 'refuse', code, description: words })),
    { kind: 'refuse', code: 400, description: `Bad Request: can't parse entities: unsupported start tag “${words}”` },
    { kind: 'refuse', code: 401, description: `Unauthorized ${words}` },
    { kind: 'page', status: 502, body: `<html>${words}</html>` },
    { kind: 'page', status: 200, body: words },
    { kind: 'cut', executed: false },
    { kind: 'cut', executed: true },
    { kind: 'slow', milliseconds: 300 },
  ];
};
const slackFaults = (): SlackFault[] => {
  const words = echo(slack.token, slack.appToken);
  return [
    { kind: 'retry-after', seconds: 1 },
    ...[words, 'internal_error', 'invalid_blocks', 'msg_too_long', 'ratelimited', 'invalid_auth'].map(
      (error): SlackFault => ({ kind: 'refuse', error }),
    ),
    { kind: 'page', status: 500, body: `<html>${words}</html>` },
    { kind: 'page', status: 200, body: words },
    { kind: 'cut', executed: false },
    { kind: 'cut', executed: true },
    { kind: 'slow', milliseconds: 300 },
  ];
};

const calm = async (): Promise<void> => {
  for (let times = 0; times < 2; times++) {
    await telegram.settled({ quiet: 300, within: 60_000 });
    await slack.settled({ quiet: 300, within: 60_000 });
  }
};

test('whatever Telegram, Slack and the endpoint of the vectors answer, and killed in the middle, no word and no secret stands in what it says', async () => {
  embeddings.answer((response, { input, authorization }) =>
    sendJson(response, 500, { error: { message: `${echo(OPENAI_KEY)} ${authorization} ${input.join(' ')}` } }),
  );
  const first = start();
  await first.ready;
  await isServed();
  const citizen = await telegram.user({ firstName: WORDS.citizen, lastName: WORDS.surname, languageCode: 'it' });
  const staff = await slack.user({ name: WORDS.staff, locale: 'it-IT' });
  const desk = await slack.channel({ id: DESK, name: 'sportello', members: [staff] });
  const tap = async (label: string): Promise<void> => {
    const has = ({ reply_markup }: Message) => JSON.stringify(reply_markup ?? '').includes(label);
    const message = await vi.waitUntil(async () => (await citizen.talk.botMessages()).findLast(has), SOON);
    await citizen.press(message!, label);
    await calm();
  };
  const press = async (value: RegExp): Promise<void> => {
    const carries = ({ value: carried }: { readonly value: string }) => value.test(carried);
    const of = async () => (await desk.botMessages()).findLast(({ buttons }) => buttons.some(carries));
    const message = await vi.waitUntil(of, SOON);
    await desk.press(staff, message!, message!.buttons.find(carries)!.value);
    await calm();
  };

  await citizen.say(`${WORDS.asked}? ${WORDS.telephone} ${WORDS.mail}`);
  await calm();
  await tap('Una persona');
  await tap('Manda');
  await press(/^take$/);
  const thread = desk.threadOf((await desk.botMessages())[0]!);

  // Each fault meets a message on its way, in both directions.
  for (const fault of telegramFaults()) await telegram.fault(fault, { method: 'sendMessage' });
  for (const fault of slackFaults()) await slack.fault(fault, { method: 'chat.postMessage' });
  for (let times = 0; times < 8; times++) {
    await citizen.say(`${WORDS.said} ${times}`);
    const said = await thread.say(staff, `${WORDS.sent} ${times}`);
    await (await thread.shortcut(staff, said, 'send_to_citizen')).outcome(20_000);
    await staff.submit().catch(() => {});
    await thread.say(staff, `${WORDS.inside} ${times}`);
  }
  await calm();

  // … and everything else that is called.
  const [pages, cuts] = [
    { kind: 'page', status: 502, body: echo(telegram.token, slack.token) },
    { kind: 'cut', executed: false },
  ] as const;
  for (const fault of [pages, cuts]) {
    for (const method of ['getUpdates', 'editMessageText', 'answerCallbackQuery', 'sendDocument'])
      await telegram.fault(fault, { method });
    for (const method of ['chat.update', 'views.open', 'users.info', 'conversations.members', 'apps.connections.open'])
      await slack.fault(fault, { method });
    await slack.babble(echo(slack.appToken));
    await slack.cutSockets();
    await isServed();
    await press(/^canned$/);
    await desk.share(staff, { name: WORDS.file, content: WORDS.inside, text: WORDS.inside });
    await citizen.say('/aiuto');
    await calm();
  }
  await slack.disconnect('warning');
  await slack.disconnect('refresh_requested');
  await isServed();

  await Promise.all([citizen.say(`${WORDS.said} (nel mezzo)`), thread.say(staff, WORDS.inside), first.kill()]);
  const second = start();
  await second.ready;
  await isServed();
  await calm();
  await telegram.fault({ kind: 'refuse', code: 401, description: echo(telegram.token) }, { times: 'always' });
  await slack.revoke();
  await citizen.say(WORDS.said);
  await slack.down();
  await vi.waitFor(() => expect(second.said()).toMatch(/could not be reached|refuses|could not be sent/), SOON);
  expect(await second.end()).toBe(0);

  expect(told()).toMatch(/could not be sent|tried again/);
  expectNothingPlanted(told(), { telegram, slack, keyFile });
}, 240_000);

test('whoever knocks where Slack posts, and whatever they sign, no word and no secret stands in what it says', async () => {
  const port = await freePort();
  const { SLACK_APP_TOKEN: _, ...overHttp } = settings;
  settings = { ...overHttp, SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) };
  const app = start();
  await app.ready;
  const url = `http://127.0.0.1:${port}/slack/events`;
  await slack.setRequestUrl(url);
  const lucia = await slack.user({ name: WORDS.citizen });
  await lucia.say(WORDS.asked);
  await calm();
  const event = { type: 'message', channel: lucia.direct.id, user: lucia.id, ts: '1.1', text: WORDS.said };
  const payload = { type: 'event_callback', event_id: 'Ev1', event };
  for (const forged of [
    { secret: echo() },
    { signature: slack.signingSecret },
    { signature: '' },
    { second: 1 },
    { body: echo(slack.signingSecret) },
    { body: `{"text":"${WORDS.said}` },
    { body: JSON.stringify({ ...payload, event: { ...event, ts: [WORDS.said] } }) },
    { payload: { type: WORDS.said } },
  ])
    await slack.post({ payload, ...forged });
  for (const body of [echo(), `payload=${echo(slack.token)}`]) await fetch(url, { method: 'POST', body });
  await fetch(`http://127.0.0.1:${port}/${encodeURIComponent(WORDS.said)}`);
  expect(await app.end()).toBe(0);
  expectNothingPlanted(told(), { telegram, slack, keyFile });
}, 120_000);

test.each([
  ['TELEGRAM_BOT_TOKEN', () => `7000000001:${OPENAI_KEY}`],
  ['SLACK_BOT_TOKEN', () => `xoxb-${OPENAI_KEY}`],
  ['TELEGRAM_BOT_TOKEN', () => OPENAI_KEY],
  ['SLACK_BOT_TOKEN', () => OPENAI_KEY],
  ['SLACK_SIGNING_SECRET', () => OPENAI_KEY],
])('a wrong %s ends the start, and is not told', async (name, wrong) => {
  const app = start({ [name]: wrong() });
  await expect(app.ready).rejects.toThrow('ended with 2');
  expectNothingPlanted(told(), { telegram, slack });
});

test('a wrong SLACK_APP_TOKEN is told as such, and not what it is', async () => {
  const app = start({ SLACK_APP_TOKEN: `xapp-${OPENAI_KEY}` });
  await vi.waitFor(() => expect(app.said()).toMatch(/SLACK_APP_TOKEN/), SOON);
  expectNothingPlanted(told(), { telegram, slack });
}, 60_000);
