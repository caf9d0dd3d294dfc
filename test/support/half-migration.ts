// Run in a process of its own: is killed half-way through bringing a data folder to a form, the first or a later one.
import { mkdirSync } from 'node:fs';
import { migrations } from '../../src/stores/sql/migrations.ts';
import { databaseFile, migrate, openDatabase } from '../../src/stores/sqlite/database.ts';
import { settingsIn } from './store-folder.ts';

const [folder = '', which] = process.argv.slice(2);
const { dataFolder } = settingsIn(folder);
mkdirSync(dataFolder, { recursive: true });

const [first, ...others] = Object.entries(migrations);
const killed = {
  up: async (db: Parameters<(typeof migrations)[string]['up']>[0]) => {
    if (which === 'first') await first![1].up(db);
    else await db.schema.alterTable('conversation').addColumn('half', 'text').execute();
    process.kill(process.pid, 'SIGKILL');
  },
};
const known =
  which === 'first' ? { [first![0]]: killed } : Object.fromEntries([first!, ...others, ['9000-half', killed]]);
await migrate(openDatabase(databaseFile(dataFolder)), known);
