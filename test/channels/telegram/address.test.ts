import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, spotOf } from '../../../src/channels/telegram/address.ts';
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

test.each(['slack:T1:C2', 'telegram:', 'telegram:x', 'telegram:1:2:3'])('"%s" is no address of Telegram', (address) => {
  expect(() => spotOf(address)).toThrow(/another channel/);
});
