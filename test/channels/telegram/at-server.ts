import { onTestFinished } from 'vitest';
import { isCommand } from '../../../src/assistant/hear/commands.ts';
import type { Channel, Take } from '../../../src/channel.ts';
import { addressOf } from '../../../src/channels/telegram/address.ts';
import { createTelegram } from '../../../src/channels/telegram/telegram.ts';
import type { Event } from '../../../src/domain/message.ts';
import type { NewIntake } from '../../../src/store.ts';
import { type BotApi, type Options, startBotApi } from '../../support/telegram/server.ts';

/** The channel at a server, what it took, and what it told the operator. */
export type Post = {
  readonly channel: Channel;
  readonly taken: NewIntake[];
  readonly lines: string[];
  readonly stop: () => Promise<void>;
};

/** A Bot API server of the test's own. */
export const openServer = async (options: Options = {}): Promise<BotApi> => {
  const server = await startBotApi(options);
  onTestFinished(() => server.close());
  return server;
};

/** A channel that has not begun to receive. `keep` is told of each batch before it counts as taken; `desk` is a group that is a desk. */
export const openChannel = (
  { root }: Pick<BotApi, 'root'>,
  token: string,
  keep: Take = async () => {},
  desk?: { readonly id: number },
): Post & { readonly start: () => Promise<void> } => {
  const taken: NewIntake[] = [];
  const lines: string[] = [];
  const log = { info: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line) };
  const channel = createTelegram({
    token,
    apiRoot: root,
    isCommand,
    isDesk: (address) => desk !== undefined && address === addressOf({ chat: desk.id, topic: null }),
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
    taken.push(...items);
  };
  return { channel, taken, lines, stop, start: () => channel.start(take, { form: async () => null }) };
};

/** A channel that receives what comes in at a server. */
export const startChannel = async (server: BotApi, keep?: Take, desk?: { readonly id: number }): Promise<Post> => {
  const post = openChannel(server, server.token, keep, desk);
  await post.start();
  return post;
};

export const eventsOf = (taken: readonly NewIntake[]): Event[] => taken.map(({ incoming }) => incoming.event);

/** The words that were taken, in order. */
export const wordsOf = (taken: readonly NewIntake[]): string[] =>
  eventsOf(taken).flatMap((event) => (event.kind === 'text' ? [event.text] : []));
