import { addressOf } from '../../../src/channels/telegram/address.ts';
import type { Delivery, Message } from '../../../src/domain/message.ts';
import { plainMessage } from '../../../src/domain/message.ts';

type Where = { readonly id: number };
type Keyed = 'post' | 'update';

const at = ({ id }: Where, topic: number | null) => addressOf({ chat: id, topic });

/** A message to a chat, or to one of its topics. */
export const delivery = (
  kind: Keyed,
  where: Where,
  message: string | Message,
  topic: number | null = null,
): Extract<Delivery, { kind: Keyed }> => ({
  kind,
  address: at(where, topic),
  key: 'm1',
  message: typeof message === 'string' ? plainMessage(message) : message,
});

export const onShown = (kind: 'remove' | 'pin', where: Where): Delivery => ({
  kind,
  address: at(where, null),
  key: 'm1',
});
