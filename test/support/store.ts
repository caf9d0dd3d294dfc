import { type Conversation, newConversation } from '../../src/domain/conversation.ts';
import { type Address, type Delivery, type Incoming, plainMessage } from '../../src/domain/message.ts';
import type { Intake, Kept, Store, TurnDone } from '../../src/store.ts';

/** Where the groups of these tests live. */
export const PRO_LOCO: Address = 'telegram:-100123';
export const COUNCIL: Address = 'telegram:-100456';

export const said = (address: Address, text: string, rest: Partial<Incoming> = {}): Incoming => ({
  address,
  place: 'group',
  title: 'Pro Loco',
  from: { id: 'p1', name: 'Maria', home: 'telegram:1', language: 'it', admin: null },
  at: Date.parse('2026-05-12T18:00:00Z'),
  event: { kind: 'text', text },
  ...rest,
});

export const posts = (address: Address, key: string, text = key): Delivery => ({
  kind: 'post',
  address,
  key,
  message: plainMessage(text),
});

let ids = 0;

/** Something comes in, under an id that nothing else has. */
export const comeIn = async (store: Store, incoming: Incoming): Promise<Intake> => {
  ids += 1;
  const [intake] = await store.take([{ channel: 'telegram', id: `u${ids}`, incoming }]);
  return intake!;
};

export const aConversation = (rest: Partial<Conversation> = {}): Conversation => ({
  ...newConversation('it'),
  ...rest,
});

/** The end of a turn about an intake. */
export const endOf = (intake: Intake, known: Kept | null, rest: Partial<TurnDone> = {}): TurnDone => ({
  number: intake.number,
  address: intake.incoming.address,
  version: known?.version ?? null,
  conversation: aConversation(),
  deliveries: [],
  letters: [],
  members: [],
  gaps: [],
  alarms: [],
  feedback: [],
  notes: [],
  settledGaps: [],
  ...rest,
});

/** One whole turn at an address: something is said, and this is what comes of it. */
export const takeTurn = async (store: Store, address: Address, rest: Partial<TurnDone> = {}) => {
  const intake = await comeIn(store, said(address, 'ciao'));
  const done = await store.commit(endOf(intake, await store.load(address), rest));
  if (done === 'stale') throw new Error('nothing else was going on');
  return done;
};
