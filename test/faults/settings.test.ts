import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashKnowledge } from '../../src/knowledge/hash.ts';
import { loadLibrary } from '../../src/knowledge/library.ts';
import { newFolder } from '../support/folder.ts';
import { knowledgeFolder } from '../support/knowledge.ts';
import { campanile, ownDataFolder } from '../support/run.ts';

describe('a setting', () => {
  const TOKEN = '7000000001:AAsecretsecretsecretsecretsecretsecret';

  test.each([
    ['a token that is cut in two lines', `${TOKEN}\nAAmore`],
    ['a token with what is no part of it', `bot ${TOKEN}`],
    ['a token without its number', 'AAsecretsecretsecret'],
  ])(
    '%s is refused before anything is opened, in one line that does not tell it, with what to do',
    async (_, token) => {
      const { DATA_DIR, KEY_FILE } = ownDataFolder();
      const { code, out, err } = await campanile([], '', { DATA_DIR, KEY_FILE, TELEGRAM_BOT_TOKEN: token });
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^campanile: TELEGRAM_BOT_TOKEN: .*\n {2}Mend it .*\n$/);
      expect(err).not.toContain('secret');
      expect(readdirSync(DATA_DIR)).toEqual(['index']);
    },
  );

  test('a token that is left empty is none: the terminal is served', async () => {
    const { code, out } = await campanile([], 'ciao\n', { ...ownDataFolder(), TELEGRAM_BOT_TOKEN: '  ', LANG: 'it' });
    expect([code, out]).toEqual([0, expect.stringMatching(/^Buongiorno/)]);
  });

  test.each([
    ['CENTRES_FILE', 'nowhere.yaml'],
    ['TELEGRAM_API_ROOT', 'ftp://example.org'],
    ['OPENAI_BASE_URL', 'not a place'],
    ['OPERATOR_NAME', 'two\nlines'],
  ])('%s that cannot be used is named in one line with what to do, as exit code 2', async (name, value) => {
    const { code, err } = await campanile([], 'ciao\n', { ...ownDataFolder(), [name]: value });
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(2);
    expect(err).toMatch(name === 'CENTRES_FILE' ? /nowhere\.yaml/ : new RegExp(`^campanile: ${name}: `));
  });
});

describe('a file of the edition', () => {
  const copied = (): string => {
    const folder = join(newFolder(), 'knowledge');
    cpSync(knowledgeFolder, folder, { recursive: true });
    return folder;
  };
  const plan = (folder: string): string => join(folder, 'plans', '5-pro-loco', 'it.md');
  const nameOf = (folder: string): string => hashKnowledge(folder, createHash('sha256'));

  test('makes the same index however its accents and line ends are written', () => {
    const folder = copied();
    const before = nameOf(folder);
    const text = readFileSync(plan(folder), 'utf8');
    writeFileSync(plan(folder), `\ufeff${text.replaceAll('\n', '\r\n').normalize('NFD')}`);
    expect(nameOf(folder)).toBe(before);
    writeFileSync(plan(folder), text.replace('La Pro Loco', 'La pro loco'));
    expect(nameOf(folder)).not.toBe(before);
  });

  test('that is a gigabyte long is refused by its name, at once', () => {
    const folder = copied();
    truncateSync(plan(folder), 2 ** 30);
    expect(statSync(plan(folder)).size).toBe(2 ** 30);
    const began = performance.now();
    expect(() => loadLibrary(folder)).toThrow(/it\.md: is larger/);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
