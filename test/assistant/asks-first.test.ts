import { expect, test } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import { openTestApp } from '../support/app.ts';

const app = await openTestApp();
await app.prepare();

/** Messages that tell a need, a place or a phase, and nothing of who would carry the idea. */
const OPEN: readonly (readonly [Language, string])[] = [
  ['it', 'Vorremmo fare qualcosa per il paese, ma non sappiamo da dove cominciare.'],
  ['it', 'Il negozio ha chiuso e la scuola pure. Che piano ci consigli?'],
  ['it', 'Abbiamo già fatto due riunioni e c’è entusiasmo.'],
  ['it', 'Ci hanno parlato di cooperative di comunità. Qual è la strada giusta?'],
  ['it', 'Da noi mancano i servizi e i giovani se ne vanno.'],
  ['it', 'Quale percorso ci conviene?'],
  ['it', 'Il progetto è pronto, mancano i soldi.'],
  ['it', 'Siamo in montagna, 300 abitanti.'],
  ['it', 'Ho letto della vostra iniziativa e mi interessa. Cosa mi consigliate?'],
  ['it', 'L’idea piace a tutti, adesso bisogna partire.'],
  ['fr', 'On voudrait faire quelque chose pour le village mais on ne sait pas par où commencer.'],
  ['fr', 'L’épicerie a fermé et l’école aussi. Quel plan nous conseillez-vous ?'],
  ['fr', 'On a déjà tenu deux réunions et il y a de l’enthousiasme.'],
  ['fr', 'Quel chemin est le bon pour nous ?'],
  ['fr', 'Chez nous les services manquent et les jeunes partent.'],
  ['fr', 'Le projet est prêt, il manque l’argent.'],
  ['fr', 'On est en montagne, 300 habitants.'],
  ['fr', 'L’idée plaît à tout le monde, il faut se lancer.'],
  ['en', 'We want to do something for our village but have no idea where to begin.'],
  ['en', 'The shop shut and so did the school. Which plan do you recommend?'],
  ['en', 'We have held two meetings and people are keen.'],
  ['en', 'Which way is right for us?'],
  ['en', 'There are no services left here and the young ones leave.'],
  ['en', 'The project is ready, only the money is missing.'],
  ['en', 'It is a mountain village of three hundred.'],
  ['en', 'Everyone likes the idea, now we need to get going.'],
];
const LEAST = 0.9;

test('who does not tell who carries the idea is asked, not guessed at', async () => {
  const guessed: string[] = [];
  for (const [language, text] of OPEN) {
    const { outcome } = await app.assistant.recommend(text, language);
    if (outcome !== 'ask') guessed.push(text);
  }
  expect(1 - guessed.length / OPEN.length, guessed.join('\n')).toBeGreaterThanOrEqual(LEAST);
});

test('the words that are told as reasons tell something: no "we are", no half of a name', async () => {
  const { plans } = await app.assistant.recommend('siamo la pro loco, abbiamo già fatto due assemblee', 'it');
  expect(plans[0]).toMatchObject({ plan: 5, reasons: expect.arrayContaining(['Pro Loco']) });
  for (const word of ['siamo', 'già', 'pro', 'loco', 'due']) expect(plans[0]!.reasons).not.toContain(word);
});
