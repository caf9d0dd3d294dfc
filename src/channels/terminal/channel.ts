import type { Channel } from '../../channel.ts';
import { deskOf, requestIn } from '../../domain/desk.ts';
import type { Address, Message } from '../../domain/message.ts';

/** What came out for a chat: a message, the request whose thread it is in, and whether it takes the place of one shown before. */
export type Shown = {
  readonly chat: string;
  readonly thread: string | null;
  readonly message: Message;
  readonly edits: boolean;
  /** The name of what is shown: what answers it names it so. */
  readonly as: string;
};

const NAME = 'terminal';

/** The address of a chat in the terminal, and the chat of an address. */
export const addressOf = (chat: string): Address => `${NAME}:${chat}`;
export const chatOf = (address: Address): string => deskOf(address).slice(NAME.length + 1);

/** The channel of the terminal: everything is shown at once and never fails. What comes in is taken by the command that reads it. */
export const createTerminalChannel = (show: (shown: Shown) => void): Channel => {
  let count = 0;
  return {
    name: NAME,
    start: async () => {},
    stop: async () => {},
    send: async (delivery, shownAs) => {
      if (!('message' in delivery)) return { kind: 'shown', as: shownAs };
      const edits = delivery.kind === 'update' && shownAs !== null;
      const { address, message } = delivery;
      count += 1;
      const as = edits ? shownAs : `${count}`;
      show({ chat: chatOf(address), thread: requestIn(address), message, edits, as });
      return { kind: 'shown', as };
    },
  };
};
