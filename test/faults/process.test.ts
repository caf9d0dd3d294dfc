import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { root } from '../support/project.ts';
import { ownDataFolder } from '../support/run.ts';
import { type BotApi, startBotApi } from '../support/telegram/server.ts';

const openServer = async (): Promise<BotApi> => {
  const server = await startBotApi();
  onTestFinished(() => server.close());
  return server;
};

type Program = ChildProcess & { readonly over: Promise<number | null> };

/** The real program at a server, its standard error going where the test says. */
const startAt = (
  server: BotApi,
  more: NodeJS.ProcessEnv = {},
  errors: 'pipe' | 'ignore' | number = 'ignore',
): Program => {
  const child = spawn(process.execPath, ['bin/campanile.cjs'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'debug',
      ...ownDataFolder(),
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
      ...more,
    },
    stdio: ['ignore', 'ignore', errors],
  });
  const over = new Promise<number | null>((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await over;
  });
  return Object.assign(child, { over });
};

describe('where the log cannot be written', () => {
  test.each(['is closed', 'is full'])('because it %s, people are served and the end is clean', async (fault) => {
    const server = await openServer();
    const maria = await server.user({ firstName: 'Maria', languageCode: 'it' });
    const full = openSync('/dev/full', 'w');
    const app = startAt(server, {}, fault === 'is full' ? full : 'pipe');
    closeSync(full);
    app.stderr?.destroy();
    await maria.say('chi mette i soldi?');
    expect((await maria.answer(8000)).text).toMatch(/Campanile/);
    // Something to tell comes up.
    await server.fault({ kind: 'page', status: 502 }, { method: 'getUpdates' });
    await maria.say('e poi?');
    await maria.answer(8000);
    app.kill('SIGTERM');
    expect(await app.over).toBe(0);
  });
});

test('told to end while Telegram answers nothing it ends within six seconds, and what waited goes out at the next start', async () => {
  const server = await openServer();
  const settings = ownDataFolder();
  const maria = await server.user({ firstName: 'Maria', languageCode: 'it' });
  await server.fault({ kind: 'slow', milliseconds: 30_000 }, { method: 'sendMessage', times: 'always' });
  const app = startAt(server, settings);
  await maria.say('/lingua francese');
  await vi.waitFor(async () => expect((await server.status()).busy).toBeGreaterThan(0), 8000);
  const told = performance.now();
  app.kill('SIGTERM');
  expect(await app.over).toBe(0);
  expect(performance.now() - told).toBeLessThan(6000);
  await server.clearFaults();
  startAt(server, settings);
  await vi.waitFor(async () => expect((await maria.talk.last())?.text).toMatch(/français/), 8000);
});

test('it listens nowhere: what comes by HTTP, however forged or large, finds no door', async () => {
  const server = await openServer();
  const maria = await server.user({ firstName: 'Maria', languageCode: 'it' });
  const shut = 'import net from "node:net"; net.Server.prototype.listen = () => process.exit(9);';
  const app = startAt(server, { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(shut)}` });
  await maria.say('chi mette i soldi?');
  await maria.answer(8000);
  app.kill('SIGTERM');
  expect(await app.over).toBe(0);
});
