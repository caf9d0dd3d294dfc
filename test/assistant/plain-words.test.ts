import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { newConversation } from '../../src/domain/conversation.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { openTestApp } from '../support/app.ts';

type Row = {
  readonly lang: Language;
  readonly text: string;
  /** Where the answer is, or the unknown that tells that there is none; `also` answers it as fully. */
  readonly section: string;
  readonly also?: string;
};

const rows = readFileSync(new URL('../eval/plain.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});

const ask = async (text: string, language: Language): Promise<Answer> =>
  (await app.assistant.reply(text, newConversation(language))).answer;

const isFrom = ({ section, also }: Row, passage: string): boolean =>
  passage.startsWith(`${section}.`) || passage === section || (also !== undefined && passage.startsWith(`${also}.`));

/** Told, or offered to choose. */
const reaches = (row: Row, { citations, choices }: Answer): boolean =>
  citations.some(({ passage }) => isFrom(row, passage)) ||
  choices.some(({ id }) => id === row.section || id === row.also);

describe.each(LANGUAGES)('what people say in their own words, most of it naming nobody, in %s', (language) => {
  const own = rows.filter(({ lang }) => lang === language);

  test('reaches the part of the guide that helps, for 55 in 100, told or offered', async () => {
    const answerable = own.filter(({ section }) => !section.startsWith('unknown.'));
    const answers = await Promise.all(answerable.map(({ text }) => ask(text, language)));
    const reached = answerable.filter((row, at) => reaches(row, answers[at]!));
    expect(reached.length / answerable.length).toBeGreaterThanOrEqual(0.55);
  });
});

test('what the guide does not say is told to be missing, for 80 in 100', async () => {
  const unknown = rows.filter(({ section }) => section.startsWith('unknown.'));
  const answers = await Promise.all(unknown.map(({ text, lang }) => ask(text, lang)));
  const refused = answers.filter(({ outcome }) => outcome === 'not_covered' || outcome === 'declined');
  expect(refused.length / unknown.length).toBeGreaterThanOrEqual(0.8);
});
