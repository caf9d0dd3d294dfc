// Run in a process of its own: a command beside the worker on a data folder; tells which addresses it found.
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { settingsIn } from './store-folder.ts';

const store = await openSqliteStore({ ...settingsIn(process.argv[2] ?? ''), isWorker: false });
console.log((await store.addresses()).join(' '));
await store.close();
console.log('done');
