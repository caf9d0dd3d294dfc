import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, spotOf } from '../../../src/channels/telegram/address.ts';
import { nameOf, threadNamed } from '../../../src/channels/telegram/thread.ts';
import { threadAddress } from '../../../src/domain/desk.ts';
import { channelOf } from '../../../src/domain/message.ts';

const LARGEST = 2 ** 52 - 1;

test('an address leads back to its chat and topic', () => {
  const spots = fc.record({
    chat: fc.integer({ min: -LARGEST, max: LARGEST }).map((id) => id + 0),
    topic: fc.option(fc.integer({ min: 1, max: 2 ** 31 - 1 })),
  });
  fc.assert(
    fc.property(spots, (spot) => {
      expect(spotOf(addressOf(spot))).toEqual(spot);
      expect(channelOf(addressOf(spot))).toBe('telegram');
    }),
  );
});

test('the address of a request leads back to its group, whatever the request is called', () => {
  const spots = fc.record({
    chat: fc.integer({ min: -LARGEST, max: -1 }),
    topic: fc.constant(null),
    request: fc.stringMatching(/^[\w-]{1,20}$/),
  });
  fc.assert(
    fc.property(spots, (spot) => {
      expect(spotOf(addressOf(spot))).toEqual(spot);
    }),
  );
  expect(addressOf({ chat: -100123, topic: null, request: 'k3f9' })).toBe(threadAddress('telegram:-100123', 'k3f9'));
});

test('the name of a thread leads back to it, and nothing else is one', () => {
  const threads = fc.record({
    kind: fc.constantFrom('topic' as const, 'chain' as const),
    id: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  });
  fc.assert(
    fc.property(threads, (thread) => {
      expect(threadNamed(nameOf(thread))).toEqual(thread);
    }),
  );
  for (const name of ['', 're-', 'k3f9', '1700000000.000100']) expect(threadNamed(name)).toBeNull();
});

test.each(['slack:T1:C2', 'telegram:', 'telegram:x', 'telegram:1:2:3', 'telegram:1#', 'telegram:1:2#k3f9'])(
  '"%s" is no address of Telegram',
  (address) => {
    expect(() => spotOf(address)).toThrow(/another channel/);
  },
);
