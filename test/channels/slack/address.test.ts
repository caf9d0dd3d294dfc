import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, isPerson, nameOf, placeOf, spotOf } from '../../../src/channels/slack/address.ts';
import { threadAddress } from '../../../src/domain/desk.ts';
import { channelOf } from '../../../src/domain/message.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const id = (prefixes: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...prefixes), fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 }))
    .map(([prefix, rest]) => prefix + rest.join(''));
const places = fc.record({ tenant: id(['T', 'E']), id: id(['C', 'G', 'D', 'U', 'W']) });

test('an address leads back to its channel or person, that of a thread to its channel', () => {
  fc.assert(
    fc.property(places, fc.stringMatching(/^[a-z0-9]{1,8}$/), (place, request) => {
      const address = addressOf(place);
      expect(placeOf(address)).toEqual(place);
      expect(placeOf(threadAddress(address, request))).toEqual(place);
      expect(channelOf(address)).toBe('slack');
    }),
  );
});

test.each(['telegram:-1001', 'slack:', 'slack:T1', 'slack:T1:X2', 'slack:t1:C2', 'slack:T1:C2:3'])(
  '"%s" is no address of Slack',
  (address) => {
    expect(() => placeOf(address)).toThrow(/another channel/);
  },
);

test('people and channels are told apart', () => {
  expect(['U1', 'W1', 'C1', 'G1', 'D1'].map((one) => isPerson({ id: one }))).toEqual([true, true, false, false, false]);
});

test.each([
  { channel: 'C1', ts: '1712000000.000100', file: null },
  { channel: 'D1', ts: '1712000000.000100', file: 'F1' },
  { channel: 'D1', ts: '', file: 'F1' },
])('the name of a message leads back to it: %o', (spot) => {
  expect(spotOf(nameOf(spot))).toEqual(spot);
});
