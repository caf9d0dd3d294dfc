import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { anchorsOf, type Passage, textOf } from '../../src/domain/passage.ts';
import { PHASES, PLAN_NUMBERS } from '../../src/domain/plan.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';

const anchors = readFileSync(join(knowledgeFolder, 'anchors.txt'), 'utf8').trim().split('\n');
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const sentencesOf = (language: Language): string[] =>
  library[language].passages.flatMap(({ kind, title, statements }) => [
    ...(kind === 'step' ? [`${title}.`] : []),
    ...statements.map(({ text }) => text),
  ]);

describe.each(LANGUAGES)('the %s edition', (language) => {
  const edition = library[language];

  test('uses every paragraph of the source and every cell of its table', () => {
    const used = new Set(edition.passages.flatMap(({ statements }) => anchorsOf(statements)));
    expect(anchors.filter((anchor) => !used.has(anchor))).toEqual([]);
  });

  test('tells each cell of the table in the section it belongs to', () => {
    for (const plan of PLAN_NUMBERS) {
      for (const phase of PHASES) {
        const own = edition.passages.filter((passage) => passage.section === `${plan}.${phase}`);
        expect(
          own.flatMap(({ statements }) => anchorsOf(statements)),
          `${plan}.${phase}`,
        ).toContain(`T.${plan}.${phase}`);
      }
    }
  });

  test('has passages of at most 80 words and titles of steps of at most 60 characters', () => {
    expect(edition.passages.filter((passage) => textOf(passage).split(/\s+/).length > 80).map(({ id }) => id)).toEqual(
      [],
    );
    expect(
      edition.passages.filter(({ kind, title }) => kind === 'step' && title.length > 60).map(({ id }) => id),
    ).toEqual([]);
  });

  test('answers who, why and when it is done with different first sentences', () => {
    for (const plan of PLAN_NUMBERS) {
      for (const phase of PHASES) {
        const { whatFor, who, done, role } = edition.plans[plan].phases[phase];
        const first = [whatFor, who, done, role].flatMap((passage) => passage?.statements[0]?.text ?? []);
        expect(new Set(first).size, `${plan}.${phase}`).toBe(first.length);
      }
    }
  });

  test('tells what every promoter does in every phase in at most 40 words', () => {
    const roles = edition.passages.filter(({ kind }) => kind === 'role');
    expect(roles).toHaveLength(36);
    expect(roles.filter((role) => textOf(role).split(/\s+/).length > 40).map(({ id }) => id)).toEqual([]);
  });

  test('never says the same passage twice', () => {
    const told = new Map<string, Passage>();
    for (const passage of edition.passages) {
      const text = textOf(passage);
      expect(told.get(text)?.id, passage.id).toBeUndefined();
      told.set(text, passage);
    }
  });

  test('shows no anchor and no heading mark in its text', () => {
    expect(sentencesOf(language).filter((sentence) => /\[|\]|\{#|\*\*|##/.test(sentence))).toEqual([]);
  });

  test('gives no figure that the source lacks', () => {
    // The source's only figures: the number of plans and phases, and "Covid-19".
    const figures = sentencesOf(language).flatMap(
      (sentence) => sentence.replaceAll('Covid-19', '').match(/\d+/g) ?? [],
    );
    expect([...new Set(figures)].filter((figure) => !['1', '2', '3', '4'].includes(figure))).toEqual([]);
  });

  test('says once for each plan, outside Italian, that the guide describes Italian bodies', () => {
    const notes = PLAN_NUMBERS.map((plan) => edition.plans[plan].elsewhere);
    if (language === 'it') expect(notes.filter((note) => note !== undefined)).toEqual([]);
    else for (const note of notes) expect(note).toMatch(language === 'fr' ? /Italie|italien/ : /Ital/);
  });

  test('ends every sentence', () => {
    const open = edition.passages.flatMap(({ statements }) =>
      statements.map(({ text }) => text).filter((text) => !/[.!?»”)]$/.test(text)),
    );
    expect(open).toEqual([]);
  });
});

test('the Italian edition is easy to read: Gulpease 50 or more in every plan and part', () => {
  const gulpease = (text: string): number => {
    const words = wordsIn(text);
    const letters = words.join('').length;
    const sentences = text.match(/[.!?](\s|$)/g)?.length ?? 1;
    return 89 + (300 * sentences - 10 * letters) / words.length;
  };
  const groups = Map.groupBy(library.it.passages, ({ section }) => section.split('.')[0]);
  for (const [group, passages] of groups)
    expect(gulpease(passages.map(textOf).join(' ')), `part ${group}`).toBeGreaterThanOrEqual(50);
});

test.each(['fr', 'en'] as const)('the %s edition has twenty words a sentence or fewer on average', (language) => {
  const groups = Map.groupBy(library[language].passages, ({ section }) => section.split('.')[0]);
  for (const [group, passages] of groups) {
    const sentences = passages.flatMap(({ statements }) => statements.map(({ text }) => text.split(/\s+/).length));
    expect(sentences.reduce((sum, words) => sum + words, 0) / sentences.length, `part ${group}`).toBeLessThanOrEqual(
      20,
    );
  }
});

test('nothing is left in another language', () => {
  // Small words that only one of the three languages has.
  const own: Record<Language, RegExp> = {
    it: /\b(gli|della|delle|degli|perché|così|anche|sono|nella|questo)\b/i,
    fr: /\b(les|des|pour|avec|dans|aux|cette|est|et|sont)\b/i,
    en: /\b(the|and|of|with|they|their|which|are)\b/i,
  };
  for (const language of LANGUAGES) {
    const others = LANGUAGES.filter((other) => other !== language);
    const foreign = sentencesOf(language).filter((sentence) => {
      const plain = sentence.replace(/«[^»]*»|"[^"]*"/g, '');
      return (
        !own[language].test(plain) &&
        others.some((other) => (plain.match(new RegExp(own[other].source, 'gi'))?.length ?? 0) >= 2)
      );
    });
    expect(foreign, language).toEqual([]);
  }
});

test('each known unknown says in one sentence that the guide does not say it, and cites what it says nearby', () => {
  for (const language of LANGUAGES) {
    expect(library[language].unknowns.size).toBeGreaterThanOrEqual(60);
    for (const { id, silence, near, help } of library[language].unknowns.values()) {
      expect(silence, `${language} ${id}`).toMatch(/guid/i);
      expect(
        [silence, ...[...near, ...help].map(({ text }) => text)].join(' ').split(/\s+/).length,
        `${language} ${id}`,
      ).toBeLessThanOrEqual(70);
    }
  }
});
