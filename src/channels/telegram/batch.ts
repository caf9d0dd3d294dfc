import type { NewIntake } from '../../store.ts';
import { type Reader, readUpdate } from './incoming.ts';
import type { RawUpdate } from './polling.ts';
import { ticketOf } from './update.ts';

/** What becomes of updates that say nothing to the assistant. */
export type Aside = {
  /** It cannot be read at all, and is left out: it must not keep back all that comes after it. */
  readonly onUnreadable: (update: RawUpdate) => void;
  /** A button was pressed where no conversation is. */
  readonly onLostPress: (ticket: string) => void;
};

/**
 * What a batch of updates says to the assistant, in order. Pictures of an album are left out where another of it brings
 * the words.
 */
export const readBatch = (
  updates: readonly RawUpdate[],
  reader: Reader,
  { onUnreadable, onLostPress }: Aside,
): NewIntake[] => {
  const items = updates.flatMap((update) => {
    try {
      const item = readUpdate(update, reader);
      if (item) return item;
      const ticket = ticketOf(update);
      if (ticket !== undefined) onLostPress(ticket);
    } catch {
      onUnreadable(update);
    }
    return [];
  });
  const first = new Map(items.toReversed().map((item) => [item.id, item]));
  return items.filter((item) => first.get(item.id) === item && !first.has(`${item.id}:words`));
};
