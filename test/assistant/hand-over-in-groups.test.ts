import { beforeEach, describe, expect, test } from 'vitest';
import { bothSides, presses, says, sends } from '../support/two-sides.ts';

const NOON = Date.parse('2026-11-26T11:00:00Z');

const sides = bothSides(NOON, { TZ: 'UTC' });
const { staff, readBy, buttonOf } = sides;
let groups = 0;
let group = '';
const QUESTION = 'Quanto costa il notaio a Valverde?';

beforeEach(async () => {
  sides.shown.length = 0;
  groups += 1;
  group = `gruppo${groups}`;
  await sides.inGroup(group, 'Maria', says('/piano pro loco'));
  await sides.inGroup(group, 'Maria', says('/fase 2'));
  await sides.inGroup(group, 'Maria', says(QUESTION));
  await sides.inGroup(group, 'Maria', presses('person'));
});
const by = (name: string) => (text: string) => sides.inGroup(group, name, says(text));
const press = (name: string, label: string) => sides.inGroup(group, name, presses(buttonOf(label)));

describe('a request from a group', () => {
  test('goes on in private when they choose so: the group sees nothing of it', async () => {
    await press('Maria', 'In privato');
    expect(readBy('Maria').at(-1)).toContain(QUESTION);
    await sides.citizen('Maria', presses(buttonOf('Manda')));
    expect(readBy('desk')[0]).toContain('Gruppo: Pro Loco di Sassofermo');
    const before = readBy(group).length;
    await staff(sends('Circa 1.200 euro.'));
    expect(readBy('Maria').at(-1)).toBe('Circa 1.200 euro.');
    expect(readBy(group)).toHaveLength(before);
  });

  test('belongs to who asked: nobody else can send it', async () => {
    await press('Luca', 'Qui, nel gruppo');
    await press('Maria', 'Qui, nel gruppo');
    await press('Luca', 'Manda');
    expect(readBy('desk')).toEqual([]);
  });

  test('takes along nothing that another member asked', async () => {
    await press('Maria', 'Lascia stare');
    await by('Luca')('zafferano: chi sono i soci fondatori?');
    await by('Nadia')('vorrei parlare con una persona: dove si firma?');
    await press('Nadia', 'In privato');
    expect(readBy('Nadia').at(-1)).toContain('dove si firma?');
    expect(readBy('Nadia').at(-1)).not.toMatch(/zafferano|soci fondatori/);
  });

  describe('that goes on there', () => {
    beforeEach(async () => {
      await press('Maria', 'Qui, nel gruppo');
      await press('Maria', 'Manda');
      await staff(sends('Circa 1.200 euro.'));
    });

    test('is answered before all, under the name of who answers', () => {
      expect(sides.lastAt(group).message).toMatchObject({
        heading: 'Anna · Centro cooperativo',
        text: 'Circa 1.200 euro.',
      });
    });

    test('lets only replies to that exchange leave the group, and the assistant goes on serving it', async () => {
      const atDesk = readBy('desk').length;
      await by('Luca')('zafferano: chi sono i soci fondatori?');
      await by('Luca')('che ci resta?');
      expect(readBy(group).at(-1)).toContain('1.');
      expect(readBy('desk')).toHaveLength(atDesk);
      await press('Maria', 'Rispondi');
      await by('Luca')('bergamotto: e la Regione?');
      await by('Maria')('grazie, e quando possiamo venire?');
      expect(readBy('desk').at(-1)).toBe('grazie, e quando possiamo venire?');
      expect(readBy('desk').join('\n')).not.toMatch(/zafferano|bergamotto/);
    });

    test('takes a reply to the message itself without a button', async () => {
      const { as } = sides.lastAt(group);
      await sides.inGroup(group, 'Luca', { kind: 'text', text: 'e per le spese?', repliesTo: as });
      expect(readBy('desk').at(-1)).toBe('e per le spese?');
    });

    test('can be ended only by who asked', async () => {
      await sides.inGroup(group, 'Luca', presses('withdraw'));
      await sides.inGroup(group, 'Maria', presses('withdraw'));
      expect(readBy(group).filter((text) => text.includes('Ho ritirato'))).toHaveLength(1);
    });
  });
});
