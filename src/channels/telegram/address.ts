import type { Address } from '../../domain/message.ts';

/** A chat of Telegram, or one topic of it. Ids have up to 52 bits: a number holds them whole. */
export type Spot = { readonly chat: number; readonly topic: number | null };

const ADDRESS = /^telegram:(-?\d+)(?::(\d+))?$/;

/** The address of a chat, or of one of its topics: `telegram:-100123:7`. */
export const addressOf = ({ chat, topic }: Spot): Address =>
  topic === null ? `telegram:${chat}` : `telegram:${chat}:${topic}`;

/** The chat and topic of an address; throws when another channel made it. */
export const spotOf = (address: Address): Spot => {
  const [, chat, topic] = ADDRESS.exec(address) ?? [];
  if (chat === undefined) throw new Error('an address of another channel came to Telegram');
  return { chat: Number(chat), topic: topic === undefined ? null : Number(topic) };
};

/** Groups have ids below zero, people above. */
export const isGroup = ({ chat }: Spot): boolean => chat < 0;
