import { describe } from 'vitest';
import type { Store } from '../../src/store.ts';
import { closeLater } from '../support/close-later.ts';
import { alarms } from './store/alarms.ts';
import { erasing } from './store/erasing.ts';
import { feedback } from './store/feedback.ts';
import { gaps } from './store/gaps.ts';
import { intake } from './store/intake.ts';
import { moving } from './store/moving.ts';
import { notes } from './store/notes.ts';
import { shownGroups } from './store/shown-groups.ts';
import { threads } from './store/threads.ts';
import { turns } from './store/turns.ts';

/** A place where a store keeps things. */
export type Place = {
  /** Opens the store there; a second time after it was closed it finds what it kept. */
  open(now?: () => number): Promise<Store>;
  /** Opens it beside the worker, as a command in another process does. */
  beside(): Promise<Store>;
  /** All that lies there, as it lies there: what somebody would find who took it away. */
  raw(): Promise<string>;
};

/** What every store does. `newPlace` gives a place where nothing is kept yet. */
export const storeContract = (name: string, newPlace: () => Place | Promise<Place>): void => {
  const place = async (): Promise<Place> => {
    const given = await newPlace();
    return {
      ...given,
      open: async (now) => closeLater(await given.open(now)),
      beside: async () => closeLater(await given.beside()),
    };
  };
  describe(`${name} as a store`, () => {
    intake(place);
    turns(place);
    moving(place);
    erasing(place);
    gaps(place);
    notes(place);
    threads(place);
    shownGroups(place);
    alarms(place);
    feedback(place);
  });
};
