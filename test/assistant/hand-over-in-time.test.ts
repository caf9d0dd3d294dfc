import { beforeEach, expect, test } from 'vitest';
import { bothSides, presses, says, sends } from '../support/two-sides.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Thursday noon: the desk is open from nine to one and from two to six, and promises eight hours. */
const NOON = Date.parse('2026-11-26T12:00:00Z');

const sides = bothSides(NOON, { TZ: 'UTC' });
const { staff, readBy, buttonOf } = sides;
let chats = 0;
let chat = '';
beforeEach(async () => {
  await sides.waitUntil(NOON);
  sides.shown.length = 0;
  chats += 1;
  chat = `Lucia${chats}`;
  await sides.citizen(chat, says('Quanto costa il notaio a Valverde?'));
  await sides.citizen(chat, presses('person'));
  await sides.citizen(chat, presses(buttonOf('Manda')));
});

test('the desk is reminded, once, before it misses its promise', async () => {
  await sides.waitUntil(Date.parse('2026-11-26T18:00:00Z'));
  expect(readBy('desk').filter((text) => text.includes('aspetta ancora'))).toEqual([]);
  await sides.waitUntil(Date.parse('2026-11-27T10:00:00Z'));
  await sides.waitUntil(Date.parse('2026-11-27T17:00:00Z'));
  expect(readBy('desk').filter((text) => text.includes('aspetta ancora'))).toHaveLength(1);
});

test('who answered in time is not reminded', async () => {
  await staff(sends('Circa 1.200 euro.'));
  await sides.waitUntil(NOON + 2 * DAY);
  expect(readBy('desk').join('\n')).not.toContain('aspetta ancora');
});

test('who took a request and lets the citizen wait loses it to the queue, and the assistant answers again', async () => {
  await staff(presses('take'));
  expect(await sides.modeOf(chat)).toBe('person');
  await sides.waitUntil(NOON + 6 * DAY);
  expect(await sides.modeOf(chat)).toBe('waiting');
  expect(readBy(chat).at(-1)).toContain('torna in attesa');
});

test('when nobody has written for a day the assistant answers again, and asks whether it helped', async () => {
  await staff(sends('Circa 1.200 euro.'));
  await sides.waitUntil(sides.now + DAY + HOUR);
  expect(await sides.modeOf(chat)).toBe('bot');
  expect(readBy(chat).at(-1)).toContain('Ti è servito?');
  await sides.citizen(chat, presses('reopen'));
  expect(await sides.modeOf(chat)).toBe('waiting');
});

test('ninety days after it is closed nothing is kept of it, on neither side', async () => {
  await staff(presses('close'));
  const thread = sides.thread();
  await sides.waitUntil(sides.now + 91 * DAY);
  expect(readBy('desk').at(-1)).toContain('qui non resta niente');
  await sides.waitUntil(sides.now + 2 * DAY);
  const addresses = await sides.store().addresses();
  expect(addresses.filter((address) => address.endsWith(`#${thread}`))).toEqual([]);
  expect((await sides.store().load(`terminal:${chat}`))?.conversation.request).toBeNull();
});

test('who is in danger is told at once whom to call, also while a person has the conversation', async () => {
  await staff(presses('take'));
  await sides.citizen(chat, says('mi voglio ammazzare'));
  expect(readBy(chat).at(-1)).toContain('112');
  expect(readBy('desk').at(-1)).toBe('mi voglio ammazzare');
});
