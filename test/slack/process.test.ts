import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { root } from '../support/project.ts';
import { type Slack, startSlack } from '../support/slack/server.ts';
import { startApp } from '../support/telegram/app-process.ts';
import { slackSettings } from './village.ts';

let server: Slack;
let settings: NodeJS.ProcessEnv;

beforeEach(async () => {
  server = await startSlack({ clientIds: true });
  onTestFinished(() => server.close());
  settings = slackSettings(server);
});

const SOON = { timeout: 20_000, interval: 20 };
const isServed = () => vi.waitFor(async () => expect((await server.sockets()).length).toBeGreaterThan(0), SOON);

test('killed while people write, it loses nothing that was said and says nothing twice', async () => {
  const people = await Promise.all(['Maria', 'Luca', 'Anna'].map((name) => server.user({ name, locale: 'it-IT' })));
  const start = () =>
    spawn(process.execPath, ['bin/campanile.cjs'], { cwd: root, env: { PATH: process.env.PATH, ...settings } });
  let app = start();
  onTestFinished(() => void app.kill('SIGKILL'));
  for (let round = 0; round < 4; round++) {
    await isServed();
    await Promise.all(people.map((one) => one.say(`dove troviamo i soldi? (${round})`)));
    await sleep(round * 15);
    const over = new Promise((resolve) => app.once('close', resolve));
    app.kill('SIGKILL');
    await over;
    await vi.waitFor(async () => expect(await server.sockets()).toEqual([]), SOON);
    app = start();
  }
  await isServed();
  // What was not acknowledged comes again, at the latest after some minutes.
  for (let tries = 0; tries < 30 && (await server.status()).pending > 0; tries++) {
    await server.retryNow();
    await sleep(500);
  }
  await server.settled({ quiet: 1500, within: 20_000 });
  expect((await server.status()).givenUp).toBe(0);
  for (const one of people) {
    const answers = await one.direct.botMessages();
    expect(
      answers.map(({ lines }) => /IFaAP/.test(lines.join())),
      one.name,
    ).toEqual([true, true, true, true]);
  }
}, 120_000);

test('whatever goes wrong with Slack, no token and no word stands in what it says', async () => {
  const app = startApp({ ...settings, LOG_LEVEL: 'debug' });
  onTestFinished(async () => void (await app.end()));
  await isServed();
  const maria = await server.user({ name: 'Maria' });
  for (const fault of [
    { kind: 'cut', executed: false },
    { kind: 'page', status: 502, body: `<html>${server.token}</html>` },
  ] as const) {
    await server.fault(fault, { method: 'chat.postMessage' });
    await maria.say('il-mio-segreto');
    await server.cutSockets();
    await isServed();
  }
  await vi.waitFor(async () => expect(await maria.direct.botMessages()).toHaveLength(2), SOON);
  await server.down();
  await vi.waitFor(() => expect(app.said()).toMatch(/could not be reached/), SOON);
  expect(await app.end()).toBe(0);
  expect(app.said()).toContain('serving slack');
  expect(app.said()).not.toMatch(/xoxb|xapp|strict-server-for-tests|il-mio-segreto/);
}, 60_000);

test('a wrong token ends the start with what to do, as exit code 2', async () => {
  const app = startApp({ ...settings, SLACK_BOT_TOKEN: 'xoxb-not-the-token-of-this-app' });
  await expect(app.ready).rejects.toThrow(/ended with 2: .*refuses the token of the bot\n.*SLACK_BOT_TOKEN/s);
  expect(app.said()).not.toContain('not-the-token');
}, 30_000);
