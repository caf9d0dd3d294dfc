import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createPlayer, readDialogue, readOut } from '../support/dialogue.ts';
import { ownDataFolder } from '../support/run.ts';

const here = new URL('./', import.meta.url);
const names = readdirSync(here).filter((name) => name.endsWith('.txt'));

test.each(names)('%s goes as it is written', { timeout: 60_000 }, async (name) => {
  const lines = readDialogue(readFileSync(new URL(name, here), 'utf8'));
  const folder = ownDataFolder();
  const player = await createPlayer(() => createApp(readConfig({ ...folder, LANG: 'en_GB' }), createLog('silent')));
  let heard = '';
  let last = 'the beginning';
  for (const line of lines) {
    switch (line.kind) {
      case 'chat':
        player.into(line);
        break;
      case 'says':
        last = `${line.who}: ${JSON.stringify(line.event)}`;
        heard = (await player.say(line)).map(readOut).join('\n\n');
        break;
      case 'hears':
        if (line.never) expect(heard, `after ${last}`).not.toContain(line.words);
        else expect(heard, `after ${last}`).toContain(line.words);
        break;
      case 'stands': {
        const { plan, phase, mode, open, ticked } = await player.state();
        const state: Record<string, unknown> = { plan, phase, mode, open: open.length, ticked: ticked.length };
        for (const [key, value] of Object.entries(line.state))
          expect(`${key} ${state[key]}`, `after ${last}`).toBe(`${key} ${value}`);
        break;
      }
      case 'restart':
        await player.restart();
        break;
    }
  }
  await player.close();
});
