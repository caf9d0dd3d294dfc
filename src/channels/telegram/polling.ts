import { type Persistence, persist } from '../persist.ts';

/** An update as it came, of which nothing is known but its number. */
export type RawUpdate = { readonly update_id: number };

export type Polling = Omit<Persistence, 'onFailure'> & {
  /** Asks for the updates from this number on, which confirms all before it; waits a while for some to come. */
  readonly fetch: (offset: number | undefined) => Promise<readonly RawUpdate[]>;
  /** Resolves when they are kept for good. */
  readonly keep: (updates: readonly RawUpdate[]) => Promise<void>;
  readonly onFetchFailure: Persistence['onFailure'];
  readonly onKeepFailure: Persistence['onFailure'];
};

/**
 * The next number to ask for. With nothing left to confirm it is none at all: numbers may begin lower after a week without updates.
 */
const after = (updates: readonly RawUpdate[]): number | undefined =>
  updates.length === 0 ? undefined : Math.max(...updates.map(({ update_id }) => update_id)) + 1;

/** Receives updates until the signal comes. They are confirmed to Telegram only when they are kept. */
export const poll = async ({ fetch, keep, onFetchFailure, onKeepFailure, ...rest }: Polling): Promise<void> => {
  let offset: number | undefined;
  while (!rest.signal.aborted) {
    const updates = await persist(() => fetch(offset), { ...rest, onFailure: onFetchFailure });
    if (!updates) return;
    await persist(() => keep(updates), { ...rest, onFailure: onKeepFailure });
    if (!rest.signal.aborted) offset = after(updates);
  }
};
