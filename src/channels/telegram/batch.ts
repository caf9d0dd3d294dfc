import type { Address } from '../../domain/message.ts';
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

/** The pictures of an album come one by one, within moments: so many albums are remembered for their words. */
const ALBUMS = 50;

const albumOf = ({ incoming: { event } }: NewIntake): string | undefined =>
  'album' in event ? event.album : undefined;

/**
 * Reads batches of updates, one after the other: what each says to the assistant, in order. An album comes in picture by picture; where one of
 * them brings the words, the others stand beside it.
 */
export const createBatchReader = (reader: Reader, { onUnreadable, onLostPress }: Aside) => {
  let worded: readonly string[] = [];
  /** Where desks are from the moment that their move is read. */
  const desks = new Set<Address>();
  const heeding: Reader = { ...reader, isDesk: (address) => desks.has(address) || reader.isDesk(address) };

  const read = (update: RawUpdate): NewIntake[] => {
    try {
      const item = readUpdate(update, heeding);
      if (item?.incoming.event.kind === 'moved' && heeding.isDesk(item.incoming.address))
        desks.add(item.incoming.event.to);
      if (item) return [item];
      const ticket = ticketOf(update);
      if (ticket !== undefined) onLostPress(ticket);
    } catch {
      onUnreadable(update);
    }
    return [];
  };

  const besides = (item: NewIntake): NewIntake => {
    const { event } = item.incoming;
    const album = albumOf(item);
    if (event.kind !== 'unreadable' || album === undefined || !worded.includes(album)) return item;
    return { ...item, incoming: { ...item.incoming, event: { ...event, beside: true } } };
  };

  return (updates: readonly RawUpdate[]): NewIntake[] => {
    const found = updates.flatMap(read);
    const withWords = found.flatMap((item) => (item.incoming.event.kind === 'text' ? (albumOf(item) ?? []) : []));
    worded = [...worded, ...withWords].slice(-ALBUMS);
    return found.map(besides);
  };
};
