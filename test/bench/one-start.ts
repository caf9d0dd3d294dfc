// Run by costs.ts in a process of its own: builds or opens the index in a folder, answers, tells what it took.
import { createApp } from '../../src/app.ts';
import { askAll } from '../../src/commands/eval-examine.ts';
import { percentile } from '../../src/commands/eval-figures.ts';
import { readConfig } from '../../src/config.ts';
import { newConversation } from '../../src/domain/conversation.ts';
import { createLog } from '../../src/log.ts';
import { memory } from './in-child.ts';
import { EXAMINATION } from './sets.ts';

export type Start = {
  readonly prepared: number;
  readonly firstAnswer: number;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly memory: ReturnType<typeof memory>;
};

const [folder = '', anew] = process.argv.slice(2);
const app = await createApp(readConfig({ DATA_DIR: folder }), createLog('warn'));
const begun = performance.now();
if (anew === 'anew') await app.prepare(true);
const prepared = performance.now() - begun;
await app.assistant.reply('Dove troviamo i soldi?', newConversation('it'));
// Counted from the start of the process, so that loading the code counts too.
const firstAnswer = performance.now();
const asked = anew === 'anew' ? [] : await askAll(app.assistant, Object.values(EXAMINATION).flat());
const times = asked.map(({ cpu }) => cpu);
const start: Start = {
  prepared,
  firstAnswer,
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
  memory: memory(),
};
process.stdout.write(JSON.stringify(start));
