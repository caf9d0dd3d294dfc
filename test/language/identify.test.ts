import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { textOf } from '../../src/domain/passage.ts';
import { loadBank } from '../../src/knowledge/bank.ts';
import { createIdentify, fitLanguages } from '../../src/language/identify.ts';
import { evalQuestions } from '../support/eval.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';

const told = LANGUAGES.flatMap((language) =>
  library[language].passages.map((passage) => ({ language, text: textOf(passage) })),
);
const identify = createIdentify(fitLanguages([...loadBank(knowledgeFolder), ...told]));

describe('the language of a message', () => {
  test.each([
    ['dove troviamo i soldi', 'it'],
    ['chi paga tutto', 'it'],
    ['perche lo facciamo', 'it'],
    ['qui paie ca', 'fr'],
    ['ou trouver l argent', 'fr'],
    ['et apres quoi', 'fr'],
    ['who pays it', 'en'],
    ['where to start', 'en'],
  ])('"%s", three words without accents, is %s', (text, language) => {
    expect(identify(text).language).toBe(language);
  });

  test.each(['GAL', 'Pro Loco', '5', '👍'])(
    '"%s" could be any of the three and takes the person’s usual language',
    (text) => {
      for (const usual of LANGUAGES) expect(identify(text, usual).language).toBe(usual);
    },
  );

  test('the message’s own language wins over the usual one', () => {
    expect(identify('chi ci può aiutare in paese?', 'en').language).toBe('it');
  });

  test('a web address says nothing of the language', () => {
    expect(identify('https://www.example.org/where/is/the/money dove sono i soldi').language).toBe('it');
  });

  test.each([
    ['Wer kann uns im Dorf helfen, und wo gibt es Geld?', 'de'],
    ['¿Cómo empezamos una cooperativa en nuestro pueblo?', 'es'],
    ['хто може допомогти нашому селу', 'uk'],
  ])('"%s" is noticed as none of the three', (text, foreign) => {
    expect(identify(text, 'it')).toEqual({ language: 'it', foreign });
  });

  test('is right for more than 98 in 100 questions of the other hands, and none of them is taken for foreign', () => {
    const questions = evalQuestions();
    const right = questions.filter(({ lang, text }) => identify(text).language === lang);
    expect(right.length / questions.length).toBeGreaterThan(0.98);
    expect(questions.filter(({ text }) => identify(text).foreign !== null)).toEqual([]);
  });
});
