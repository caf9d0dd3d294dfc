import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Bot } from 'grammy';
import { expect, test } from 'vitest';
import { connectBotApi } from './control.ts';
import { startBotApi } from './server.ts';

const script = fileURLToPath(new URL('./serve.ts', import.meta.url));

test('a server of its own process is driven over HTTP by the same words', async () => {
  const child = spawn(process.execPath, [script, '--keep', '50'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { root, token } = JSON.parse(line.toString()) as { root: string; token: string };
  const server = await connectBotApi(root);
  expect(server.token).toBe(token);
  const maria = await server.user({ firstName: 'Maria' });
  const bot = new Bot(token, { client: { apiRoot: root } });
  bot.on('message:text', async (context) => {
    await context.reply(`Eco: ${context.message.text}`);
  });
  const running = bot.start();
  await maria.say('ciao');
  expect((await maria.answer()).text).toBe('Eco: ciao');
  await expect(server.remote.say({ chat: 1, from: 2, text: 'x' })).rejects.toThrow('No chat has the id 1');
  const many = await fetch(`${root}/control/many`, {
    method: 'POST',
    body: JSON.stringify([1, 2, 3].map((text) => ['say', { chat: maria.id, from: maria.id, text: `${text}` }])),
  });
  expect(((await many.json()) as { result: unknown[] }).result).toHaveLength(3);
  await server.settled();
  expect((await maria.talk.botMessages()).map(({ text }) => text)).toEqual(['Eco: ciao', 'Eco: 1', 'Eco: 2', 'Eco: 3']);
  await bot.stop();
  await running;
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
});

test('what is neither a call nor an action is not found', async () => {
  const server = await startBotApi();
  expect((await fetch(`${server.root}/file`)).status).toBe(404);
  const unknown = await fetch(`${server.root}/control/dance`, { method: 'POST' });
  expect(await unknown.json()).toEqual({ error: 'There is no action "dance"' });
  await server.close();
});

test('waiting for a bot that does not answer ends with what was missing', async () => {
  const server = await startBotApi();
  const maria = await server.user({ firstName: 'Maria' });
  await maria.say('ciao');
  await expect(maria.answer(50)).rejects.toThrow('fewer than 1 messages');
  await expect(server.settled({ within: 50 })).rejects.toThrow('had not come to rest');
  await server.close();
});
