// Run by load.ts in a process of its own: the real app against a Bot API server, watched. node serve.ts <root> <token> <data folder>

import { createApp } from '../../../src/app.ts';
import type { Channel } from '../../../src/channel.ts';
import { createLog } from '../../../src/log.ts';
import { watchFirstSends } from './first-sends.ts';
import { configIn } from './groups.ts';

const [root = '', token = '', folder = ''] = process.argv.slice(2);
const watch = watchFirstSends();
const chatIn = (address: string): number => Number(address.split(':')[1]);

const watched = (channel: Channel): Channel => ({
  ...channel,
  start: (take, look) =>
    channel.start((items) => {
      for (const { incoming } of items) watch.hear(chatIn(incoming.address));
      return take(items);
    }, look),
  send: (delivery, shownAs, sending) => {
    watch.send(chatIn(delivery.address));
    return channel.send(delivery, shownAs, sending);
  },
});

const app = await createApp(
  configIn(folder, { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root }),
  createLog('warn'),
);
await app.prepare();
const { pipeline, close } = await app.serve(app.channels.map(watched));
process.once('SIGTERM', async () => {
  await pipeline.stop(5000);
  await close();
  process.exit(0);
});
await pipeline.start();
process.send?.('ready');
