import { describe, expect, test } from 'vitest';
import { masked } from '../../src/domain/mask.ts';

describe('what tells who somebody is is masked', () => {
  test.each([
    ['scrivetemi a anna.rossi@example.org per lo statuto', 'scrivetemi a [e-mail] per lo statuto'],
    ['mi chiami al +39 347 123 4567 stasera', 'mi chiami al [number] stasera'],
    ['le notaire coûte combien ? 06.12.34.56.78', 'le notaire coûte combien ? [number]'],
    ['il mio codice è RSSNNA80A41H501X', 'il mio codice è [code]'],
    ['the account is IT60X0542811101000000123456, what tax?', 'the account is [code], what tax?'],
    ['versate su IT60 X054 2811 1010 0000 0123 456 la quota', 'versate su [code] la quota'],
    ['il codice è RSS NNA 80A41 H501X', 'il codice è [code]'],
    ['mi chiamo Anna Maria Rossi, quanti soci servono?', 'mi chiamo [name], quanti soci servono?'],
    ['Je m’appelle Jeanne, quelle loi ?', 'Je m’appelle [name], quelle loi ?'],
    ['chiedete a @maria_r se serve il notaio', 'chiedete a [name] se serve il notaio'],
    ['il dott. Bianchi dice che serve la partita IVA', 'il dott. [name] dice che serve la partita IVA'],
    ['vedi https://example.org/chi?io=1', 'vedi [link]'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  test.each([
    'quanti soci servono per la fase 2?',
    'servono 3.000 euro o 10 000 euro?',
    'la legge 381/1991 vale per noi?',
    'entro il 31/12/2026?',
    'la BCC e il GAL ci aiutano?',
  ])('what tells nothing of it stays: %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});
