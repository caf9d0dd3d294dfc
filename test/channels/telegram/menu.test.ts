import { expect, test } from 'vitest';
import { COMMAND_NAMES, isCommand } from '../../../src/assistant/hear/commands.ts';
import { MENUS } from '../../../src/channels/telegram/menu.ts';
import { LANGUAGES } from '../../../src/domain/language.ts';
import { openServer, startChannel } from './at-server.ts';

/** The first names of the commands, which are offered, by language. */
const offered = (language: (typeof LANGUAGES)[number]): string[] =>
  Object.values(COMMAND_NAMES).map((names) => names[language][0]);

test.each(LANGUAGES)('every command of the menu in %s is the name that the assistant offers for it', (language) => {
  const names = MENUS[language].commands.map(([name]) => name);
  expect(names.filter((name) => !offered(language).includes(name))).toEqual([]);
  expect(names.every((name) => isCommand(`/${name}`))).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});

test('the menus offer the same commands in the same order in each language', () => {
  const commandOf = (language: (typeof LANGUAGES)[number]) =>
    MENUS[language].commands.map(([name]) => Object.keys(COMMAND_NAMES)[offered(language).indexOf(name)]);
  expect([commandOf('fr'), commandOf('en')]).toEqual([commandOf('it'), commandOf('it')]);
});

test('menu and descriptions are registered in each language, in private and in groups, and written once', async () => {
  const server = await openServer();
  const first = await startChannel(server);
  await server.settled({ quiet: 200 });
  const profile = await server.profile();
  for (const scope of ['all_private_chats', 'all_group_chats']) {
    for (const [shown, language] of [['en', ''], ...LANGUAGES.map((one) => [one, one] as const)] as const) {
      const commands = MENUS[shown].commands.map(([command, description]) => ({ command, description }));
      expect(profile[`commands {"type":"${scope}"} ${language}`]).toEqual(commands);
    }
  }
  await first.stop();
  const before = (await server.calls()).length;
  await startChannel(server);
  await server.settled({ quiet: 200 });
  const calls = (await server.calls()).slice(before);
  expect(calls.map(({ method }) => method).filter((method) => method.startsWith('set'))).toEqual([]);
  expect(calls.every(({ status }) => status === 200)).toBe(true);
});
