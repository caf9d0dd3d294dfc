import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { App, LogLevel } from '@slack/bolt';
import { expect, test } from 'vitest';
import { connectSlack } from './control.ts';
import { startSlack } from './server.ts';

const script = fileURLToPath(new URL('./serve.ts', import.meta.url));

test('a server of its own process is driven over HTTP by the same words, also while Slack is down', async () => {
  const child = spawn(process.execPath, [script, '--keep', '50'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const told = JSON.parse(line.toString()) as { apiUrl: string; control: string; token: string; appToken: string };
  const server = await connectSlack(told.control);
  expect(server).toMatchObject({ token: told.token, appToken: told.appToken, apiUrl: told.apiUrl });
  const lucia = await server.user({ name: 'Lucia' });
  const app = new App({
    token: told.token,
    appToken: told.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: told.apiUrl },
  });
  app.message(async ({ message, say }) => {
    if (message.subtype === undefined) await say(`Eco: ${message.text}`);
  });
  await app.start();
  await lucia.say('ciao');
  expect((await lucia.answer()).lines).toEqual(['Eco: ciao']);
  await expect(server.remote.say({ channel: 'C1', from: lucia.id, text: 'x' })).rejects.toThrow('has the id C1');
  const say = (text: string) => ['say', { channel: lucia.direct.id, from: lucia.id, text }];
  const many = await fetch(`${told.control}/control/many`, {
    method: 'POST',
    body: JSON.stringify(['1', '2', '3'].map(say)),
  });
  expect(((await many.json()) as { result: unknown[] }).result).toHaveLength(3);
  await server.settled();
  expect((await lucia.direct.botMessages()).map(({ text }) => text)).toHaveLength(4);
  await app.stop();
  await expect.poll(() => server.sockets()).toEqual([]);
  await server.down();
  await expect(fetch(told.apiUrl)).rejects.toThrow();
  expect(await lucia.direct.last()).toMatchObject({ name: 'Campanile' });
  await server.up();
  expect((await fetch(`${told.apiUrl}auth.test`)).status).toBe(200);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
});

test('what is neither a call nor an action is not found', async () => {
  const server = await startSlack();
  expect((await fetch(`${server.root}/nothing`)).status).toBe(404);
  const unknown = await fetch(`${server.control}/control/dance`, { method: 'POST' });
  expect(await unknown.json()).toEqual({ error: 'There is no action "dance"' });
  await server.close();
});

test('waiting for an app that does nothing ends with what was missing', async () => {
  const server = await startSlack();
  const lucia = await server.user({ name: 'Lucia' });
  await lucia.say('ciao');
  await expect(lucia.answer(50)).rejects.toThrow('fewer than 1 messages');
  await expect(lucia.modal(50)).rejects.toThrow('no modal');
  await expect(lucia.published(50)).rejects.toThrow('no home');
  await expect(lucia.ephemeral(50)).rejects.toThrow('alone nothing');
  await expect(server.settled({ within: 50 })).rejects.toThrow('had not come to rest');
  await server.close();
});
