import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyProject, root, uninstall } from '../support/project.ts';
import { campanile, linesOf, ownDataFolder, runNode } from '../support/run.ts';

describe('ask', () => {
  test('answers a question with its source', async () => {
    const { code, out } = await campanile(['ask', 'chi deve coinvolgere la Pro Loco?']);
    expect(code).toBe(0);
    expect(out).toMatch(/Dalla guida: .*Pro Loco/);
  });

  test('--json prints the whole answer as one object', async () => {
    const { out } = await campanile(['ask', 'qui finance le démarrage ?', '--json', '--language', 'it']);
    const [answer] = linesOf(out);
    expect(answer).toMatchObject({ language: 'fr', outcome: 'answered' });
    expect(Object.keys(answer!)).toEqual(['language', 'outcome', 'text', 'citations', 'ranked', 'milliseconds']);
  });

  test('--jsonl prints one object for each line, in order, in the form of the design', async () => {
    const lines = [
      { id: '1', text: 'dove troviamo i soldi?' },
      { id: 2, text: 'GAL', language: 'fr' },
      { id: '3', text: 'what is the weather tomorrow?' },
    ];
    const { code, out } = await campanile(['ask', '--jsonl'], lines.map((line) => JSON.stringify(line)).join('\n'));
    const answers = linesOf(out);
    expect(code).toBe(0);
    expect(answers.map(({ id, language }) => [id, language])).toEqual([
      ['1', 'it'],
      [2, 'fr'],
      ['3', 'en'],
    ]);
    for (const answer of answers) {
      const ranked = answer.ranked as { plan: number | null; phase: number | null; score: number }[];
      expect(ranked.length).toBeGreaterThan(0);
      expect(ranked.length).toBeLessThanOrEqual(10);
      expect(new Set(ranked.map(({ plan, phase }) => `${plan}.${phase}`)).size).toBe(ranked.length);
      expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a));
      expect(typeof answer.milliseconds).toBe('number');
    }
    expect(answers[2]).toMatchObject({ outcome: 'declined', citations: [] });
  });

  test('a bad line is named, the rest goes on, and the exit code is 1', async () => {
    const input = Buffer.concat([
      Buffer.from(
        '{"id":"1","text":"chi paga?"}\n{broken\n\n[]\n{"id":"5"}\n{"id":"6","text":"x","language":"de"}\n{"id":"7","text":"',
      ),
      Buffer.from([0xc3, 0x28, 0x00]),
      Buffer.from('"}\n{"id":"8","text":"chi paga?"}\n'),
    ]);
    const { code, out, err } = await campanile(['ask', '--jsonl'], input);
    const answers = linesOf(out);
    expect(code).toBe(1);
    expect(answers.map(({ id, line, error }) => [id, line, error === undefined])).toEqual([
      ['1', undefined, true],
      [null, 2, false],
      [null, 4, false],
      ['5', 5, false],
      ['6', 6, false],
      [null, 7, false],
      ['8', undefined, true],
    ]);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('strange texts are answered, never with a stack trace', async () => {
    const texts = [
      '',
      '   ',
      '👍',
      '!!!',
      '\u202edove\u0000',
      'a'.repeat(100_000),
      '\u0301'.repeat(500),
      '<script>alert(1)</script>',
      "'; DROP TABLE plans; --",
    ];
    const { code, out, err } = await campanile(
      ['ask', '--jsonl'],
      texts.map((text, id) => JSON.stringify({ id, text })).join('\n'),
    );
    expect(code).toBe(0);
    expect(linesOf(out).map(({ id }) => id)).toEqual(texts.map((_, id) => id));
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('a reader that goes away is no fault', async () => {
    const command = `'${process.execPath}' bin/campanile.cjs ask --jsonl | head -1 | wc -l`;
    const lines = Array.from({ length: 200 }, (_, id) => JSON.stringify({ id, text: 'chi paga?' })).join('\n');
    const { out, err } = await runNode('/bin/sh', ['-c', `cd '${root}' && ${command}`], lines, {});
    expect(out.trim()).toBe('1');
    expect(err).toBe('');
  });
});

describe('chat over a pipe', () => {
  test('greets in the machine’s language, answers each line and follows up', async () => {
    const { code, out } = await campanile(['chat'], 'la Pro Loco come coinvolge il paese?\nperché?\n', {
      LANG: 'it_IT.UTF-8',
      ...ownDataFolder(),
    });
    expect(code).toBe(0);
    expect(out.startsWith('Buongiorno! Sono Campanile')).toBe(true);
    expect(out.match(/fase 2, coinvolgere il paese/g)).toHaveLength(2);
  });

  test('greets in English where the machine speaks another language', async () => {
    expect((await campanile(['chat'], 'hi\n', { LANG: 'de_DE.UTF-8', ...ownDataFolder() })).out).toMatch(/^Hello!/);
  });

  test('without a command it is the same, and one log line says which mode runs', async () => {
    const { out, err } = await campanile([], 'bonjour\n', {
      LANG: 'fr_FR.UTF-8',
      LOG_LEVEL: 'info',
      ...ownDataFolder(),
    });
    expect(out).toMatch(/^Bonjour ! Je suis Campanile/);
    expect(err).toMatch(/^campanile: terminal chat.*TELEGRAM_BOT_TOKEN/);
    expect(err).toMatch(/a key was made. Back up two things/);
  });

  test('with nothing to read it says what to do and exits 2, and has opened and made nothing', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'campanile-nothing-')), 'data');
    const { code, out, err } = await campanile([], '', { DATA_DIR: folder, KEY_FILE: join(folder, 'key') });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/nothing came in\n {2}Start it in a terminal/);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('wrong use', () => {
  test.each([
    [['fly'], /there is no command "fly"\n {2}The commands are/],
    [['ask', '--colour', 'red'], /Unknown option '--colour'/],
    [['ask', 'chi?', '--language', 'de'], /--language de: there is no such edition\n {2}Write it, fr or en/],
    [['ask'], /there is no question/],
    [['chat', '--json'], /Unknown option '--json'/],
  ])('%j says what is wrong and what to do, and exits 2', async (words, message) => {
    const { code, out, err } = await campanile(words);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(2);
  });

  test.each([[['--help']], [['ask', '--help']], [['chat', '--help']], [['index', '--help']], [['fit', '--help']]])(
    '%j tells how it is used',
    async (words) => {
      const { code, out } = await campanile(words);
      expect(code).toBe(0);
      expect(out).toMatch(/^[Cc]ampanile/);
    },
  );

  test('a wrong setting is named with its remedy, and exits 2', async () => {
    const { code, err } = await campanile(['ask', 'chi?'], '', { LOG_LEVEL: 'loud' });
    expect(code).toBe(2);
    expect(err).toMatch(/LOG_LEVEL: .*\n {2}Mend it in the environment/);
  });
});

describe('a damaged or half-made installation', () => {
  test('a damaged knowledge file is named with its line, and exits 2', async () => {
    const copy = copyProject();
    writeFileSync(
      join(copy, 'knowledge', 'glossary', 'fr.md'),
      '---\nlanguage: fr\n---\n\n## GAL {#gal}\n\nUn groupe local.\n',
    );
    const { code, err } = await runNode(process.execPath, [join(copy, 'bin', 'campanile.cjs'), 'ask', 'chi?'], '', {});
    expect(code).toBe(2);
    expect(err).toMatch(/glossary\/fr\.md, line 7: the sentence ends without its anchors/);
  });

  test('a data folder that cannot be written costs a line, not the answer', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'campanile-data-')), 'a-file');
    writeFileSync(file, '');
    const { code, out, err } = await campanile(['ask', 'chi coinvolge la Pro Loco?'], '', { DATA_DIR: file });
    expect(code).toBe(0);
    expect(out).toContain('Dalla guida');
    expect(err).toMatch(/could not be written .*Make DATA_DIR writable/);
  });

  test('where hnswlib-node is not built one line says so and the exact scan answers', async () => {
    const copy = copyProject();
    uninstall(copy, 'hnswlib-node');
    const { code, out, err } = await runNode(
      process.execPath,
      [join(copy, 'bin', 'campanile.cjs'), 'ask', 'chi coinvolge la Pro Loco?'],
      '',
      {
        DATA_DIR: join(copy, 'data'),
        LOG_LEVEL: 'info',
      },
    );
    expect(code).toBe(0);
    expect(out).toContain('Dalla guida');
    expect(err.match(/hnswlib-node is not built here/g)).toHaveLength(1);
  });
});

