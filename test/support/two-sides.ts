import { afterAll, beforeAll } from 'vitest';
import type { Service } from '../../src/app.ts';
import { addressOf, createTerminalChannel, type Shown } from '../../src/channels/terminal/channel.ts';
import { threadAddress } from '../../src/domain/desk.ts';
import type { Event } from '../../src/domain/message.ts';
import type { Store } from '../../src/store.ts';
import { openTestApp } from './app.ts';
import { ownDataFolder } from './run.ts';

export const says = (text: string): Event => ({ kind: 'text', text });
export const presses = (choice: string): Event => ({ kind: 'press', choice, ticket: '' });
export const sends = (text: string): Event => ({ kind: 'form', choice: 'reply', fields: { text }, source: null });

/** The whole app with a desk beside its citizens, in one process: what both sides say and see. The clock stands until it is set. */
export const bothSides = (begins: number, environment: NodeJS.ProcessEnv = {}) => {
  const desk = addressOf('desk');
  let service: Service;
  let beside: Store;
  let comings = 0;
  const sides = {
    now: begins,
    shown: [] as Shown[],
    desk,
    comes: async (address: string, name: string, event: Event, place: 'private' | 'group'): Promise<void> => {
      comings += 1;
      const from = { id: name, name, home: addressOf(name), language: null, admin: true };
      const title = place === 'group' && address !== desk ? 'Pro Loco di Sassofermo' : null;
      const incoming = { address, place, title, from, at: sides.now, event };
      await service.pipeline.take([{ channel: 'terminal', id: `two sides ${comings}`, incoming }]);
      await service.pipeline.settled();
    },
    /** Somebody in their private conversation, which is called like them. */
    citizen: (name: string, event: Event) => sides.comes(addressOf(name), name, event, 'private'),
    inGroup: (group: string, name: string, event: Event) => sides.comes(addressOf(group), name, event, 'group'),
    staff: (event: Event, name = 'Anna') => sides.comes(threadAddress(desk, sides.thread()), name, event, 'group'),
    atDesk: (event: Event, name = 'Anna') => sides.comes(desk, name, event, 'group'),
    /** Sets the clock, and lets what is due happen. */
    waitUntil: async (at: number): Promise<void> => {
      sides.now = at;
      await service.pipeline.ring();
      await service.pipeline.settled();
    },
    thread: (): string => sides.shown.findLast(({ thread }) => thread !== null)!.thread!,
    readBy: (chat: string): string[] =>
      sides.shown.filter((one) => one.chat === chat).map(({ message }) => message.text),
    lastAt: (chat: string): Shown => sides.shown.findLast((one) => one.chat === chat)!,
    buttonOf: (label: string): string =>
      sides.shown.flatMap(({ message }) => message.choices.flat()).findLast((choice) => choice.label === label)!.id,
    modeOf: async (chat: string) => (await service.stateOf(addressOf(chat))).mode,
    store: () => beside,
    pipeline: () => service.pipeline,
  };
  beforeAll(async () => {
    const app = await openTestApp({ ...ownDataFolder(), ...environment });
    const channel = createTerminalChannel((one) => void sides.shown.push(one));
    service = await app.serve([channel], { now: () => sides.now, desk });
    beside = await app.openStore(false);
    await service.pipeline.start();
  });
  afterAll(async () => {
    await service.pipeline.stop(1000);
    await beside.close();
    await service.close();
  });
  return sides;
};
