import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { closeLater } from '../support/close-later.ts';
import { newFolder } from '../support/folder.ts';
import { runScript } from '../support/in-process.ts';
import { ownDataFolder } from '../support/run.ts';
import { settingsIn } from '../support/store-folder.ts';
import { startApp } from '../support/telegram/app-process.ts';
import { walkToFirstTick } from '../support/telegram/first-tick.ts';
import { startBotApi } from '../support/telegram/server.ts';
import { listIn, tickOf } from '../telegram/village.ts';

test('what was backed up as README says goes on elsewhere, with nothing sent again though all comes in again', async () => {
  const server = await startBotApi();
  onTestFinished(() => server.close());
  const start = (settings: NodeJS.ProcessEnv) => {
    const app = startApp({ ...settings, TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root });
    onTestFinished(async () => void (await app.end()));
    return app;
  };
  const here = ownDataFolder();
  const first = start(here);
  await first.ready;
  const { group } = await walkToFirstTick(server);
  await first.end();

  const folder = newFolder();
  const there = { DATA_DIR: join(folder, 'data'), KEY_FILE: join(folder, 'elsewhere', 'key') };
  cpSync(here.DATA_DIR, there.DATA_DIR, { recursive: true, verbatimSymlinks: true });
  cpSync(here.KEY_FILE, there.KEY_FILE);
  const before = await group.messages();
  const second = start(there);
  await second.ready;
  await server.rewind(0);
  await server.settled({ quiet: 500 });
  expect(await group.messages()).toEqual(before);
  const anna = await server.user({ firstName: 'Anna', languageCode: 'it' });
  await group.add(anna, anna);
  await group.press(anna, await listIn(group), tickOf(await listIn(group), 2));
  await vi.waitFor(async () => expect((await listIn(group)).text).toMatch(/fatto da Luca[\s\S]*fatto da Anna/), 5000);
});

test('a snapshot of the disk taken in the middle of the work opens elsewhere and holds all that was done before it', async () => {
  const folder = newFolder();
  const worker = runScript('store-worker.ts', folder, 'run', '4');
  onTestFinished(() => worker.kill());
  await worker.told('ready');
  for (let snapshot = 1; snapshot <= 4; snapshot++) {
    await vi.waitFor(() => expect(worker.lines.length).toBeGreaterThan(100 * snapshot), 5000);
    const elsewhere = newFolder();
    process.kill(worker.pid, 'SIGSTOP');
    const committed = worker.lines.filter((line) => line.startsWith('committed'));
    cpSync(folder, elsewhere, { recursive: true });
    process.kill(worker.pid, 'SIGCONT');
    const store = closeLater(await openSqliteStore({ ...settingsIn(elsewhere), isWorker: true }));
    for (const line of committed) {
      const [, address = '', id = ''] = line.split(' ');
      const { count, members } = (await store.load(address))!.conversation;
      expect(Object.keys(members)).toContain(id);
      expect(count, 'nothing was heard twice').toBe(Object.keys(members).length);
    }
  }
});
