import { onTestFinished } from 'vitest';
import { createApp, type Service } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { ownDataFolder } from '../support/run.ts';
import type { Channel, Person } from '../support/slack/driver-types.ts';
import { type Options, type Slack, startSlack } from '../support/slack/server.ts';

/** The whole app, served over a strict Slack, and two people who use it. */
export type Village = {
  readonly server: Slack;
  readonly maria: Person;
  readonly luca: Person;
  /** A channel of Maria's, with Luca in it; the bot is not. */
  readonly newGroup: () => Promise<Channel>;
  /** Does it, and waits until the assistant is at rest. */
  readonly calm: <Result>(act: Promise<Result>) => Promise<Result>;
  readonly stateOf: (where: { readonly id: string }) => ReturnType<Service['stateOf']>;
  /** What was told to the operator. */
  readonly lines: string[];
};

export const slackSettings = ({ token, appToken, apiUrl }: Slack): NodeJS.ProcessEnv => ({
  ...ownDataFolder(),
  SLACK_BOT_TOKEN: token,
  SLACK_APP_TOKEN: appToken,
  SLACK_API_URL: apiUrl,
  LANG: 'it_IT.UTF-8',
});

export const openVillage = async (options: Options = {}, settings: NodeJS.ProcessEnv = {}): Promise<Village> => {
  const server = await startSlack({ clientIds: true, ...options });
  const lines: string[] = [];
  const log = createLog('info', (line) => void lines.push(line));
  const app = await createApp(readConfig({ ...slackSettings(server), ...settings }), log);
  const service = await app.serve(app.channels);
  await service.pipeline.start();
  onTestFinished(async () => {
    await service.pipeline.stop(1000);
    await service.close();
    await server.close();
  });
  while ((await server.sockets()).length === 0) await new Promise((done) => setTimeout(done, 10));
  const maria = await server.user({ name: 'Maria', locale: 'it-IT' });
  const luca = await server.user({ name: 'Luca', locale: 'it-IT' });
  return {
    server,
    maria,
    luca,
    lines,
    newGroup: () => server.channel({ name: 'pro-loco', members: [maria, luca], bot: false }),
    calm: async (act) => {
      const result = await act;
      await server.settled({ quiet: 150 });
      return result;
    },
    stateOf: ({ id }) => service.stateOf(`slack:${server.team.id}:${id}`),
  };
};
