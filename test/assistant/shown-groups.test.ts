import { describe, expect, test } from 'vitest';
import { addressOf } from '../../src/channels/terminal/channel.ts';
import { bothSides, presses, says } from '../support/two-sides.ts';

/** A Thursday. */
const BEGINS = Date.parse('2026-11-26T10:00:00Z');
const DAY = 24 * 3_600_000;
const GROUP = 'proloco';
const CANARY = 'teniamo i soldi nella scatola dei biscotti';

const sides = bothSides(BEGINS, { TZ: 'UTC' });
const inGroup = (text: string) => sides.inGroup(GROUP, 'Maria', says(text));
const textsAt = (chat: string, from = 0) => sides.readBy(chat).slice(from);
const atDesk = async (choice: string): Promise<string> => {
  await sides.atDesk(presses(choice));
  return sides.lastAt('desk').message.text;
};
const shownTo = async () => (await sides.store().load(addressOf(GROUP)))?.conversation.shownTo;
const press = (label: string, name = 'Maria') => sides.inGroup(GROUP, name, presses(sides.buttonOf(label)));

describe('Where a group stands', () => {
  test('is seen by no centre before an admin of the group said yes to what it will see', async () => {
    await inGroup('siamo la Pro Loco, fase 2');
    await inGroup(CANARY);
    expect(await atDesk('groups')).toMatch(/Nessun gruppo vi fa ancora vedere/);
    await inGroup('/centro');
    await press('Fai vedere a che punto siamo');
    expect(await atDesk('groups')).toMatch(/Nessun gruppo/);
    expect(textsAt(GROUP).at(-1)).toMatch(/Vede il nome del gruppo, il piano, la fase.*Non vede quello che scrivete/s);
    await press('Sì');
    expect(textsAt(GROUP).at(-1)).toMatch(/^Ora .* vede a che punto siete/);
  });

  test('is shown to the desk by name, plan, phase and what is next, without words and people of the group', async () => {
    await inGroup('abbiamo fatto il 2');
    const seen = await atDesk('groups');
    expect(seen).toMatch(/Pro Loco di Sassofermo: .*, fase 2, passi fatti 1 su \d\.\n {3}1\. .+\n {3}3\. .+/);
    await sides.atDesk(says('/gruppi'));
    expect(sides.lastAt('desk').message.text).toBe(seen);
    expect(seen).not.toMatch(/Maria|biscotti|Ferm[oi] da \d/);
  });

  test('is told to the desk by itself on the Monday after three weeks without a change, and not before', async () => {
    const before = textsAt('desk').length;
    for (let day = 1; day <= 20; day++) await sides.waitUntil(BEGINS + day * DAY);
    expect(textsAt('desk', before).filter((text) => /è fermo/.test(text))).toEqual([]);
    for (let day = 21; day <= 27; day++) await sides.waitUntil(BEGINS + day * DAY);
    const told = textsAt('desk', before).filter((text) => /è fermo/.test(text));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /Un gruppo è fermo da almeno tre settimane:\nPro Loco di Sassofermo: .* Fermo da 3 settimane/,
    );
  });

  test('is no longer seen as soon as anybody of the group says so', async () => {
    await inGroup('/centro');
    await press('Non farlo più vedere', 'Piero');
    expect(await shownTo()).toBeNull();
    expect(await atDesk('groups')).toMatch(/Nessun gruppo/);
    await press('Non farlo più vedere', 'Piero');
    expect(textsAt(GROUP).filter((text) => /non vede più/.test(text))).toHaveLength(1);
  });

  test('is nobody’s to show in a private conversation: whom to call is told there', async () => {
    await sides.citizen('Lucia', says('/centro'));
    expect(sides.lastAt('Lucia').message.choices).toEqual([]);
    await sides.citizen('Lucia', presses('show=0'));
    expect((await sides.store().load(addressOf('Lucia')))?.conversation).toMatchObject({
      shownTo: null,
      proposal: null,
    });
  });
});
