import { beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { openTestApp } from '../support/app.ts';
import { converse } from '../support/conversation.ts';

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});

const placesOf = (answer: { citations: readonly { plan: number | null; phase: number | null }[] }): string[] => [
  ...new Set(answer.citations.map(({ plan, phase }) => `${plan}.${phase}`)),
];

describe('a conversation goes on from its last exchange', () => {
  test('in Italian: who, why, and then, more', async () => {
    const say = converse(app, 'it');
    expect(placesOf(await say('la pro loco come coinvolge il paese?'))).toEqual(['5.2']);
    expect((await say('chi?')).citations[0]!.passage).toBe('5.2.who');
    expect((await say('e perché?')).citations[0]!.passage).toBe('5.2.what-for');
    expect(placesOf(await say('e poi?'))).toEqual(['5.3']);
    const more = await say('ancora');
    expect(placesOf(more)).toEqual(['5.3']);
    expect(placesOf(await say('e poi?'))).toEqual(['5.4']);
    expect((await say('e poi?')).text).toContain('La fase 4 è l');
  });

  test('in French', async () => {
    const say = converse(app, 'fr');
    expect(placesOf(await say('par quoi la région commence, au tout début ?'))).toEqual(['2.1']);
    expect((await say('et pourquoi ?')).citations[0]!.passage).toBe('2.1.what-for');
    expect(placesOf(await say('et après ?'))).toEqual(['2.2']);
    expect((await say('avec qui ?')).citations[0]!.passage).toBe('2.2.who');
  });

  test('in English', async () => {
    const say = converse(app, 'en');
    expect(placesOf(await say('how does the council get residents to come along to the public meetings?'))).toEqual([
      '1.2',
    ]);
    expect((await say('why?')).citations[0]!.passage).toBe('1.2.what-for');
    expect(placesOf(await say('what next?'))).toEqual(['1.3']);
  });

  test('"more" tells each passage once, until there is no more', async () => {
    const say = converse(app, 'it');
    await say('la pro loco come coinvolge il paese?');
    const told: string[] = [];
    for (let turn = 0; turn < 12; turn++) {
      const answer = await say('ancora');
      if (answer.citations.length === 0) {
        expect(answer.text).toBe('Su questo la guida non dice altro.');
        break;
      }
      told.push(...answer.citations.map(({ passage }) => passage));
    }
    expect(told.length).toBeGreaterThan(3);
    expect(new Set(told).size).toBe(told.length);
  });

  test('without an exchange before, a follow-up is asked what it is about', async () => {
    const answer = await converse(app, 'en')('why?');
    expect(answer).toMatchObject({
      outcome: 'small_talk',
      text: "About what? Send me the whole question and I'll answer.",
    });
  });

  test('a follow-up stays in the conversation’s language', async () => {
    const say = converse(app, 'it');
    await say('cosa fa il GAL per far partecipare la gente?');
    expect((await say('ok e poi')).language).toBe('it');
  });

  test('a new question about another promoter leaves the last one', async () => {
    const say = converse(app, 'it');
    await say('la pro loco come coinvolge il paese?');
    expect(placesOf(await say('e la finanziaria delle cooperative che garanzie dà per i prestiti?'))).toContain('7.4');
  });
});
