import { describe, expect, test } from 'vitest';
import { openDeskVillage } from './desk-village.ts';

describe('a desk in a Telegram staff group', () => {
  test('takes a request in its topic, asks for the words, shows them, and only what is sent arrives', async () => {
    const village = await openDeskVillage();
    const { staff, lucia, maria, calm, tap, handOver, server, lines } = village;
    const topic = await handOver();
    await calm(staff.say(lucia, 'secondo me NOVE', { topic }));
    await tap(staff, lucia, /^take$/);
    await tap(staff, lucia, /^reply$/);
    await calm(staff.say(lucia, 'Di solito MILLE euro.', { replyTo: (await staff.last())! }));
    expect(await maria.talk.transcript()).not.toContain('MILLE');
    await tap(staff, lucia, /^send$/);
    expect((await maria.talk.last())?.text).toBe('Lucia · Sportello di Valverde\n\nDi solito MILLE euro.');
    expect(await maria.talk.transcript()).not.toContain('NOVE');
    expect((await server.calls()).filter(({ status }) => status !== 200)).toEqual([]);
    expect(lines.filter((line) => !/key was made/.test(line))).toEqual([]);
  });

  test('a button that is old, or that nobody was shown, is told so for a moment and changes nothing', async () => {
    const village = await openDeskVillage();
    const { staff, lucia, maria, calm, handOver } = village;
    const topic = await handOver();
    const [card] = (await staff.botMessages()).filter(({ message_thread_id }) => message_thread_id === topic);
    const before = [(await staff.botMessages()).length, (await maria.talk.botMessages()).length];
    for (const data of ['note', 'canned=nothing', 'change=9', 'assign=nobody', 'tutor=nobody', 'x', '__proto__']) {
      const press = await calm(staff.press(lucia, card!, data, { stale: true }));
      expect([data, (await press.answer()).text]).toEqual([data, 'Questo bottone non vale più.']);
    }
    expect([(await staff.botMessages()).length, (await maria.talk.botMessages()).length]).toEqual(before);
  });

  test('such a button outside of its requests brings what is open', async () => {
    const village = await openDeskVillage();
    const { staff, lucia, calm, handOver } = village;
    await handOver();
    await calm(staff.say(lucia, '@campanile_bot che c’è?'));
    const board = (await staff.last())!;
    const press = await calm(staff.press(lucia, board, 'x', { stale: true }));
    expect((await press.answer()).text).toBe('Questo bottone non vale più.');
    expect((await staff.last())?.text).toMatch(/^Richieste aperte: 1/);
    expect((await (await calm(staff.press(lucia, board, 'requests'))).answer()).text).toBe('');
  });
});
