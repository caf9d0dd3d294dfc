import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { passagesOf } from '../../src/domain/library.ts';
import { isSection, type SectionId } from '../../src/domain/meaning.ts';
import { nameOf } from '../../src/domain/passage.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';

const bank = loadBank(knowledgeFolder);

/** How often each thing must be asked for, and by how many hands. */
const LEAST: readonly [kind: string, of: RegExp, questions: number, hands: number][] = [
  ['phase', /^\d\.[1-4]$/, 40, 4],
  ["plan's lead", /^\d\.0$/, 40, 4],
  ['general topic', /^process\./, 30, 4],
  ['word of the glossary', /^glossary\./, 6, 2],
  ['known unknown', /^unknown\./, 12, 2],
];

describe.each(LANGUAGES)('the %s bank', (language) => {
  const own = bank.filter((question) => question.language === language);
  const things = [
    ...new Set<string>([
      ...library[language].passages.map(({ section }) => section),
      ...library[language].unknowns.keys(),
    ]),
  ];

  test.each(LEAST)('asks for each %s (%s) at least %i times, by at least %i hands', (_, of, questions, hands) => {
    const asked = things.filter((thing) => of.test(thing));
    expect(asked.length).toBeGreaterThan(8);
    for (const thing of asked) {
      const ways = own.filter(({ meanings }) => meanings.some((meaning) => meaning === thing));
      expect(ways.length, thing).toBeGreaterThanOrEqual(questions);
      expect(new Set(ways.map(({ hand }) => hand)).size, thing).toBeGreaterThanOrEqual(hands);
    }
  });

  test('knows nothing that is none of these', () => {
    expect(things.filter((thing) => !LEAST.some(([, of]) => of.test(thing)))).toEqual([]);
  });
});

test('every question of the bank asks for something that exists', () => {
  for (const language of LANGUAGES) {
    const known = new Set<string>([
      ...library[language].passages.map(({ section }) => section),
      ...library[language].unknowns.keys(),
    ]);
    const lost = bank.filter(
      (question) =>
        question.language === language &&
        question.meanings.some(
          (meaning) => (isSection(meaning) || meaning.startsWith('unknown.')) && !known.has(meaning),
        ),
    );
    expect(lost).toEqual([]);
  }
});

test('what a question wants of its section is a passage there, that anyone may be told', () => {
  const labelled = bank.filter(({ wanted }) => wanted !== undefined && wanted !== 'all');
  expect(labelled.length).toBeGreaterThan(6000);
  for (const { language, meanings, wanted, text } of labelled) {
    const own = passagesOf(library[language], meanings[0] as SectionId).filter(({ kind }) => kind !== 'role');
    expect(own.map(nameOf), text).toEqual(expect.arrayContaining([...wanted!]));
  }
});

test('each step of a phase is wanted by questions in each language', () => {
  for (const language of LANGUAGES) {
    const wanted = new Set(
      bank.flatMap((question) =>
        question.language === language && Array.isArray(question.wanted)
          ? question.wanted.map((name) => `${question.meanings[0]}.${name}`)
          : [],
      ),
    );
    const steps = library[language].passages.filter(({ kind }) => kind === 'step');
    expect(steps.filter(({ id }) => !wanted.has(id)).map(({ id }) => id)).toEqual([]);
  }
});

test('no two hands wrote the same question with different meanings', () => {
  const seen = new Map<string, string>();
  const clashes = bank.filter(({ language, text, meanings }) => {
    const key = `${language} ${text.toLowerCase()}`;
    const clash = seen.has(key) && seen.get(key) !== meanings[0];
    seen.set(key, meanings[0]);
    return clash;
  });
  expect(clashes).toEqual([]);
});
