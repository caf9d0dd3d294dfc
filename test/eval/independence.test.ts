import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';

type Row = { readonly id: string; readonly lang: Language; readonly text: string };

const rows = (name: string): Row[] =>
  readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

const fiveGrams = (text: string): Set<string> => {
  const plain = text.toLowerCase().split(/\s+/).join(' ');
  return new Set(Array.from({ length: Math.max(0, plain.length - 4) }, (_, at) => plain.slice(at, at + 5)));
};

const bank = loadBank(knowledgeFolder);

/** All that the search learns from, in one language. */
const learnedFrom = (language: Language): string[] => [
  ...bank.filter((question) => question.language === language).map(({ text }) => text),
  ...Object.values(library[language].plans).flatMap(({ situations }) => situations),
  ...[...library[language].unknowns.values()].flatMap(({ title, silence }) => [title, silence]),
];

describe.each(['questions.jsonl', 'situations.jsonl', 'other-hand.jsonl', 'sentences.jsonl', 'plain.jsonl'])('the examination %s', (name) => {
  test('shares at most 60 of 100 of a question’s five-letter pieces with anything that is learned from', () => {
    for (const language of LANGUAGES) {
      const learned = learnedFrom(language).map((text) => ({ text, grams: fiveGrams(text) }));
      for (const { id, text, lang } of rows(name)) {
        if (lang !== language) continue;
        const own = fiveGrams(text);
        const copied = learned.find(({ grams }) => [...own].filter((gram) => grams.has(gram)).length > 0.6 * own.size);
        expect(copied?.text, `${id}: ${text}`).toBeUndefined();
      }
    }
  });
});

test('the examination has what it needs: 300 questions, 100 out of scope, 80 hard to read, 90 situations', () => {
  const questions = rows('questions.jsonl') as (Row & { scope: string; tags: string[] })[];
  expect(questions.length).toBeGreaterThanOrEqual(300);
  expect(questions.filter(({ scope }) => scope === 'out').length).toBeGreaterThanOrEqual(100);
  expect(questions.filter(({ tags }) => tags.includes('near')).length).toBeGreaterThanOrEqual(50);
  expect(questions.filter(({ tags }) => tags.some((tag) => ['short', 'typo', 'rambling', 'mixed'].includes(tag))).length).toBeGreaterThanOrEqual(80);
  expect(rows('situations.jsonl').length).toBeGreaterThanOrEqual(90);
});