describe('the launcher', () => {
  test('with an older Node hands over to the one of the lockfile, and passes input, output and exit code on', async () => {
    const copy = copyProject();
    // A Node that says it is old, so that the test needs none.
    const pretender = join(copy, 'pretend-old.cjs');
    writeFileSync(pretender, "Object.defineProperty(process.versions, 'node', { value: '20.11.0' });");
    const { code, out } = await runNode(
      process.execPath,
      ['-r', pretender, join(copy, 'bin', 'campanile.cjs'), 'ask', '--jsonl'],
      '{"id":1,"text":"chi?"}\n{bad',
      {},
    );
    expect(code).toBe(1);
    expect(linesOf(out)).toHaveLength(2);
  });

  test('with an older Node and nothing installed it says what to do', async () => {
    const copy = copyProject();
    rmSync(join(copy, 'node_modules'));
    const pretender = join(copy, 'pretend-old.cjs');
    writeFileSync(pretender, "Object.defineProperty(process.versions, 'node', { value: '20.11.0' });");
    const { code, err } = await runNode(
      process.execPath,
      ['-r', pretender, join(copy, 'bin', 'campanile.cjs')],
      '',
      {},
    );
    expect(code).toBe(2);
    expect(err).toMatch(/Node 24 is needed, this is 20\.11\.0.*\n {2}Run "npm ci"/);
  });
});
