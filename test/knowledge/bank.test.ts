import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { isSection } from '../../src/domain/meaning.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';

const bank = loadBank(knowledgeFolder);

test.each(LANGUAGES)(
  'the %s bank asks for each section at least 40 times, for each general topic 30 times, by several hands',
  (language) => {
    const own = bank.filter((question) => question.language === language);
    for (const section of new Set(library[language].passages.map((passage) => passage.section))) {
      const asked = own.filter(({ meanings }) => meanings.includes(section));
      const least = section.startsWith('glossary.') ? 6 : /\.[1-4]$/.test(section) ? 40 : 30;
      expect(asked.length, section).toBeGreaterThanOrEqual(least);
      expect(new Set(asked.map(({ hand }) => hand)).size, section).toBeGreaterThanOrEqual(
        /^\d\.[1-4]$/.test(section) ? 4 : 2,
      );
    }
  },
);

test.each(LANGUAGES)('the %s bank asks for each known unknown at least 12 times, by two hands', (language) => {
  const own = bank.filter((question) => question.language === language);
  for (const unknown of library[language].unknowns.keys()) {
    const asked = own.filter(({ meanings }) => meanings.includes(unknown));
    expect(asked.length, unknown).toBeGreaterThanOrEqual(12);
    expect(new Set(asked.map(({ hand }) => hand)).size, unknown).toBeGreaterThanOrEqual(2);
  }
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
