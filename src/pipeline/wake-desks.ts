import type { Centre } from '../domain/centre.ts';
import type { NewIntake } from '../store.ts';

/** At each start every desk looks whether the week's questions are still to be shown, and sets its alarm for the next ones. */
export const wakeDesks = (centres: readonly Centre[], at: number, newWord: () => string): NewIntake[] =>
  [...new Set(centres.flatMap(({ desk }) => desk?.at ?? []))].map((address) => ({
    channel: 'alarm',
    id: `start ${newWord()}`,
    incoming: { address, place: 'group', title: null, from: null, at, event: { kind: 'alarm', name: 'gaps' } },
  }));
