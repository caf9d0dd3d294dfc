import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/store.ts';
import { openSqliteStore } from '../../../src/stores/sqlite.ts';
import { newFolder } from '../../support/folder.ts';
import { runScript } from '../../support/in-process.ts';
import { settingsIn } from '../../support/store-folder.ts';

const KILLS = 20;
const CHATS = 6;

type Told = { readonly what: string; readonly address: string; readonly name: string };

const toldBy = (lines: readonly string[]): Told[] =>
  lines.flatMap((line) => {
    const [what, address, name] = line.split(' ');
    return what && address && name ? [{ what, address, name }] : [];
  });

/** Nothing that was told to be kept is missing or there twice, and state and deliveries are equal. */
const expectWhole = async (store: Store, told: readonly Told[]): Promise<void> => {
  const waiting = new Set(
    (await store.waiting()).map(({ incoming: { event } }) => (event.kind === 'text' ? event.text : '')),
  );
  const unsent = await store.unsent();
  for (let at = 0; at < CHATS; at++) {
    const address = `test:${at}`;
    const namesOf = (what: string) =>
      told.flatMap((one) => (one.what === what && one.address === address ? [one.name] : []));
    // On a busy machine a kill may come before the first turn.
    const { count, members } = (await store.load(address))?.conversation ?? { count: 0, members: {} };
    const heard = Object.keys(members);
    expect(heard).toHaveLength(count);
    expect(namesOf('committed').filter((id) => !(id in members))).toEqual([]);
    expect(namesOf('taken').filter((id) => id in members === waiting.has(id))).toEqual([]);
    const toSend = unsent.flatMap(({ delivery }) => (delivery.address === address ? [delivery.key] : []));
    expect(toSend).toEqual([...new Set(toSend)].sort((one, other) => Number(one.slice(1)) - Number(other.slice(1))));
    for (let number = 1; number <= count; number++) {
      const isSent = (await store.shownAs(address, `m${number}`)) !== null;
      expect(toSend.includes(`m${number}`)).toBe(!isSent);
    }
    expect(namesOf('sent').filter((key) => toSend.includes(key))).toEqual([]);
  }
};

test(`of what was acknowledged nothing is lost in ${KILLS} kills`, async () => {
  const folder = newFolder();
  const told: Told[] = [];
  for (let run = 0; run < KILLS; run++) {
    const worker = runScript('./store-worker.ts', folder, String(run), String(CHATS));
    await worker.told('ready');
    await sleep(20 + ((run * 37) % 110));
    await worker.kill();
    told.push(...toldBy(worker.lines));
    const store = await openSqliteStore({ ...settingsIn(folder), isWorker: true });
    await expectWhole(store, told);
    const again = told.filter(({ what }) => what === 'taken').slice(-50);
    const items = again.map(({ address, name }) => ({
      channel: 'test',
      id: name,
      incoming: { address, place: 'group', title: null, from: null, at: 0, event: { kind: 'left' } } as const,
    }));
    expect(await store.take(items)).toEqual([]);
    await store.close();
  }
  // The kills fell into real work.
  expect(told.length).toBeGreaterThan(KILLS * 100);
}, 120_000);
