import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { root } from '../support/project.ts';
import { ownDataFolder } from '../support/run.ts';
import { type AppProcess, startApp } from '../support/telegram/app-process.ts';
import { walkToFirstTick } from '../support/telegram/first-tick.ts';
import { type BotApi, startBotApi } from '../support/telegram/server.ts';
import { listIn, tickOf } from './village.ts';

let server: BotApi;
let settings: NodeJS.ProcessEnv;

beforeEach(async () => {
  server = await startBotApi();
  onTestFinished(() => server.close());
  settings = { ...ownDataFolder(), TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root };
});

const start = (more: NodeJS.ProcessEnv = {}): AppProcess => {
  const app = startApp({ ...settings, ...more });
  onTestFinished(async () => void (await app.end()));
  return app;
};

/** The day of a tick is another every day. */
const withoutDays = (text: string): string => text.replace(/, \d{1,2} \p{L}+$/gmu, '');

test('from /start to the first tick it goes as README shows it; told to end it ends cleanly; the next start goes on there', async () => {
  const first = start();
  await first.ready;
  const { group, seen } = await walkToFirstTick(server);
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, shown = ''] = /^```\n(Maria, in private:\n.*?)\n```$/ms.exec(readme) ?? [];
  const hint = 'README is old: node test/support/telegram/print-first-tick.ts prints what it should show';
  expect(withoutDays(shown), hint).toBe(withoutDays(seen));
  expect(await first.end()).toBe(0);
  expect(first.said()).toMatch(/SIGTERM: finishing what was begun\n$/);

  const list = await listIn(group);
  const anna = await server.user({ firstName: 'Anna', languageCode: 'it' });
  await group.add(anna, anna);
  await group.press(anna, list, tickOf(list, 2));
  const second = start();
  await second.ready;
  await vi.waitFor(async () => expect((await listIn(group)).text).toMatch(/fatto da Luca[\s\S]*fatto da Anna/), 5000);
  expect((await listIn(group)).message_id).toBe(list.message_id);
  expect(await second.end()).toBe(0);
  expect(second.said()).not.toContain('key was made');
});

test('whatever goes wrong with Telegram, the token stands in nothing that it says, and what is said to it not either', async () => {
  const app = start({ LOG_LEVEL: 'debug' });
  await app.ready;
  const maria = await server.user({ firstName: 'Maria', languageCode: 'it' });
  for (const fault of [
    { kind: 'cut', executed: false },
    { kind: 'page', status: 502, body: `<html>${server.token}</html>` },
  ] as const) {
    await server.fault(fault, { method: 'getUpdates' });
    await server.fault(fault, { method: 'sendMessage' });
    await maria.say('il-mio-segreto');
  }
  await vi.waitFor(async () => expect(await maria.talk.botMessages()).toHaveLength(2), 8000);
  await server.close();
  await vi.waitFor(() => expect(app.said()).toMatch(/ECONNREFUSED|could not be reached/), 5000);
  expect(await app.end()).toBe(0);
  expect(app.said()).not.toContain(server.token);
  expect(app.said()).not.toContain(server.token.split(':')[1]);
  expect(app.said()).not.toContain('il-mio-segreto');
});

test('a wrong token ends the start with what to do, as exit code 2', async () => {
  const app = start({ TELEGRAM_BOT_TOKEN: '123456:AAnotTheTokenOfThisBot' });
  await expect(app.ready).rejects.toThrow(/ended with 2: .*refuses the token of the bot\n.*@BotFather/s);
  expect(app.said()).not.toContain('AAnotTheToken');
});
