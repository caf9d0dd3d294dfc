import type { Channel } from '../../channel.ts';
import type { Address, Message } from '../../domain/message.ts';

/** What came out for a chat: a message, and whether it takes the place of one shown before. */
export type Shown = { readonly chat: string; readonly message: Message; readonly edits: boolean };

const NAME = 'terminal';

/** The address of a chat in the terminal, and the chat of an address. */
export const addressOf = (chat: string): Address => `${NAME}:${chat}`;
export const chatOf = (address: Address): string => address.slice(NAME.length + 1);

/** The channel of the terminal: everything is shown at once and never fails. What comes in is taken by the command that reads it. */
export const createTerminalChannel = (show: (shown: Shown) => void): Channel => {
  let count = 0;
  return {
    name: NAME,
    start: async () => {},
    stop: async () => {},
    send: async (delivery, shownAs) => {
      if (delivery.kind === 'remove' || delivery.kind === 'pin') return { kind: 'shown', as: shownAs };
      const edits = delivery.kind === 'update' && shownAs !== null;
      show({ chat: chatOf(delivery.address), message: delivery.message, edits });
      count += 1;
      return { kind: 'shown', as: edits ? shownAs : `${count}` };
    },
  };
};
