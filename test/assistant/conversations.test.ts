import { beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { openTestApp } from '../support/app.ts';
import { converse } from '../support/conversation.ts';
import { library } from '../support/knowledge.ts';

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});

const placeOf = ({ citations: [first] }: Answer): string => `${first?.plan}.${first?.phase}`;

describe('a plan and a phase named by number are obeyed', () => {
  test.each([
    ['piano 4 fase 2', 'it', '4.2'],
    ['fase 4 del piano 7', 'it', '7.4'],
    ['4.3', 'fr', '4.3'],
    ['plan 3 phase 4', 'fr', '3.4'],
    ['plan 8', 'en', '8.null'],
    ['Cosa fa il comune nella fase 1?', 'it', '1.1'],
    ['Que fait l’IFaAP en phase 2 ?', 'fr', '7.2'],
    ['what does the region do in the third phase?', 'en', '2.3'],
    ['centrale cooperativa, fase 3', 'it', '6.3'],
  ] as const)('"%s" leads to %s %s', async (line, language, place) => {
    expect(placeOf(await converse(app, language)(line))).toBe(place);
  });

  test('every plan and phase can be reached by its numbers, in every language', async () => {
    for (const [language, words] of [
      ['it', ['piano', 'fase']],
      ['fr', ['plan', 'phase']],
      ['en', ['plan', 'phase']],
    ] as const) {
      for (const plan of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
        for (const phase of [1, 2, 3, 4]) {
          const answer = await converse(app, language)(`${words[0]} ${plan} ${words[1]} ${phase}`);
          expect(placeOf(answer)).toBe(`${plan}.${phase}`);
          expect(answer.language).toBe(language);
        }
      }
    }
  });

  test('a number too high is told what there is', async () => {
    expect((await converse(app, 'it')('fase 7')).citations[0]!.passage).toBe('process.phases');
    expect((await converse(app, 'en')('plan 12')).citations[0]!.passage).toBe('process.plans');
    expect((await converse(app, 'fr')('plan 10')).outcome).toBe('not_covered');
  });
});

describe('a greeting or thanks does not swallow the question behind it', () => {
  test.each([
    ['Buongiorno, quanti soci servono?', 'it', 'not_covered'],
    ['Grazie. E la biblioteca comunale, la possiamo gestire noi?', 'it', 'answered'],
    ['Bonjour, combien coûte le notaire ?', 'fr', 'not_covered'],
    ['Hello, can the council become a member of the co-op?', 'en', 'answered'],
  ] as const)('"%s" in %s is %s', async (line, language, outcome) => {
    expect((await converse(app, language)(line)).outcome).toBe(outcome);
  });

  test('alone it stays what it is', async () => {
    expect((await converse(app, 'it')('Buongiorno!')).text).toContain('Sono Campanile');
    expect((await converse(app, 'fr')('merci beaucoup')).text).toContain('Avec plaisir');
  });
});

describe('who speaks is remembered', () => {
  test('a group that tells who it is gets its plan, and its phase questions lie in that plan', async () => {
    const say = converse(app, 'it');
    const first = await say('Siamo la Pro Loco di un paese piccolo, per ora ne abbiamo parlato solo nel direttivo');
    expect(first.outcome).toBe('recommendation');
    expect(first.text).toContain('Pro Loco');
    expect(placeOf(await say('fase 3'))).toBe('5.3');
    expect(placeOf(await say('e poi?'))).toBe('5.4');
  });

  test('a wrong promoter corrected is taken, and the phase stays', async () => {
    const say = converse(app, 'en');
    await say(
      'We are the village association, forty volunteers. We have listened to everybody and agreed on the challenges, now we plan the business.',
    );
    const corrected = await say('no, we are the town council');
    expect(corrected.outcome).toBe('recommendation');
    expect(corrected.text).toContain('Municipality');
    expect(placeOf(await say('phase 2'))).toBe('1.2');
  });

  test('who cannot be told is asked, in at most five questions, with back and skip', async () => {
    const say = converse(app, 'fr');
    const first = await say('quel plan est fait pour nous ?');
    expect(first.outcome).toBe('recommendation');
    expect(first.text).toContain('Question 1 sur 5');
    expect(first.choices).toHaveLength(9);
    expect((await say('5')).text).toContain('Question 2 sur 5');
    expect((await say('retour')).text).toContain('Question 1 sur 5');
    await say('Commune');
    expect((await say('passer')).text).toContain('Question 3 sur 5');
    await say('2');
    await say('6');
    const last = await say('passer');
    expect(last.text).toContain(library.fr.plans[1].name);
    expect(last.text).toContain('phase 2');
    expect(placeOf(await say('phase 3'))).toBe('1.3');
  });

  test('all five skipped, it still does not guess', async () => {
    const say = converse(app, 'en');
    await say('which plan is right for us?');
    let answer = await say('skip');
    for (let at = 0; at < 4; at++) answer = await say('skip');
    expect(answer.outcome).toBe('recommendation');
    expect(answer.citations).toEqual([]);
  });

  test('something else said in between is answered, and the questions end', async () => {
    const say = converse(app, 'it');
    await say('quale piano fa per noi?');
    expect((await say('quanti soci servono per fondarla?')).outcome).toBe('not_covered');
  });
});

describe('a list just shown can be spoken of', () => {
  test('"explain number 2" tells the second step', async () => {
    const say = converse(app, 'en');
    await say('what should the Pro Loco do in phase 2?');
    const answer = await say('explain number 2');
    expect(answer.text).toContain(library.en.plans[5].phases[2].steps[1]!.says[0]!.text.slice(1));
  });

  test('"non ho capito" tells the last section again, shorter', async () => {
    const say = converse(app, 'it');
    const answer = await say('perché la Pro Loco coinvolge il paese?');
    const again = await say('nn o capito');
    expect(placeOf(again)).toBe(placeOf(answer));
    expect(again.text.length).toBeLessThan(answer.text.length + 1);
  });
});

describe('several questions in one message', () => {
  test('each keeps the phase that it names', async () => {
    const { citations } = await converse(
      app,
      'it',
    )('chi coinvolge la Pro Loco nella fase 2 e chi coinvolge il GAL nella fase 4?');
    const places = citations.map(({ plan, phase }) => `${plan}.${phase}`);
    expect(places).toContain('5.2');
    expect(places).toContain('4.4');
  });

  test('one of them about the missing tenth plan: partly', async () => {
    const { outcome } = await converse(
      app,
      'en',
    )('What does the tenth plan about covid say? And who should the Pro Loco involve in phase 2?');
    expect(outcome).toBe('partly');
  });
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'the word "%s" is a message like any other',
  async (word) => {
    expect((await converse(app, 'en')(word)).text.length).toBeGreaterThan(10);
  },
);

test('a short message stays in the conversation’s language', async () => {
  for (const [language, line] of [
    ['fr', 'phase 3'],
    ['en', 'plan 4'],
    ['it', 'no'],
    ['en', 'no'],
    ['it', 'ok'],
  ] as const) {
    expect((await converse(app, language)(line)).language, `${line} in ${language}`).toBe(language);
  }
});

test('an ordinary worry is not taken for despair', async () => {
  for (const [line, language] of [
    ['What if people don’t want it?', 'en'],
    ['e se non viene nessuno alle riunioni del comune?', 'it'],
  ] as const) {
    expect((await converse(app, language)(line)).text).not.toContain('112');
  }
});
