import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginning } from '../../src/assistant/track/here.ts';
import type { Channel } from '../../src/channel.ts';
import { newConversation } from '../../src/domain/conversation.ts';
import { plainMessage } from '../../src/domain/message.ts';
import { createLog } from '../../src/log.ts';
import { createPipeline, type PipelineParts } from '../../src/pipeline/pipeline.ts';
import type { Store } from '../../src/store.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { newFolder } from '../support/folder.ts';
import { echo, expectNothingPlanted, WORDS } from './planted.ts';

/** All that was told to anybody: lines for the operator, and whatever a library writes. */
let told: string;

beforeEach(() => {
  told = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((piece) => {
      told += piece;
      return true;
    });
});
afterEach(() => vi.restoreAllMocks());

/** Fails with everything that must be told to nobody in its words and, as libraries do, beside them. */
const fails = async (): Promise<never> => {
  throw Object.assign(new Error(echo()), { cause: new Error(echo()), request: echo(), response: { data: echo() } });
};

/** One message, on its way through parts of which one always fails. */
const send = async (broken: (parts: PipelineParts) => Partial<PipelineParts>): Promise<void> => {
  const folder = newFolder();
  const store = await openSqliteStore({ dataFolder: folder, keyFile: join(folder, 'key'), isWorker: true });
  const channel: Channel = {
    name: 'test',
    start: async () => {},
    stop: async () => {},
    send: async () => ({ kind: 'shown', as: '1' }),
    isMember: async () => true,
  };
  const parts: PipelineParts = {
    store,
    channels: [channel],
    takeTurn: async (incoming, known, around) => {
      await around.isMember();
      const conversation = known ?? newConversation('it');
      const message = plainMessage(WORDS.sent);
      return {
        ...beginning(conversation),
        deliveries: [{ kind: 'post', address: incoming.address, key: 'm', message }],
      };
    },
    apology: () => plainMessage('sorry'),
    formFor: async () => null,
    atStart: () => [],
    newWord: () => 'word',
    now: Date.now,
    chance: () => 0,
    log: createLog('debug'),
  };
  const pipeline = createPipeline({ ...parts, ...broken(parts) });
  const from = { id: 'p1', name: WORDS.citizen, home: null, language: null, admin: null };
  const event = { kind: 'text', text: WORDS.asked, repliesTo: '5' } as const;
  const incoming = { address: 'test:1', place: 'group', title: WORDS.group, from, at: Date.now(), event } as const;
  await pipeline.start();
  await pipeline.take([{ channel: 'test', id: '1', incoming }]).catch(() => {});
  await sleep(400);
  await pipeline.stop(50);
  await store.close();
};

const withChannel =
  (more: Partial<Channel>) =>
  ({ channels }: PipelineParts) => ({
    channels: channels.map((one) => ({ ...one, ...more })),
  });
const withStore =
  (more: Partial<Store>) =>
  ({ store }: PipelineParts) => ({ store: { ...store, ...more } });

test.each<[string, (parts: PipelineParts) => Partial<PipelineParts>]>([
  ['a turn', () => ({ takeTurn: fails })],
  ['what a turn asks the channel', withChannel({ isMember: fails })],
  ['sending', withChannel({ send: fails })],
  ['reading what is kept', withStore({ load: fails })],
  ['keeping what a turn leaves', withStore({ commit: fails })],
  ['keeping anything', withStore({ commit: fails, failed: fails, giveUp: fails })],
  ['noting what was sent', withStore({ sent: fails })],
])('where %s fails with people’s words in its own, they stand in no line', async (_, broken) => {
  await send(broken);
  vi.restoreAllMocks();
  expect(told).toMatch(/campanile: (?:a turn failed|a turn was left|sending stopped|the store takes nothing)/);
  expectNothingPlanted(told, {});
});
