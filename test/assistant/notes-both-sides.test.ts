import { beforeAll, describe, expect, test } from 'vitest';
import { bothSides, presses, says, sends } from '../support/two-sides.ts';

const THURSDAY = Date.parse('2026-11-26T10:00:00Z');
const MONDAY = Date.parse('2026-11-30T09:30:00Z');

const sides = bothSides(THURSDAY, { TZ: 'UTC' });
const { staff, readBy, buttonOf } = sides;
const QUESTION = 'Quanto costa il notaio per costituire la cooperativa?';

describe('an answer of a desk, kept as a note', () => {
  beforeAll(async () => {
    await sides.citizen('Lucia', says(QUESTION));
    await sides.citizen('Lucia', presses('person'));
    await sides.citizen('Lucia', presses(buttonOf('Manda')));
    await staff(sends('Buongiorno Lucia, da noi il notaio chiede 1.200 euro.'));
    await staff(presses('close'));
    await staff(presses(buttonOf('Tieni come nota')));
  });

  test('waits until somebody approved its words, and answers nobody before', async () => {
    expect(readBy('desk').at(-1)).toContain('italiano: Da noi il notaio chiede 1.200 euro.');
    await sides.citizen('Rosa', says(QUESTION));
    expect(readBy('Rosa').at(-1)).not.toContain('1.200');
  });

  test('then answers another in their language, as the centre wrote it and marked as the centre’s', async () => {
    await staff(presses(buttonOf('Approva')));
    await sides.citizen('Jean', says('Combien coûte le notaire pour créer la coopérative ?'));
    const { message } = sides.lastAt('Jean');
    expect(message.text).toContain('Le centre Centro cooperativo a écrit, en italien (26 novembre 2026)');
    expect(message.text).toContain('« Da noi il notaio chiede 1.200 euro. »');
    expect(message.citations[0]?.passage).toMatch(/^note\./);
  });

  test('answers nobody any more once it is taken back', async () => {
    await staff(presses(buttonOf('Togli')));
    await sides.citizen('Luc', says('Combien coûte le notaire pour créer la coopérative ?'));
    expect(readBy('Luc').at(-1)).not.toContain('1.200');
  });
});

test('on Monday, when it opens, the desk sees once what nobody could answer, and can write a note or let it go', async () => {
  await sides.citizen('Ugo', says('quanti soci servono al minimo?'));
  sides.shown.length = 0;
  await sides.waitUntil(MONDAY);
  await sides.waitUntil(MONDAY + 3_600_000);
  const cards = sides.shown.filter(({ message }) => message.heading === 'Domande senza risposta');
  expect(cards).toHaveLength(1);
  expect(cards[0]).toMatchObject({ chat: 'desk', thread: null });
  const [write] = cards[0]!.message.choices.flat();
  await sides.atDesk(presses(write!.id));
  const { as } = sides.lastAt('desk');
  await sides.atDesk({ kind: 'text', text: 'Da noi ne servono almeno nove.', repliesTo: as });
  expect((await sides.store().notes()).some(({ texts }) => texts.it === 'Da noi ne servono almeno nove.')).toBe(true);
});
