import type { Log } from '../log.ts';
import { chat } from './chat.ts';
import type { Command } from './command.ts';

/** What `npm start` does: with no channel configured, the terminal chat. */
export const createServe = (log: Log): Command => ({
  ...chat,
  run: (call) => {
    log.info(
      'terminal chat with the local search; nothing is kept but the index. There is no other channel yet, so there is nothing else to set.',
    );
    return chat.run(call);
  },
});
