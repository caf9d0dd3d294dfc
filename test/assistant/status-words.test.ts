import { describe, expect, test } from 'vitest';
import { asksForStatus } from '../../src/assistant/hand-over/status-words.ts';

describe('How far a request has come', () => {
  test.each([
    'a che punto è la mia richiesta?',
    'la nostra domanda è arrivata?',
    'où en est ma demande ?',
    'avez-vous lu ma demande ?',
    'what happened to my request?',
    'any news on my request',
  ])('“%s” asks for it, also when none is open', (text) => {
    expect(asksForStatus(text, false)).toBe(true);
  });

  test.each([
    'ma qualcuno mi risponde?',
    'sto ancora aspettando…',
    'quanto devo aspettare?',
    'toujours pas de réponse ?',
    'quand est-ce qu’on va me répondre ?',
    'j’attends toujours',
    'any answer yet?',
    'when will someone get back to me',
    'still waiting here',
  ])('“%s” asks for it while one is open', (text) => {
    expect([asksForStatus(text, true), asksForStatus(text, false)]).toEqual([true, false]);
  });

  test.each([
    'la nostra domanda è: quando serve il notaio?',
    'quando si fa l’assemblea?',
    'chi risponde dei debiti?',
    'aspettiamo il bando della Regione, che facciamo intanto?',
    'quand faut-il voir la commune ?',
    'qui répond des dettes ?',
    'when do we hold the meeting?',
    'nobody comes to our meetings',
    'how long does it take to found a cooperative?',
  ])('“%s” asks for something else', (text) => {
    expect(asksForStatus(text, true)).toBe(false);
  });
});
