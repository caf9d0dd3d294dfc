import type { Address, Event, Incoming } from '../../src/domain/message.ts';
import type { Seen } from './stage.ts';
import type { Villager } from './village.ts';

/** One thing that somebody does, and what the judge must know of it. */
export type Act = {
  /** Where it is done: the conversation, or the thread of a request. */
  readonly at: Address;
  readonly by: Villager;
  readonly incoming: Incoming;
  /** The canaries in it. */
  readonly wrote: readonly number[];
  /** The message that it answers. */
  readonly repliesTo?: Seen;
  /** It says yes in words. */
  readonly isYes?: boolean;
  /** It brings what this private conversation prepared. */
  readonly brings?: Address;
  /** What becomes of the village where it is done. */
  readonly happens?: () => void;
  /** Where anything may change by it: no two acts at once touch the same. */
  readonly touches: readonly Address[];
};

/** The button that an act presses; null where it presses none. */
export const pressOf = ({ incoming: { event } }: Act): string | null => (event.kind === 'press' ? event.choice : null);

/** Words, or a file, that an act says. */
export const isSaid = ({ kind }: Event): boolean => kind === 'text' || kind === 'unreadable';
