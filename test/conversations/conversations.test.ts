import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { createLog } from '../../src/log.ts';
import { createPlayer, type Line, readDialogue, readOut } from '../support/dialogue.ts';
import { ownDataFolder } from '../support/run.ts';

const here = new URL('./', import.meta.url);
const dialogues = readdirSync(here)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, lines: readDialogue(readFileSync(new URL(name, here), 'utf8')) }));

/** The one-time word, put where a line writes `{word}`. */
const withWord = (line: Extract<Line, { kind: 'says' }>, word: string): Extract<Line, { kind: 'says' }> =>
  line.event.kind === 'text'
    ? { ...line, event: { kind: 'text', text: line.event.text.replace('{word}', word) } }
    : line;

test.each(dialogues)('$name goes as it is written', { timeout: 60_000 }, async ({ lines }) => {
  const folder = ownDataFolder();
  const player = await createPlayer(() => createApp(readConfig({ ...folder, LANG: 'en_GB' }), createLog('silent')));
  let heard = '';
  let word = '';
  let last = 'the beginning';
  for (const line of lines) {
    switch (line.kind) {
      case 'chat':
        player.into(line);
        break;
      case 'says':
        last = `${line.who}: ${JSON.stringify(line.event)}`;
        heard = (await player.say(withWord(line, word))).map(readOut).join('\n\n');
        word = /\/start (\S+)/.exec(heard)?.[1] ?? word;
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

describe('the dialogues together', () => {
  const chatsOf = (lines: readonly Line[]) => lines.flatMap((line) => (line.kind === 'chat' ? [line] : []));

  test('are at least 15, with at least 4 in each language', () => {
    expect(dialogues.length).toBeGreaterThanOrEqual(15);
    for (const language of LANGUAGES)
      expect(
        dialogues.filter(({ lines }) => chatsOf(lines).some((chat) => chat.language === language)).length,
        language,
      ).toBeGreaterThanOrEqual(4);
  });

  test('have two groups at once that are never mixed, and a restart in the middle', () => {
    const groupsOf = (lines: readonly Line[]) =>
      new Set(chatsOf(lines).flatMap(({ place, chat }) => (place === 'group' ? [chat] : [])));
    const mixing = dialogues.filter(({ lines }) => groupsOf(lines).size >= 2);
    expect(mixing.some(({ lines }) => lines.some((line) => line.kind === 'hears' && line.never))).toBe(true);
    const restarting = dialogues.filter(({ lines }) => lines.some(({ kind }) => kind === 'restart'));
    expect(restarting.some(({ lines }) => lines.findIndex(({ kind }) => kind === 'restart') < lines.length - 3)).toBe(
      true,
    );
  });
});
