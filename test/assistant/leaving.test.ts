import { expect, onTestFinished, test } from 'vitest';
import { addressOf, createTerminalChannel } from '../../src/channels/terminal/channel.ts';
import type { Event } from '../../src/domain/message.ts';
import { openTestApp } from '../support/app.ts';
import { ownDataFolder } from '../support/run.ts';

const GROUP = addressOf('g1');

test('that the assistant was sent away is noted until it is let in again or spoken to', async () => {
  const app = await openTestApp(ownDataFolder());
  const { pipeline, close } = await app.serve([createTerminalChannel(() => {})]);
  const beside = await app.openStore(false);
  onTestFinished(async () => {
    await pipeline.stop(1000);
    await beside.close();
    await close();
  });
  await pipeline.start();
  const from = { id: 'p1', name: 'Maria', home: null, language: 'it', admin: true } as const;
  const leftAtAfter = async (event: Event, at: number) => {
    const incoming = { address: GROUP, place: 'group', title: 'Pro Loco', from, at, event } as const;
    await pipeline.take([{ channel: 'terminal', id: String(at), incoming }]);
    await pipeline.settled();
    return (await beside.load(GROUP))?.conversation.leftAt;
  };
  expect(await leftAtAfter({ kind: 'joined' }, 1)).toBeNull();
  expect(await leftAtAfter({ kind: 'left' }, 2)).toBe(2);
  // Buttons of old messages can still be pressed where nobody listens any more.
  expect(await leftAtAfter({ kind: 'press', choice: 'list', ticket: '' }, 3)).toBe(2);
  expect(await leftAtAfter({ kind: 'joined' }, 4)).toBeNull();
  expect(await leftAtAfter({ kind: 'left' }, 5)).toBe(5);
  expect(await leftAtAfter({ kind: 'text', text: 'ci siete ancora?' }, 6)).toBeNull();
});
