import type { Log } from '../log.ts';
import { chat } from './chat.ts';
import type { Call, Command } from './command.ts';

/** How long what was begun may take to end, in milliseconds. */
const CLOSING = 5000;

/** Resolves when the operator, or the machine, wants the program to end. */
const untilToldToEnd = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });

/** How questions are searched, for the operator. */
const searchOf = ({ embeddings }: Call['config']): string =>
  embeddings ? `the vectors of ${embeddings.model}` : 'the local search';

const serveChannels = async ({ openApp, config }: Call, log: Log): Promise<number> => {
  const app = await openApp();
  await app.prepare();
  const { pipeline, close } = await app.serve(app.channels);
  try {
    const ending = untilToldToEnd();
    await pipeline.start();
    log.info(`serving ${app.channels.map(({ name }) => name).join(', ')}, with ${searchOf(config)}; Ctrl-C ends it`);
    log.info(`${await ending}: finishing what was begun`);
  } finally {
    await pipeline.stop(CLOSING);
    await close();
  }
  // A call that the platform leaves open does not hold up the end: what it was to send is kept, and goes out at the next start.
  return process.exit(0);
};

/** What `npm start` does: serves the channels that are configured; with none, the terminal chat. */
export const createServe = (log: Log): Command => ({
  ...chat,
  run: (call) => {
    if (call.config.telegram || call.config.slack) return serveChannels(call, log);
    log.info(
      `terminal chat with ${searchOf(call.config)}; set TELEGRAM_BOT_TOKEN to serve Telegram, SLACK_BOT_TOKEN to serve Slack.`,
    );
    return chat.run(call);
  },
});
