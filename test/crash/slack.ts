import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectSlack } from '../support/slack/control.ts';
import type { Driver, Identity } from '../support/slack/driver.ts';
import { createLives, type People, type Platform, type Post, until } from './platform.ts';
import { startLife } from './process.ts';
import { createSlackPeople } from './slack-people.ts';

/** How the strict Slack tells what happens, and whether it knows a post that comes again by its `client_msg_id`. */
export type Way = { readonly over: 'socket' | 'http'; readonly knowsIds: boolean };

/** The strict Slack, and those who use it. */
export type Slack = Platform & { readonly server: Driver; readonly people: People };

/** How long Slack waits for an acknowledgement, in milliseconds. */
const FOR_ACKS = 3000;

/** A port that is free now. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
};

/** A message's place: a person or a channel, or one of its threads. */
export const placeOf = (team: string, channel: unknown, thread: unknown): string =>
  `slack:${team}:${channel}${thread === undefined ? '' : `#${thread}`}`;

const settingsFor = ({ token, apiUrl, appToken, signingSecret }: Identity, port: number | null): NodeJS.ProcessEnv => ({
  SLACK_BOT_TOKEN: token,
  SLACK_API_URL: apiUrl,
  ...(port === null ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) }),
});

export const openSlack = async ({ over, knowsIds }: Way): Promise<Slack> => {
  const life = startLife(new URL('../support/slack/serve.ts', import.meta.url), knowsIds ? ['--client-ids'] : []);
  const server = await connectSlack((JSON.parse(await life.line) as { control: string }).control);
  const port = over === 'http' ? await freePort() : null;
  const people = createSlackPeople(server);
  const status = async () => {
    const { calls, busy, pending } = await server.status();
    return { calls, busy, waiting: pending + people.left() };
  };
  const lives = createLives(status);
  const posts: Post[] = [];
  let looked = 0;
  let isAddressKnown = false;

  const listens = async (): Promise<boolean> => {
    if (port === null) return (await server.status()).sockets > 0;
    const url = `http://127.0.0.1:${port}/slack/events`;
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers && !isAddressKnown) await server.setRequestUrl(url);
    isAddressKnown ||= answers;
    return answers;
  };

  return {
    server,
    people,
    settings: settingsFor(server, port),
    status,
    slow: (milliseconds) => server.fault({ kind: 'slow', milliseconds }, { times: 'always' }),
    // Slack keeps back what it would tell a bot that is away: else its few tries would be gone before the bot is back.
    meet: async (bot) => {
      await until(bot, listens);
      await server.release();
      await server.retryNow();
    },
    bury: async () => {
      await server.hold();
      await server.advance(FOR_ACKS);
      await lives.ended();
    },
    posts: async () => {
      for (const { number, payload, result } of await server.calls({ method: 'chat.postMessage', after: looked })) {
        looked = number;
        if (result?.ts === undefined) continue;
        const chat = placeOf(server.team.id, payload.channel, payload.thread_ts);
        posts.push({ chat, id: String(result.ts), text: String(payload.text), life: lives.before(number) });
      }
      return posts;
    },
    close: async () => {
      life.kill('SIGKILL');
      await life.over;
    },
  };
};
