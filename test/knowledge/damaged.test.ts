import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { KnowledgeError } from '../../src/domain/errors.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import { loadLibrary } from '../../src/knowledge/library.ts';
import { knowledgeFolder } from '../support/knowledge.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'campanile-knowledge-')), 'knowledge');
  cpSync(knowledgeFolder, folder, { recursive: true });
});

const plan = (): string => join(folder, 'plans', '5-pro-loco', 'it.md');
const change = (file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(file, text.replace(from, to));
};
const errorOf = (load: () => unknown): string => {
  try {
    load();
  } catch (error) {
    expect(error).toBeInstanceOf(KnowledgeError);
    return (error as Error).message.replace(folder, '');
  }
  return 'loaded';
};
const loading = (): string => errorOf(() => loadLibrary(folder));

describe('a damaged edition is refused with file, line and what is wrong', () => {
  test.each([
    [
      'a sentence without anchors',
      /^(La Pro Loco .*?) \[5\.1\.1\]$/m,
      '$1',
      /5-pro-loco\/it\.md, line \d+: the sentence ends without its anchors/,
    ],
    ['an anchor that the source lacks', '[5.2.5]', '[5.2.9]', /line \d+: the source has no paragraph 5\.2\.9/],
    ['four anchors', '[5.2.5]', '[5.2.1, 5.2.2, 5.2.3, 5.2.4]', /line \d+: a sentence has at most three anchors/],
    ['a missing part', /### Chi coinvolgere \{#who\}\n\n(.+\n)+/, '', /the heading \{#who\} is missing/],
    ['a heading without its id', '## Fase 2 {#2}', '## Fase 2', /line \d+: a heading reads/],
    ['a heading that stands twice', '## Fase 3 {#3}', '## Fase 3 {#2}', /line \d+: \{#2\} stands twice/],
    [
      'a step without its reason',
      /(\{#find-new-people\}\n) {2}.*\n/,
      '$1',
      /line \d+: under a step stand one to three lines, indented/,
    ],
    ['a wrong plan number', 'plan: 5', 'plan: 12', /front matter, plan/],
    ['another language than its name', 'language: it', 'language: fr', /it\.md: front matter, language: is fr, but/],
    ['an unknown entry of the front matter', 'plan: 5', 'plan: 5\ncolour: red', /front matter/],
    ['front matter that is no YAML', 'plan: 5', 'plan: [5', /the front matter is not YAML/],
    ['front matter that is missing', /^---\n/, '', /line 1: the front matter between two lines --- is missing/],
  ])('%s', (_, from, to, message) => {
    change(plan(), from, to);
    expect(loading()).toMatch(message);
  });

  test('an empty file, a binary one, one in Latin-1, a missing one', () => {
    writeFileSync(plan(), '');
    expect(loading()).toMatch(/it\.md: is empty/);
    writeFileSync(plan(), Buffer.from([0xff, 0xd8, 0x00, 0x10]));
    expect(loading()).toMatch(/it\.md: is not UTF-8 text/);
    writeFileSync(plan(), Buffer.from('perché', 'latin1'));
    expect(loading()).toMatch(/it\.md: is not UTF-8 text/);
    rmSync(plan());
    expect(loading()).toMatch(/it\.md: cannot be read/);
  });

  test('a missing plan, a missing folder', () => {
    rmSync(join(folder, 'plans', '7-financial-institution'), { recursive: true });
    expect(loading()).toMatch(/plan 7 stands 0 times/);
    rmSync(join(folder, 'plans'), { recursive: true });
    expect(loading()).toMatch(/the folder of the plans is missing/);
  });

  test('languages that differ: a step more in one, other anchors in another', () => {
    change(plan(), '{#find-new-people}', '{#find-more-people}');
    expect(loading()).toMatch(/5\.2\.find-(new|more)-people differs: it has/);
  });

  test('a known unknown that does not say first that the guide is silent', () => {
    change(join(folder, 'unknowns', 'it.md'), /(\{#minimum-members\}\n\n).*\n/, '$1');
    expect(loading()).toMatch(/unknowns\/it\.md, line \d+: the sentence saying that the guide does not say is missing/);
  });
});

test('a byte order mark, Windows line ends and decomposed accents are taken as they are meant', () => {
  const before = loadLibrary(folder).it.plans[5].lead;
  const text = readFileSync(plan(), 'utf8');
  writeFileSync(plan(), `\ufeff${text.replaceAll('\n', '\r\n').normalize('NFD')}`);
  expect(loadLibrary(folder).it.plans[5].lead).toEqual(before);
});

describe('a damaged bank is refused with file and line', () => {
  test.each([
    ['a question before the first heading', '- chi paga?\n', /line 1: a question reads "- text", under a heading/],
    ['a heading that names nothing', '## 12.7\n- chi paga?\n', /line 1: "## 12\.7" names no section/],
    ['a second meaning that names nothing', '## 5.2\n- chi paga? [+9.9]\n', /line 2: \[\+9\.9\] names no section/],
    ['a line that is no question', '## 5.2\nchi paga?\n', /line 2: a question reads/],
  ])('%s', (_, text, message) => {
    writeFileSync(join(folder, 'bank', 'it.q.md'), text);
    expect(errorOf(() => loadBank(folder))).toMatch(message);
  });

  test('a file with a name that tells no language and hand', () => {
    writeFileSync(join(folder, 'bank', 'questions.md'), '## 5.2\n- chi?\n');
    expect(errorOf(() => loadBank(folder))).toMatch(/is named <language>\.<hand>\.md/);
  });

  test('a question with two meanings counts for both', () => {
    writeFileSync(join(folder, 'bank', 'it.anotherhand.md'), '## 5.2\n- chi viene alle riunioni? [+1.2]\n');
    expect(loadBank(folder).find(({ hand }) => hand === 'anotherhand')).toMatchObject({
      text: 'chi viene alle riunioni?',
      meanings: ['5.2', '1.2'],
    });
  });

  test('a question names the passages that answer it, or all of its section', () => {
    const lines = ['- chi viene? {who}', '- e poi che si fa? {all} [+1.2]', '- che si fa {noi}?'];
    writeFileSync(join(folder, 'bank', 'it.yetanother.md'), `## 5.2\n${lines.join('\n')}\n`);
    expect(loadBank(folder).filter(({ hand }) => hand === 'yetanother')).toMatchObject([
      { text: 'chi viene?', wanted: ['who'] },
      { text: 'e poi che si fa?', wanted: 'all', meanings: ['5.2', '1.2'] },
      { text: 'che si fa {noi}?' },
    ]);
  });
});
