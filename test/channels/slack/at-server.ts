import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { isCommand } from '../../../src/assistant/hear/commands.ts';
import type { Channel, Look, Sending, Sent, Take } from '../../../src/channel.ts';
import { createSlack, type SlackSettings } from '../../../src/channels/slack/slack.ts';
import type { Address, Delivery, Event, Message } from '../../../src/domain/message.ts';
import { plainMessage } from '../../../src/domain/message.ts';
import type { NewIntake } from '../../../src/store.ts';
import { type Options, type Slack, startSlack } from '../../support/slack/server.ts';

/** The channel at a server, what it took, and what it told the operator. */
export type Post = {
  readonly channel: Channel;
  /** Everything once, as a store keeps it: the same id comes in once. */
  readonly taken: NewIntake[];
  /** How often something was taken that had come in before. */
  readonly again: () => number;
  readonly lines: string[];
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
};

export type Manner = {
  /** Is told of what is to be kept before it counts as kept. */
  readonly keep?: Take;
  readonly look?: Look['form'];
  readonly desks?: readonly Address[];
  readonly way?: SlackSettings['way'];
  readonly token?: string;
};

/** A Slack of the test's own. */
export const openServer = async (options: Options = {}): Promise<Slack> => {
  const server = await startSlack(options);
  onTestFinished(() => server.close());
  return server;
};

/** A channel that has not begun to receive. */
export const openChannel = (server: Slack, manner: Manner = {}): Post => {
  const { keep = async () => {}, look = async () => null, desks = [] } = manner;
  const taken: NewIntake[] = [];
  const lines: string[] = [];
  let again = 0;
  const log = { info: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line) };
  const channel = createSlack({
    token: manner.token ?? server.token,
    apiUrl: server.apiUrl,
    way: manner.way ?? { kind: 'socket', appToken: server.appToken },
    isDesk: (address) => desks.includes(address),
    isCommand,
    log,
  });
  let isOpen = true;
  const stop = async (): Promise<void> => {
    if (isOpen) await channel.stop();
    isOpen = false;
  };
  onTestFinished(stop);
  const take: Take = async (items) => {
    await keep(items);
    for (const item of items) {
      if (taken.some(({ id }) => id === item.id)) again += 1;
      else taken.push(item);
    }
  };
  return { channel, taken, again: () => again, lines, stop, start: () => channel.start(take, { form: look }) };
};

const until = async (ready: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 500 && !(await ready()); tries++) await new Promise((done) => setTimeout(done, 10));
};

/** A channel that receives what comes in at a server over a socket. */
export const startChannel = async (server: Slack, manner: Manner = {}): Promise<Post> => {
  const post = openChannel(server, manner);
  await post.start();
  await until(async () => (await server.sockets()).length > 0);
  return post;
};

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** A channel that is told over HTTP what happens at a server. */
export const startOverHttp = async (server: Slack, manner: Manner = {}): Promise<Post & { readonly url: string }> => {
  const port = await freePort();
  const post = openChannel(server, { ...manner, way: { kind: 'http', signingSecret: server.signingSecret, port } });
  await post.start();
  const url = `http://127.0.0.1:${port}/slack/events`;
  await server.setRequestUrl(url);
  return { ...post, url };
};

/** Lets Slack's minutes pass, one after the other, until this holds and Slack has nothing more to tell. */
export const letTimePass = async (server: Slack, holds: () => boolean): Promise<void> => {
  for (let minute = 0; minute < 20; minute++) {
    await new Promise((done) => setTimeout(done, 400));
    if (holds() && (await server.status()).pending === 0) return;
    await server.advance(60_000);
  }
  throw new Error('it did not come to hold');
};

export const eventsOf = (taken: readonly NewIntake[]): Event[] => taken.map(({ incoming }) => incoming.event);

/** The words that were taken, in order. */
export const wordsOf = (taken: readonly NewIntake[]): string[] =>
  eventsOf(taken).flatMap((event) => (event.kind === 'text' ? [event.text] : []));

/** The address of a channel or a person at a server. */
export const at = ({ team }: Pick<Slack, 'team'>, { id }: { readonly id: string }, thread?: string): Address =>
  `slack:${team.id}:${id}${thread === undefined ? '' : `#${thread}`}`;

type Keyed = Extract<Delivery, { kind: 'post' | 'update' }>;

export const delivery = (
  kind: Keyed['kind'],
  address: Address,
  message: string | Message,
  rest: Partial<Pick<Keyed, 'key' | 'thread'>> = {},
): Keyed => ({
  kind,
  address,
  key: 'm1',
  message: typeof message === 'string' ? plainMessage(message) : message,
  ...rest,
});

export const noFiles = (thread: string | null = null): Sending => ({
  thread,
  fetch: () => Promise.reject(new Error('there are no files here')),
});

/** The platform's id of what was shown; fails when it was not. */
export const shownAs = (sent: Sent): string => {
  if (sent.kind !== 'shown' || sent.as === null) throw new Error(`nothing is shown: ${JSON.stringify(sent)}`);
  return sent.as;
};
