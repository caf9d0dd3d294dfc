import type { Shown } from '../channels/terminal/channel.ts';
import { threadAddress } from '../domain/desk.ts';
import type { Incoming } from '../domain/message.ts';

/** The chat where the default centre answers. */
export const DESK = 'desk';
/** There, where no form can be opened, these signs send what follows to the citizen. */
export const SENDS = '> ';

/**
 * Where a line of the desk belongs: the request that it names, else for a press where its button was shown last, for words where they were asked for,
 * else the request that was shown last. A command is for the desk itself.
 */
export const createDeskMemory = () => {
  let lastThread: string | null = null;
  let asked: Shown | null = null;
  const buttons = new Map<string, string | null>();

  const threadFor = ({ event }: Incoming): string | null => {
    if (event.kind === 'text' && event.text.startsWith('/')) return null;
    if (event.kind === 'press' && buttons.has(event.choice)) return buttons.get(event.choice) ?? null;
    return event.kind === 'text' && asked ? asked.thread : lastThread;
  };

  return {
    note: (shown: Shown): void => {
      lastThread = shown.thread ?? lastThread;
      asked = shown.message.asksForWords ? shown : asked;
      for (const { id } of shown.message.choices.flat()) buttons.set(id, shown.thread);
    },
    place: (incoming: Incoming, named: string | undefined): Incoming => {
      const thread = named ?? threadFor(incoming);
      const address = thread === null ? incoming.address : threadAddress(incoming.address, thread);
      const { event } = incoming;
      if (event.kind !== 'text' || !asked) return { ...incoming, address };
      // The next words typed answer what asked for them.
      const repliesTo = asked.as;
      asked = null;
      return { ...incoming, address, event: { ...event, repliesTo } };
    },
  };
};
