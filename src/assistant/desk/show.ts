import type { DeskThread } from '../../domain/desk.ts';
import { type Delivery, type Message, plainMessage } from '../../domain/message.ts';
import type { Going } from '../track/here.ts';
import type { DeskHere } from './desk-here.ts';

export const CARD = 'card';

export const withDesk = (going: Going, desk: DeskThread | null): Going => ({
  ...going,
  conversation: { ...going.conversation, desk },
});

/** Shows something in the thread, under a key that is kept, so that it can be removed with the request. */
export const show = (
  here: DeskHere,
  going: Going,
  kind: 'post' | 'update',
  message: Message | string,
  key?: string,
): Going => {
  const { desk, count } = going.conversation;
  const named = key ?? `m${count + 1}`;
  const delivery: Delivery = {
    kind,
    address: here.incoming.address,
    key: named,
    message: typeof message === 'string' ? plainMessage(message) : message,
  };
  const shown = desk && { ...desk, shown: [...new Set([...desk.shown, named])] };
  return {
    ...going,
    conversation: { ...going.conversation, count: count + 1, desk: shown },
    deliveries: [...going.deliveries, delivery],
  };
};

/** Closes the thread, or opens it again, where the channel can; its request is another matter. */
export const setClosed = (here: DeskHere, going: Going, closed: boolean): Going => {
  const { desk } = going.conversation;
  const delivery: Delivery = { kind: closed ? 'close' : 'reopen', address: here.incoming.address, key: CARD };
  return {
    ...withDesk(going, desk && { ...desk, closed }),
    deliveries: [...going.deliveries, delivery],
  };
};
