import { z } from 'zod';
import { shownName } from '../shown-name.ts';
import type { Call } from './client.ts';

/** A channel as Slack knows it. */
export type Room = {
  readonly title: string | null;
  /** Who is in a direct message of several people, by their ids; it has no name of its own. Null elsewhere. */
  readonly people: readonly string[] | null;
  /** Whether the bot is in it; a direct conversation that it can see is its own. */
  readonly isOurs: boolean;
  readonly creator: string | null;
};

const schema = z.object({
  channel: z.object({
    name: z.string().optional().catch(undefined),
    is_member: z.boolean().optional().catch(undefined),
    is_im: z.boolean().optional().catch(undefined),
    is_mpim: z.boolean().optional().catch(undefined),
    creator: z.string().optional().catch(undefined),
  }),
});

const FRESH = 5 * 60_000;
const MOST_KNOWN = 5000;
const PAGE = 200;
/** More members than this are not gone through. */
const MOST_PAGES = 10;

export type Rooms = {
  /** A channel as it was within the last minutes; null when it cannot be told. */
  known(id: string): Promise<Room | null>;
  /** Whether the bot was let in or sent away since is no longer known. */
  forget(id: string): void;
  /** A channel as it is now; rejects when it cannot be told. */
  ask(id: string): Promise<Room>;
  /** The members of a channel, by their ids; rejects when they cannot be told. */
  members(id: string): Promise<readonly string[]>;
};

const pageSchema = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional().catch(undefined),
});

export const createRooms = (call: Call, now: () => number): Rooms => {
  const rooms = new Map<string, { readonly at: number; readonly room: Room }>();
  const members = async (id: string): Promise<readonly string[]> => {
    const found: string[] = [];
    let cursor = '';
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const args = { channel: id, limit: PAGE, ...(cursor === '' ? {} : { cursor }) };
      const { members: some, response_metadata } = pageSchema.parse(await call('conversations.members', args));
      found.push(...some);
      cursor = response_metadata?.next_cursor ?? '';
      if (cursor === '') break;
    }
    return found;
  };

  const ask = async (id: string): Promise<Room> => {
    const { channel } = schema.parse(await call('conversations.info', { channel: id }));
    const isDirect = channel.is_mpim === true;
    const room: Room = {
      // Slack calls a direct message of several people by their handles ("mpdm-…").
      title: isDirect ? null : shownName(channel.name ?? '') || null,
      people: isDirect ? await members(id).catch(() => []) : null,
      isOurs: channel.is_member === true || channel.is_im === true || isDirect,
      creator: channel.creator ?? null,
    };
    if (rooms.size >= MOST_KNOWN) rooms.clear();
    rooms.set(id, { at: now(), room });
    return room;
  };

  return {
    ask,
    forget: (id) => void rooms.delete(id),
    known: async (id) => {
      const kept = rooms.get(id);
      if (kept && now() - kept.at < FRESH) return kept.room;
      return ask(id).catch(() => kept?.room ?? null);
    },
    members,
  };
};
