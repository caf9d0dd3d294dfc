import type { Centre } from '../domain/centre.ts';
import type { NewIntake } from '../store.ts';

/** At each start every desk looks when the week's questions are to be shown. */
export const wakeDesks = (centres: readonly Centre[], at: number, newWord: () => string): NewIntake[] =>
  [...new Set(centres.flatMap(({ desk }) => desk?.at ?? []))].map((address) => ({
    channel: 'start',
    id: newWord(),
    incoming: { address, place: 'group', title: null, from: null, at, event: { kind: 'started' } },
  }));
