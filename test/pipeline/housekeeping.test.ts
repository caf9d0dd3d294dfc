import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { keepHouse } from '../../src/pipeline/housekeeping.ts';
import type { Store } from '../../src/store.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { closeLater } from '../support/close-later.ts';
import { newFolder } from '../support/folder.ts';
import { aConversation, COUNCIL, PRO_LOCO, said, takeTurn } from '../support/store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGIN = Date.parse('2026-05-01T00:00:00Z');

const openStore = async (now: () => number): Promise<Store> => {
  const folder = newFolder();
  return closeLater(
    await openSqliteStore({ dataFolder: join(folder, 'data'), keyFile: join(folder, 'key'), isWorker: true, now }),
  );
};

/** Keeps house once, at this time. */
const keepHouseAt = async (store: Store, time: number): Promise<void> => {
  // What was left long ago goes first: once it is gone, the round is done with those that were left.
  await takeTurn(store, 'telegram:first', { conversation: aConversation({ leftAt: 0 }) });
  const end = keepHouse(store, () => time);
  await vi.waitFor(async () => expect(await store.load('telegram:first')).toBeNull());
  end();
};

test('a group’s way is kept for thirty days after it sent the assistant away, then erased', async () => {
  const store = await openStore(() => BEGIN);
  await takeTurn(store, PRO_LOCO, {
    conversation: aConversation({ leftAt: BEGIN }),
    members: [{ person: 'p1', address: PRO_LOCO, title: 'Pro Loco' }],
  });
  await takeTurn(store, COUNCIL);
  await keepHouseAt(store, BEGIN + 29.9 * DAY);
  expect(await store.addresses()).toEqual([PRO_LOCO, COUNCIL]);
  await keepHouseAt(store, BEGIN + 30.1 * DAY);
  expect(await store.addresses()).toEqual([COUNCIL]);
  expect(await store.groupsOf('p1')).toEqual([]);
});

test('the ids of what came in are forgotten after two days', async () => {
  let time = BEGIN;
  const store = await openStore(() => time);
  const update = { channel: 'telegram', id: '7', incoming: said(PRO_LOCO, 'ciao') };
  const [taken] = await store.take([update]);
  await store.giveUp(taken!.number, []);
  time += 47 * HOUR;
  await keepHouseAt(store, time);
  expect(await store.take([update])).toEqual([]);
  time += 2 * HOUR;
  await keepHouseAt(store, time);
  await vi.waitFor(async () => expect(await store.take([update])).toHaveLength(1));
});

test('it is done again every hour, also after a time when it failed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const store = await openStore(() => BEGIN);
  await takeTurn(store, PRO_LOCO, { conversation: aConversation({ leftAt: BEGIN }) });
  let rounds = 0;
  const eraseLeft = (before: number): Promise<void> => {
    rounds += 1;
    return rounds === 1 ? Promise.reject(new Error('the disk is full')) : store.eraseLeft(before);
  };
  onTestFinished(keepHouse({ ...store, eraseLeft }, () => BEGIN + 31 * DAY));
  expect(await store.addresses()).toEqual([PRO_LOCO]);
  vi.advanceTimersByTime(HOUR);
  await vi.waitFor(async () => expect(await store.addresses()).toEqual([]));
});
