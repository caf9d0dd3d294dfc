import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createExtractiveAnswerer } from '../../src/answerers/extractive.ts';
import { facetOf } from '../../src/assistant/facet.ts';
import { linkingWords } from '../../src/assistant/texts/linking-words.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { passagesOf } from '../../src/domain/library.ts';
import type { SectionId } from '../../src/domain/meaning.ts';
import { library } from '../support/knowledge.ts';
import { bank } from '../support/small-retriever.ts';

type Row = {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  readonly section: SectionId;
  /** Each of them answers it. */
  readonly passages: readonly string[];
};

const rows = readFileSync(new URL('../eval/sentences.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

const answerer = createExtractiveAnswerer(library, () => bank, linkingWords);

/** The passages of a full answer, in its order; those of which only the title is told are left out. */
const toldOf = async ({ text, lang, section }: Row): Promise<string[]> => {
  const facet = facetOf(text, lang);
  const { lines } = await answerer.answer({ question: text, language: lang, section, facet, passages: [], limit: 480 });
  return lines.filter((line) => !/^\d\. /.test(line.text)).flatMap(({ passages }) => passages.map(({ id }) => id));
};

describe('within the right section', () => {
  test('what a question of the examination asks for is a passage of the edition', () => {
    for (const { id, lang, section, passages } of rows) {
      const own = passagesOf(library[lang], section).map((passage) => passage.id);
      expect(own, id).toEqual(expect.arrayContaining([...passages]));
    }
  });

  test.each(LANGUAGES)('the sentence asked for is told to 75 in 100, in %s, and first to 55', async (lang) => {
    const asked = rows.filter((row) => row.lang === lang);
    const told = await Promise.all(asked.map(toldOf));
    const among = asked.filter(({ passages }, at) => told[at]!.some((id) => passages.includes(id)));
    const first = asked.filter(({ passages }, at) => passages.includes(told[at]![0] ?? ''));
    expect(among.length / asked.length).toBeGreaterThanOrEqual(0.75);
    expect(first.length / asked.length).toBeGreaterThanOrEqual(0.55);
  });

  test('a phase that is over is told to who asks when it is, not to who asks how', async () => {
    const [how, when] = await Promise.all(
      (['how do we win back the trust of the people?', 'when is this phase over for the council?'] as const).map(
        (text) => toldOf({ id: text, lang: 'en', text, section: '1.2', passages: [] }),
      ),
    );
    expect(how![0]).not.toBe('1.2.done');
    expect(when![0]).toBe('1.2.done');
  });
});
