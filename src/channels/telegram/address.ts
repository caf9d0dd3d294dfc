import type { Address } from '../../domain/message.ts';

/**
 * A chat of Telegram, or one topic of it, or the thread of a request in it, which is no place of Telegram's until it is opened. Ids have up to
 * 52 bits: a number holds them whole.
 */
export type Spot = { readonly chat: number; readonly topic: number | null; readonly request?: string };

const ADDRESS = /^telegram:(-?\d+)(?::(\d+)|#([\w-]+))?$/;

/** The address of a chat, of one of its topics, or of a request's thread: `telegram:-100123`, `telegram:-100123:7`, `telegram:-100123#k3f9`. */
export const addressOf = ({ chat, topic, request }: Spot): Address => {
  if (request !== undefined) return `telegram:${chat}#${request}`;
  return topic === null ? `telegram:${chat}` : `telegram:${chat}:${topic}`;
};

/** The chat, topic and request of an address; throws when another channel made it. */
export const spotOf = (address: Address): Spot => {
  const [, chat, topic, request] = ADDRESS.exec(address) ?? [];
  if (chat === undefined) throw new Error('an address of another channel came to Telegram');
  return {
    chat: Number(chat),
    topic: topic === undefined ? null : Number(topic),
    ...(request === undefined ? {} : { request }),
  };
};

/** Groups have ids below zero, people above. */
export const isGroup = ({ chat }: Pick<Spot, 'chat'>): boolean => chat < 0;
