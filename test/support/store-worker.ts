// Run in a process of its own, to be killed: the worker on a data folder, told line by line what the store acknowledged.
import { writeSync } from 'node:fs';
import type { Intake } from '../../src/store.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { aConversation, endOf, posts, said } from './store.ts';
import { settingsIn } from './store-folder.ts';

const [folder = '', run = '', chats = '0'] = process.argv.slice(2);
const tell = (...words: (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);

const store = await openSqliteStore({ ...settingsIn(folder), isWorker: true });

/** The state holds which messages it has heard: one lost, or heard twice, would show. */
const answer = async (intake: Intake, id: string): Promise<void> => {
  const { address } = intake.incoming;
  const known = await store.load(address);
  const count = (known?.conversation.count ?? 0) + 1;
  const heard = { ...known?.conversation.members, [id]: 'it' as const };
  const conversation = aConversation({ count, members: heard });
  const done = await store.commit(endOf(intake, known, { conversation, deliveries: [posts(address, `m${count}`)] }));
  if (done === 'stale') throw new Error('only this worker changes it');
  tell('committed', address, id);
  if (count % 3 > 0) {
    await store.sent(done.queued[0]!.number, `shown${count}`);
    tell('sent', address, `m${count}`);
  }
};

const textOf = ({ incoming: { event } }: Intake): string => (event.kind === 'text' ? event.text : '');

const talk = async (address: string): Promise<never> => {
  for (let at = 0; ; at++) {
    const id = `${run}.${address}.${at}`;
    const [intake] = await store.take([{ channel: 'test', id, incoming: said(address, id) }]);
    tell('taken', address, id);
    await answer(intake!, id);
  }
};

for (const intake of await store.waiting()) await answer(intake, textOf(intake));
tell('ready');
// Nothing else may keep it alive: a worker with nothing to do is held until it is killed.
setInterval(() => {}, 60_000);
await Promise.all(Array.from({ length: Number(chats) }, (_, at) => talk(`test:${at}`)));
