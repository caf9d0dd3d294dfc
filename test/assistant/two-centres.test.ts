import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Service } from '../../src/app.ts';
import type { Channel } from '../../src/channel.ts';
import { deskOf, isThread } from '../../src/domain/desk.ts';
import type { Delivery, Event, Message } from '../../src/domain/message.ts';
import { openTestApp } from '../support/app.ts';
import { ownDataFolder } from '../support/run.ts';
import { presses, says } from '../support/two-sides.ts';

const CENTRES = `
centres:
  - name: Centro di Valverde
    territory: { municipalities: [Valverde] }
    languages: [it]
    telephone: "+39 0971 000 000"
    time-zone: UTC
    desk: { at: "slack:T1:C1", answers-within-hours: 8, hours: { thursday: ["9:00-18:00"] } }
    tutors: [{ name: Anna, person: U0000001 }]
  - name: Centro di tutti
    default: true
    territory: { regions: [Basilicata] }
    languages: [it]
    telephone: "+39 0971 111 111"
    time-zone: UTC
    desk: { at: "slack:T1:C2", answers-within-hours: 8, hours: { thursday: ["9:00-18:00"] } }
`;
const NOON = Date.parse('2026-11-26T12:00:00Z');

const folder = mkdtempSync(join(tmpdir(), 'campanile-centres-'));
afterAll(() => rmSync(folder, { recursive: true }));

let service: Service;
/** What was shown where, in order; the desks that nobody reaches any more. */
let shown: { readonly at: string; readonly message: Message }[] = [];
const lost = new Set<string>();
let comings = 0;
let chats = 0;
let chat = '';

const channelNamed = (name: string): Channel => ({
  name,
  start: async () => {},
  stop: async () => {},
  isMember: async () => true,
  send: async (delivery: Delivery) => {
    if (lost.has(deskOf(delivery.address))) return { kind: 'gone', because: 'is_archived' };
    if ('message' in delivery) shown.push({ at: delivery.address, message: delivery.message });
    return { kind: 'shown', as: `${shown.length}` };
  },
});

beforeAll(async () => {
  const file = join(folder, 'centres.yaml');
  writeFileSync(file, CENTRES);
  const app = await openTestApp({ ...ownDataFolder(), CENTRES_FILE: file });
  service = await app.serve([channelNamed('test'), channelNamed('slack')], { now: () => NOON });
  await service.pipeline.start();
});
afterAll(async () => {
  await service.pipeline.stop(1000);
  await service.close();
});
beforeEach(() => {
  shown = [];
  lost.clear();
  chats += 1;
  chat = `test:lucia${chats}`;
});

const comes = async (address: string, event: Event, place: 'private' | 'group' = 'private'): Promise<void> => {
  comings += 1;
  const from = { id: 'lucia', name: 'Lucia', home: chat, language: 'it', admin: true } as const;
  const title = place === 'group' ? 'Pro Loco' : null;
  const incoming = { address, place, title, from, at: NOON, event };
  await service.pipeline.take([{ channel: 'test', id: `two centres ${comings}`, incoming }]);
  await service.pipeline.settled();
};
const readAt = (address: string): string[] =>
  shown.filter(({ at }) => deskOf(at) === address).map(({ message }) => message.text);
const press = (label: string, address = chat, place: 'private' | 'group' = 'private') =>
  comes(
    address,
    presses(shown.flatMap(({ message }) => message.choices.flat()).findLast((one) => one.label === label)!.id),
    place,
  );
const handOver = async (question: string): Promise<void> => {
  await comes(chat, says(question));
  await comes(chat, presses('person'));
  await press('Manda');
};
const thread = () => shown.findLast(({ at }) => isThread(at))!.at;

test('a question goes to the centre of the place that it names, and no other sees it', async () => {
  await handOver('Quanto costa il notaio a Valverde?');
  expect(readAt('slack:T1:C1')[0]).toContain('Quanto costa il notaio a Valverde?');
  expect(readAt('slack:T1:C2')).toEqual([]);
});

test('one that names no place goes to the default centre', async () => {
  await handOver('Quanto costa il notaio?');
  expect(readAt('slack:T1:C2')[0]).toContain('Quanto costa il notaio?');
  expect(readAt('slack:T1:C1')).toEqual([]);
});

test('a desk that cannot be reached any more hands the request to the default one, and the citizen is told', async () => {
  lost.add('slack:T1:C1');
  await handOver('Quanto costa il notaio a Valverde?');
  expect(readAt('slack:T1:C2')[0]).toContain('Quanto costa il notaio a Valverde?');
  expect(readAt(chat).at(-1)).toContain('ho passato la tua richiesta a Centro di tutti');
  await comes(thread(), { kind: 'form', choice: 'reply', fields: { text: 'Eccoci.' }, source: null }, 'group');
  expect(readAt(chat).at(-1)).toBe('Eccoci.');
});

test('where no other desk is left, the citizen is told whom to call, and the request stays', async () => {
  lost.add('slack:T1:C2');
  await handOver('Quanto costa il notaio?');
  expect(readAt(chat).at(-1)).toContain('+39 0971 111 111');
  expect((await service.stateOf(chat)).mode).toBe('waiting');
});

test('staff is told when what they sent cannot arrive', async () => {
  await handOver('Quanto costa il notaio?');
  lost.add(chat);
  await comes(thread(), { kind: 'form', choice: 'reply', fields: { text: 'Eccoci.' }, source: null }, 'group');
  expect(readAt('slack:T1:C2').at(-1)).toContain('non arriva');
});

test('a tutor named at the desk is shown in the group, and is told on its next request', async () => {
  const group = `test:gruppo${chats}`;
  const ask = async (): Promise<void> => {
    await comes(group, says('Quanto costa il notaio a Valverde?'), 'group');
    await comes(group, presses('person'), 'group');
    await press('Qui, nel gruppo', group, 'group');
    await press('Manda', group, 'group');
  };
  await ask();
  await comes(thread(), presses('take'), 'group');
  await comes(thread(), presses('tutor'), 'group');
  await comes(thread(), presses('tutor=U0000001'), 'group');
  expect(readAt(group).at(-1)).toContain('vi accompagna Anna di Centro di Valverde');
  await comes(thread(), presses('close'), 'group');
  await ask();
  expect(readAt('slack:T1:C1').at(-1)).toContain('Il gruppo ha un tutor: Anna');
});
