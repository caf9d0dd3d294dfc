import { describe, expect, test } from 'vitest';
import { buttonsOf, openVillage, type Village } from '../telegram/village.ts';

/** Somebody new, in phase 3 of the plan of the Pro Loco, and what an order comes to there. */
const onTheWay = async ({ server, calm, stateOf }: Village) => {
  const anna = await server.user({ firstName: 'Anna', languageCode: 'it' });
  await calm(anna.say('/piano pro loco'));
  await calm(anna.say('/fase 3'));
  return async (text: string) => {
    await calm(anna.say(text));
    const told = await anna.talk.last();
    return { ...(await stateOf(anna)), text: told?.text ?? '', buttons: buttonsOf(told).flat() };
  };
};

const PHASES = [1, 2, 3, 4].map((phase) => `phase=${phase}`);
const PLANS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((plan) => `plan=${plan}`);

describe('a phase', () => {
  test('may be told in every way that people write its number', async () => {
    const village = await openVillage();
    for (const two of ['/fase ２', '/phase deux', '/phase II', '／fase\u00a02', '/phase two']) {
      const order = await onTheWay(village);
      expect([two, (await order(two)).phase]).toEqual([two, 2]);
    }
  });

  test('that does not exist is answered with those that do, and moves nothing', async () => {
    const order = await onTheWay(await openVillage());
    for (const text of ['/fase 7', '/fase -1', '/fase 2.5', '/fase 0', '/fase ultima']) {
      const { plan, phase, buttons } = await order(text);
      expect([text, plan, phase, buttons]).toEqual([text, 5, 3, expect.arrayContaining(PHASES)]);
    }
  });
});

describe('a plan', () => {
  test('that the guide announces and does not have is told to be missing, beside those that are there', async () => {
    const order = await onTheWay(await openVillage());
    for (const text of ['/piano 10', '/piano dieci', '/plan dix']) {
      const done = await order(text);
      expect([text, done.plan, done.phase, done.buttons]).toEqual([text, 5, 3, expect.arrayContaining(PLANS)]);
      expect(done.text).toMatch(/decimo piano.* il testo non c/);
    }
  });

  test('that does not exist is answered with those that do, whatever was typed, and moves nothing', async () => {
    const order = await onTheWay(await openVillage());
    for (const text of ['/piano 11', "/piano '; DROP TABLE conversation; --", '/piano __proto__', '/piano 5 9']) {
      const { plan, phase, buttons } = await order(text);
      expect([text, plan, phase, buttons]).toEqual([text, 5, 3, expect.arrayContaining(PLANS)]);
    }
    expect((await order('/fase 2')).phase).toBe(2);
  });
});
